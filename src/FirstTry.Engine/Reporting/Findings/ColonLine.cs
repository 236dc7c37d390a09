using System;

namespace FirstTry.Engine.Reporting.Findings;

/// <summary>
/// <c>src/a.c:3:5: warning: message [rule]</c>: gcc, clang, ruff, flake8, mypy, go, eslint's unix style, shellcheck's gcc style, and with
/// <c>:3:5 - error TS2322:</c> tsc on a terminal; with <c>: line 3, col 5, Error - message (rule)</c> eslint's compact style.
/// </summary>
internal static class ColonLine
{
    // A name may hold colons and digits itself; more than a few are no name.
    private const int MostTries = 8;

    internal static Finding? Read(string line, SourceFiles files)
    {
        var at = line.IndexOf(':', StringComparison.Ordinal);
        for (var tries = 0; at > 0 && tries < MostTries; tries++)
        {
            var rest = line.AsSpan(at + 1);
            if ((Numbered(rest) ?? Compact(rest)) is { } place && files.Find(line[..at]) is { } file)
            {
                return FindingOf(file, place, rest[place.Length..]);
            }

            at = line.IndexOf(':', at + 1);
        }

        return null;
    }

    private static Finding? FindingOf(string file, (int Line, int Column, int Length) place, ReadOnlySpan<char> words)
    {
        // A frame of a Python stack says where, but not what.
        if (words.TrimStart().StartsWith("in ", StringComparison.Ordinal))
        {
            return null;
        }

        return words.EndsWith(")") && words.LastIndexOf(" (") is var start and > 0 && LooksLikeRule(words[(start + 2)..^1])
            && FindingText.At(file, place.Line, place.Column, words[..start]) is { Rule: null } finding
            ? finding with { Rule = words[(start + 2)..^1].ToString() }
            : FindingText.At(file, place.Line, place.Column, words);
    }

    private static bool LooksLikeRule(ReadOnlySpan<char> word) => word.Length is > 2 and < 80 && !word.Contains(' ') && word.Contains('-');

    private static (int Line, int Column, int Length)? Numbered(ReadOnlySpan<char> text)
    {
        var rest = text;
        if (!FindingText.TakeNumber(ref rest, out var line))
        {
            return null;
        }

        var column = 0;
        if (rest is [':', _, ..] && char.IsAsciiDigit(rest[1]))
        {
            rest = rest[1..];
            _ = FindingText.TakeNumber(ref rest, out column);
        }

        return rest is [':', ..] || rest.StartsWith(" - ", StringComparison.Ordinal) || (column > 0 && rest is [' ', ..])
            ? (line, column, text.Length - rest.Length + (rest[0] == ':' ? 1 : 0))
            : null;
    }

    private static (int Line, int Column, int Length)? Compact(ReadOnlySpan<char> text)
    {
        var rest = text;
        if (!Skip(ref rest, " line ") || !FindingText.TakeNumber(ref rest, out var line) || !Skip(ref rest, ", col ")
            || !FindingText.TakeNumber(ref rest, out var column) || !Skip(ref rest, ", "))
        {
            return null;
        }

        var dash = rest.IndexOf(" - ");
        return dash > 0 && FindingText.LevelOf(rest[..dash]) is not null ? (line, column, text.Length - rest.Length) : null;
    }

    private static bool Skip(ref ReadOnlySpan<char> text, string expected)
    {
        if (!text.StartsWith(expected, StringComparison.Ordinal))
        {
            return false;
        }

        text = text[expected.Length..];
        return true;
    }
}
