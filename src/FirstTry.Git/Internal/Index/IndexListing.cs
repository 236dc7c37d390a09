using System;
using System.Buffers.Binary;
using System.IO;
using System.Text;

namespace FirstTry.Git.Internal.Index;

/// <summary>Brings what <c>git ls-files -z --stage</c> prints, <c>mode id stage TAB path</c>, into the layout of an index file, version 2.</summary>
internal static class IndexListing
{
    private const uint Version = 2;

    /// <summary>The file, with no times, no sizes and no checksum.</summary>
    /// <exception cref="GitException">The listing is not of that form.</exception>
    public static byte[] ToFile(byte[] listing, int idLength)
    {
        var lines = NulList.Split(listing);
        using var file = new MemoryStream(listing.Length * 2);
        Write(file, "DIRC"u8);
        Write(file, Version);
        Write(file, (uint)lines.Count);
        foreach (var line in lines)
        {
            WriteEntry(file, line, idLength);
        }

        Write(file, new byte[idLength]);
        return file.ToArray();
    }

    private static void WriteEntry(MemoryStream file, byte[] line, int idLength)
    {
        var tab = line.AsSpan().IndexOf((byte)'\t');
        var fields = tab < 0 ? [] : Encoding.ASCII.GetString(line, 0, tab).Split(' ');
        if (fields is not [var mode, var id, [var stage]] || id.Length != 2 * idLength)
        {
            throw new GitException("git's list of tracked files is not understood.");
        }

        var start = (int)file.Position;
        Write(file, new byte[EntryLayout.Mode]);
        Write(file, Convert.ToUInt32(mode, 8));
        Write(file, new byte[EntryLayout.Id - EntryLayout.Mode - sizeof(uint)]);
        Write(file, Convert.FromHexString(id));
        var name = line.AsSpan(tab + 1);
        var flags = ((stage - '0') << EntryLayout.StageShift) | Math.Min(name.Length, EntryLayout.NameLengthMask);
        Write(file, [(byte)(flags >> 8), (byte)flags]);
        Write(file, name);
        var length = (int)file.Position - start;
        Write(file, new byte[8 - (length % 8)]);
    }

    private static void Write(MemoryStream file, uint number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        file.Write(bytes);
    }

    private static void Write(MemoryStream file, ReadOnlySpan<byte> bytes) => file.Write(bytes);
}
