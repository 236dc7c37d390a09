using System;
using System.Collections.Generic;

namespace FirstTry.Engine.Store;

/// <summary>
/// What a remembered check wrote, for a terminal that it was not written for: without escape sequences and control characters, which could
/// hide lines, move the cursor or make the terminal type. Line ends and tabs stay.
/// </summary>
internal static class LogText
{
    private const byte Escape = 0x1b;
    private const byte Bell = 0x07;

    /// <summary>The bytes without control codes; the same array when there is none.</summary>
    internal static byte[] Strip(byte[] log)
    {
        var start = FindFirst(log);
        if (start < 0)
        {
            return log;
        }

        var kept = new List<byte>(log.Length);
        kept.AddRange(log.AsSpan(0, start));
        for (var i = start; i < log.Length;)
        {
            var length = ControlLength(log.AsSpan(i));
            if (length == 0)
            {
                kept.Add(log[i]);
            }

            i += Math.Max(1, length);
        }

        return [.. kept];
    }

    private static int FindFirst(byte[] log)
    {
        for (var i = 0; i < log.Length; i++)
        {
            if (ControlLength(log.AsSpan(i)) > 0)
            {
                return i;
            }
        }

        return -1;
    }

    // How many bytes at the start are one control code; 0 when none begins here.
    private static int ControlLength(ReadOnlySpan<byte> text) => text[0] switch
    {
        (byte)'\n' or (byte)'\t' => 0,
        (byte)'\r' => text.Length > 1 && text[1] == (byte)'\n' ? 0 : 1,
        Escape => SequenceLength(text),
        < 0x20 or 0x7f => 1,

        // The same codes as characters of Latin-1, U+0080 to U+009F in UTF-8.
        0xc2 when text.Length > 1 && text[1] is >= 0x80 and < 0xa0 => text[1] switch
        {
            0x9b => 1 + ParameterLength(text, 2),
            0x90 or 0x98 or 0x9d or 0x9e or 0x9f => StringLength(text, 2),
            _ => 2,
        },
        _ => 0,
    };

    // Source: ECMA-48, 5.4 to 5.6.
    private static int SequenceLength(ReadOnlySpan<byte> text)
    {
        if (text.Length == 1)
        {
            return 1;
        }

        return text[1] switch
        {
            (byte)'[' => 1 + ParameterLength(text, 2),
            (byte)'P' or (byte)'X' or (byte)']' or (byte)'^' or (byte)'_' => StringLength(text, 2),
            _ => 1 + IntermediateLength(text, 1),
        };
    }

    // One less than where the final byte of a control sequence ends; a sequence that never ends is left at its first stranger.
    private static int ParameterLength(ReadOnlySpan<byte> text, int start)
    {
        var i = start;
        while (i < text.Length && text[i] is >= 0x20 and < 0x40)
        {
            i++;
        }

        return i < text.Length && text[i] is >= 0x40 and < 0x7f ? i : i - 1;
    }

    private static int IntermediateLength(ReadOnlySpan<byte> text, int start)
    {
        var i = start;
        while (i < text.Length && text[i] is >= 0x20 and < 0x30)
        {
            i++;
        }

        return i < text.Length && text[i] is >= 0x30 and < 0x7f ? i : i - 1;
    }

    // A command string goes on to its terminator, a bell, or the end of its line: what lacks an end must not swallow the rest of the log.
    private static int StringLength(ReadOnlySpan<byte> text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == Bell)
            {
                return i + 1;
            }

            if (text[i] == Escape && i + 1 < text.Length && text[i + 1] == (byte)'\\')
            {
                return i + 2;
            }

            if (text[i] == 0xc2 && i + 1 < text.Length && text[i + 1] == 0x9c)
            {
                return i + 2;
            }

            if (text[i] == (byte)'\n')
            {
                return i;
            }
        }

        return text.Length;
    }
}
