using System;
using System.Buffers;
using System.Collections.Generic;
using System.Text;

namespace FirstTry.Engine.Fingerprints.Inputs;

/// <summary>Patterns that name one path.</summary>
internal static class PlainPath
{
    private static readonly SearchValues<char> Special = SearchValues.Create("*?[]{}\\!");

    /// <summary>The path that a pattern without wildcards names, in the form in which paths are kept; null when it has any, or names nothing.</summary>
    internal static byte[]? Of(string pattern) => pattern.AsSpan().ContainsAny(Special) ? null : Normalize(pattern);

    /// <summary>The folder that everything a pattern can match lies in; empty when that is anywhere.</summary>
    internal static string FolderOf(string pattern)
    {
        var special = pattern.AsSpan().IndexOfAny(Special);
        var plain = special < 0 ? pattern : pattern[..special];
        return pattern.Contains('/', StringComparison.Ordinal) ? plain[..(plain.LastIndexOf('/') + 1)].TrimEnd('/') : "";
    }

    private static byte[]? Normalize(string pattern)
    {
        var segments = new List<string>();
        foreach (var segment in pattern.Split('/'))
        {
            if (segment is not ("" or "."))
            {
                segments.Add(segment);
            }
        }

        var start = pattern.StartsWith('/') ? "/" : "";
        return segments.Count == 0 ? null : Encoding.UTF8.GetBytes(start + string.Join('/', segments));
    }
}
