using System;
using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Git.Internal;

/// <summary>Reads what git prints with <c>-z</c>: fields that each end with a NUL byte.</summary>
internal static class NulList
{
    /// <summary>The fields in order.</summary>
    public static List<byte[]> Split(ReadOnlySpan<byte> output)
    {
        var fields = new List<byte[]>();
        while (!output.IsEmpty)
        {
            var end = output.IndexOf((byte)0);
            end = end < 0 ? output.Length : end;
            fields.Add(output[..end].ToArray());
            output = output[Math.Min(end + 1, output.Length)..];
        }

        return fields;
    }

    /// <summary>The paths, each ended with a NUL byte, as git reads them.</summary>
    public static byte[] Join(IReadOnlyList<RepoPath> paths)
    {
        var length = 0;
        foreach (var path in paths)
        {
            length += path.Bytes.Length + 1;
        }

        var joined = new byte[length];
        var offset = 0;
        foreach (var path in paths)
        {
            path.Bytes.CopyTo(joined, offset);
            offset += path.Bytes.Length + 1;
        }

        return joined;
    }

    /// <summary>The paths in byte order, each once.</summary>
    public static List<RepoPath> Sorted(IEnumerable<RepoPath> paths)
    {
        var sorted = new List<RepoPath>(paths);
        sorted.Sort();
        var kept = 0;
        for (var i = 0; i < sorted.Count; i++)
        {
            if (kept == 0 || sorted[i] != sorted[kept - 1])
            {
                sorted[kept++] = sorted[i];
            }
        }

        sorted.RemoveRange(kept, sorted.Count - kept);
        return sorted;
    }
}
