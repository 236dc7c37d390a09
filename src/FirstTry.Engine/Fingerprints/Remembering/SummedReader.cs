using System;
using System.Buffers.Binary;
using System.IO;

namespace FirstTry.Engine.Fingerprints.Remembering;

/// <summary>Reads a file from front to back in large pieces and adds up what it reads.</summary>
internal sealed class SummedReader(Stream stream, int pieceBytes)
{
    private readonly byte[] _buffer = new byte[pieceBytes];
    private readonly Checksum _sum = new();
    private int _start;
    private int _end;

    /// <summary>The next bytes, valid until the next call; false at the end of the file.</summary>
    internal bool TryRead(int length, out ReadOnlySpan<byte> bytes)
    {
        if (!TryBuffer(length))
        {
            bytes = default;
            return false;
        }

        bytes = _buffer.AsSpan(_start, length);
        _sum.Add(bytes);
        _start += length;
        return true;
    }

    /// <summary>The next number, which is not negative.</summary>
    internal bool TryReadNumber(out int number)
    {
        number = 0;
        if (!TryRead(sizeof(int), out var bytes))
        {
            return false;
        }

        number = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        return number >= 0;
    }

    /// <summary>True when what comes next, and last, is the sum of everything before.</summary>
    internal bool IsSumRight()
    {
        var sum = _sum.Value;
        return TryBuffer(sizeof(ulong)) && _end - _start == sizeof(ulong)
            && BinaryPrimitives.ReadUInt64LittleEndian(_buffer.AsSpan(_start)) == sum
            && stream.Read(_buffer, 0, 1) == 0;
    }

    /// <summary>True when what comes next is the sum of everything before; then there may be more.</summary>
    internal bool IsSumSoFarRight()
    {
        var sum = _sum.Value;
        return TryRead(sizeof(ulong), out var bytes) && BinaryPrimitives.ReadUInt64LittleEndian(bytes) == sum;
    }

    private bool TryBuffer(int length)
    {
        if (_end - _start >= length)
        {
            return true;
        }

        if (length > _buffer.Length)
        {
            return false;
        }

        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        while (_end < length)
        {
            var read = stream.Read(_buffer, _end, _buffer.Length - _end);
            if (read == 0)
            {
                return false;
            }

            _end += read;
        }

        return true;
    }
}
