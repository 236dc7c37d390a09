using System;
using System.Buffers.Binary;
using System.IO;

namespace FirstTry.Engine.Fingerprints.Remembering;

/// <summary>Writes what <see cref="SummedReader"/> reads, in large pieces: what is written is never held as a whole.</summary>
internal sealed class SummedWriter(Stream stream)
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private readonly Checksum _sum = new();
    private int _length;

    /// <summary>Writes bytes, fewer than a piece.</summary>
    internal void Write(ReadOnlySpan<byte> bytes)
    {
        if (_length + bytes.Length > _buffer.Length)
        {
            Flush();
        }

        bytes.CopyTo(_buffer.AsSpan(_length));
        _length += bytes.Length;
    }

    /// <summary>Writes a number.</summary>
    internal void Write(int number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        Write(bytes);
    }

    /// <summary>Writes two short numbers.</summary>
    internal void Write(ushort first, ushort second) => Write(first | (second << 16));

    /// <summary>Writes the sum of everything so far.</summary>
    internal void WriteSum()
    {
        Flush();
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, _sum.Value);
        Write(bytes);
    }

    /// <summary>Writes the sum of everything, which ends the file.</summary>
    internal void Finish()
    {
        WriteSum();
        Flush();
    }

    private void Flush()
    {
        _sum.Add(_buffer.AsSpan(0, _length));
        stream.Write(_buffer, 0, _length);
        _length = 0;
    }
}
