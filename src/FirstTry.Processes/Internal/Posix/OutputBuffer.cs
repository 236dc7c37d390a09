using System;

namespace FirstTry.Processes.Internal.Posix;

/// <summary>What was read of one stream, up to a limit; what is beyond it is read and dropped.</summary>
internal struct OutputBuffer(int? limit)
{
    private const int FirstSize = 4096;
    private const int LargestRead = 256 * 1024;

    // As much as a pipe holds: what is dropped at once leaves room, but to fill it takes more calls the smaller it is.
    private const int SmallestThatSuffices = 64 * 1024;

    private readonly int _limit = limit ?? Array.MaxLength;
    private byte[] _bytes = [];
    private int _length;
    private bool _wasFull;

    public bool Truncated { get; private set; }

    /// <summary>The bytes kept so far.</summary>
    public readonly ReadOnlySpan<byte> Kept => _bytes.AsSpan(0, _length);

    /// <summary>Reads once from a descriptor that has input; false at its end.</summary>
    public unsafe bool ReadFrom(int descriptor)
    {
        if (_length == _bytes.Length || (_wasFull && _bytes.Length < SmallestThatSuffices))
            Array.Resize(ref _bytes, Math.Max(FirstSize, (int)Math.Min(Array.MaxLength, _bytes.Length * 2L)));

        var room = Math.Min(_bytes.Length - _length, LargestRead);
        nint read;
        fixed (byte* start = &_bytes[_length])
            read = LibC.read(descriptor, start, (nuint)room);

        if (read <= 0)
            return read < 0 && LibC.Errno == Errors.Interrupted;

        _length += (int)read;
        _wasFull = _length == _bytes.Length;
        if (_length > _limit)
        {
            Truncated = true;
            _length = _limit;
        }

        return true;
    }

    /// <summary>Forgets the first bytes of what is kept.</summary>
    public void Drop(int count)
    {
        _bytes.AsSpan(count, _length - count).CopyTo(_bytes);
        _length -= count;
    }

    /// <summary>The bytes kept.</summary>
    public readonly byte[] ToArray() => _length == _bytes.Length ? _bytes : _bytes.AsSpan(0, _length).ToArray();
}
