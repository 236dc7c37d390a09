using System;
using System.Buffers.Binary;
using System.Numerics;

namespace FirstTry.Engine.Fingerprints.Remembering;

/// <summary>Tells damage by accident; however the bytes are cut into pieces, the sum is the same.</summary>
internal sealed class Checksum
{
    private const ulong Prime = 0x9E3779B185EBCA87;
    private ulong _value = Prime;
    private ulong _pending;
    private int _pendingBytes;
    private ulong _length;

    /// <summary>The sum of everything added so far.</summary>
    internal ulong Value => Mix(Mix(_value, _pending), _length);

    /// <summary>Adds the next bytes.</summary>
    internal void Add(ReadOnlySpan<byte> bytes)
    {
        _length += (ulong)bytes.Length;
        while (_pendingBytes > 0 && !bytes.IsEmpty)
        {
            AddByte(bytes[0]);
            bytes = bytes[1..];
        }

        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            _value = Mix(_value, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (var value in bytes)
        {
            AddByte(value);
        }
    }

    private static ulong Mix(ulong value, ulong word) => BitOperations.RotateLeft(value ^ (word * Prime), 27) * Prime;

    private void AddByte(byte value)
    {
        _pending |= (ulong)value << (8 * _pendingBytes);
        if (++_pendingBytes == sizeof(ulong))
        {
            _value = Mix(_value, _pending);
            (_pending, _pendingBytes) = (0, 0);
        }
    }
}
