using System;
using System.Buffers;
using System.Collections.Generic;

namespace FirstTry.Engine.Builtins.Spelling;

/// <summary>Finds the words of prose in a line: not what stands in backticks or quotes, and no names of code, files, addresses or people.</summary>
internal static class SubjectWords
{
    private static readonly SearchValues<char> MarksOfNames = SearchValues.Create("_.@#\\=<>&$%+*~|");

    /// <summary>The words in their order.</summary>
    internal static List<string> Of(string line)
    {
        var words = new List<string>();
        foreach (var piece in WithoutCode(line).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var text = piece.AsSpan().Trim(".,;:!?()[]{}\u2026");
            if (IsName(text))
            {
                continue;
            }

            foreach (var range in text.SplitAny('-', '/', '(', ')', ':', ',', '\''))
            {
                if (IsWord(text[range]))
                {
                    words.Add(text[range].ToString());
                }
            }
        }

        return words;
    }

    // A mark that is not closed quotes nothing.
    private static string WithoutCode(string line)
    {
        foreach (var mark in (char[])['`', '"'])
        {
            for (var open = line.IndexOf(mark, StringComparison.Ordinal); open >= 0; open = line.IndexOf(mark, StringComparison.Ordinal))
            {
                var close = line.IndexOf(mark, open + 1);
                line = close < 0 ? line.Remove(open, 1) : line[..open] + " " + line[(close + 1)..];
            }
        }

        return line;
    }

    private static bool IsName(ReadOnlySpan<char> text) =>
        text.ContainsAny(MarksOfNames) || text.Contains("//", StringComparison.Ordinal) || text.Contains("::", StringComparison.Ordinal);

    // Letters, at most the first of them a capital: another one inside makes it a name, and so does a digit.
    private static bool IsWord(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiLetter(text[i]) || (i > 0 && char.IsAsciiLetterUpper(text[i])))
            {
                return false;
            }
        }

        return text.Length > 2;
    }
}
