using System;
using System.Buffers.Binary;
using FirstTry.Git;

namespace FirstTry.Engine.Fingerprints.Remembering;

/// <summary>A file's stat as it is kept on disk.</summary>
internal static class StatBytes
{
    /// <summary>How many bytes it takes.</summary>
    internal const int Length = 44;

    /// <summary>Writes it.</summary>
    internal static void Write(Span<byte> bytes, FileStat stat)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, stat.Device);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], stat.Inode);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[16..], stat.Size);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[24..], stat.ModifiedNanoseconds);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[32..], stat.ChangedNanoseconds);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[40..], stat.Mode);
    }

    /// <summary>Reads it.</summary>
    internal static FileStat Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt64LittleEndian(bytes),
        BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]),
        BinaryPrimitives.ReadInt64LittleEndian(bytes[16..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[40..]),
        BinaryPrimitives.ReadInt64LittleEndian(bytes[24..]),
        BinaryPrimitives.ReadInt64LittleEndian(bytes[32..]));
}
