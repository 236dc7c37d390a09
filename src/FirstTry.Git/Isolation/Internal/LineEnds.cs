using System;
using System.Collections.Generic;

namespace FirstTry.Git.Isolation.Internal;

/// <summary>Line ends of texts.</summary>
internal static class LineEnds
{
    /// <summary>How the lines of a text end.</summary>
    public static LineEnd Of(ReadOnlySpan<byte> text)
    {
        var (all, afterReturn) = (text.Count((byte)'\n'), text.Count("\r\n"u8));
        return all == 0 ? LineEnd.None : afterReturn == 0 ? LineEnd.Lf : afterReturn == all ? LineEnd.CrLf : LineEnd.Mixed;
    }

    /// <summary>The text with other line ends; one whose line ends are mixed is not given here.</summary>
    public static byte[] Convert(byte[] text, LineEnd to)
    {
        if (Of(text) == to || to is LineEnd.None or LineEnd.Mixed)
        {
            return text;
        }

        var converted = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var isReturn = text[i] == (byte)'\r' && i + 1 < text.Length && text[i + 1] == (byte)'\n';
            if (isReturn)
            {
                continue;
            }

            if (text[i] == (byte)'\n' && to == LineEnd.CrLf)
            {
                converted.Add((byte)'\r');
            }

            converted.Add(text[i]);
        }

        return [.. converted];
    }
}
