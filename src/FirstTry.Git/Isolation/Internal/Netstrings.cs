using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;

namespace FirstTry.Git.Isolation.Internal;

/// <summary>Lists of byte strings, each written as its length, a colon, itself and a comma.</summary>
internal static class Netstrings
{
    private const int LongestLength = 10;

    /// <summary>Writes fields.</summary>
    public static byte[] Join(params IReadOnlyList<byte[]> fields)
    {
        using var joined = new MemoryStream();
        foreach (var field in fields)
        {
            joined.Write(Encoding.ASCII.GetBytes(field.Length.ToString(CultureInfo.InvariantCulture)));
            joined.WriteByte((byte)':');
            joined.Write(field);
            joined.WriteByte((byte)',');
        }

        return joined.ToArray();
    }

    /// <summary>Writes fields of text.</summary>
    public static byte[] Join(params IReadOnlyList<string> fields)
    {
        var bytes = new List<byte[]>(fields.Count);
        foreach (var field in fields)
        {
            bytes.Add(Encoding.UTF8.GetBytes(field));
        }

        return Join(bytes);
    }

    /// <summary>Reads the next field; false at the end, and where the rest is none.</summary>
    public static bool TryTake(ref ReadOnlySpan<byte> rest, out byte[] field)
    {
        field = [];
        var colon = rest[..Math.Min(rest.Length, LongestLength)].IndexOf((byte)':');
        if (colon < 1
            || !int.TryParse(Encoding.ASCII.GetString(rest[..colon]), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            || length > rest.Length - colon - 2
            || rest[colon + 1 + length] != (byte)',')
        {
            return false;
        }

        field = rest.Slice(colon + 1, length).ToArray();
        rest = rest[(colon + length + 2)..];
        return true;
    }

    /// <summary>Reads all fields; null where they are not whole.</summary>
    public static List<byte[]>? TrySplit(ReadOnlySpan<byte> joined)
    {
        var fields = new List<byte[]>();
        while (TryTake(ref joined, out var field))
        {
            fields.Add(field);
        }

        return joined.IsEmpty ? fields : null;
    }
}
