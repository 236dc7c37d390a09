using System;
using System.Buffers;
using System.Buffers.Binary;

namespace FirstTry.Engine.Fingerprints.Remembering;

/// <summary>Writes what <see cref="SummedReader"/> reads; both see the same pieces.</summary>
internal sealed class SummedWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>Writes bytes.</summary>
    internal void Write(ReadOnlySpan<byte> bytes) => _bytes.Write(bytes);

    /// <summary>Writes a number.</summary>
    internal void Write(int number)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.GetSpan(sizeof(int)), number);
        _bytes.Advance(sizeof(int));
    }

    /// <summary>Writes two short numbers.</summary>
    internal void Write(ushort first, ushort second) => Write(first | (second << 16));

    /// <summary>Everything, with its sum at the end.</summary>
    internal ReadOnlySpan<byte> Finish()
    {
        var sum = new Checksum();
        sum.Add(_bytes.WrittenSpan);
        BinaryPrimitives.WriteUInt64LittleEndian(_bytes.GetSpan(sizeof(ulong)), sum.Value);
        _bytes.Advance(sizeof(ulong));
        return _bytes.WrittenSpan;
    }
}
