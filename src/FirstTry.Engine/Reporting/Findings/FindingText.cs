using System;
using System.Globalization;

namespace FirstTry.Engine.Reporting.Findings;

/// <summary>Takes apart what stands behind a place: "error TS2322: No. [rule]".</summary>
internal static class FindingText
{
    private const int LongestMessage = 1000;
    private const int LongestRule = 100;

    private static readonly (string Word, FindingLevel Level)[] Levels =
    [
        ("fatal error", FindingLevel.Error),
        ("syntax error", FindingLevel.Error),
        ("internal error", FindingLevel.Error),
        ("error", FindingLevel.Error),
        ("fatal", FindingLevel.Error),
        ("warning", FindingLevel.Warning),
        ("warn", FindingLevel.Warning),
        ("information", FindingLevel.Note),
        ("info", FindingLevel.Note),
        ("note", FindingLevel.Note),
        ("style", FindingLevel.Note),
        ("help", FindingLevel.Note),
        ("hint", FindingLevel.Note),
        ("message", FindingLevel.Note),
    ];

    /// <summary>The finding that these words are about a place; null when there are none.</summary>
    internal static Finding? At(string file, int line, int column, ReadOnlySpan<char> words)
    {
        var rest = words.Trim();
        var level = TakeLevel(ref rest) ?? FindingLevel.Error;
        var rule = TakeCode(ref rest);
        rest = WithoutProject(rest);
        rule ??= TakeBracketed(ref rest, ref level);
        return Create(file, line, column, level, rest, rule);
    }

    /// <summary>A finding with its message cut to a bearable length; null when there is no message.</summary>
    internal static Finding? Create(string file, int line, int column, FindingLevel level, ReadOnlySpan<char> message, string? rule)
    {
        var text = message.Trim();
        if (text.IsEmpty && rule is null)
        {
            return null;
        }

        var length = text.Length > LongestMessage && char.IsHighSurrogate(text[LongestMessage - 1]) ? LongestMessage - 1 : LongestMessage;
        var kept = text.IsEmpty ? rule! : text.Length > length ? string.Concat(text[..length], "…") : text.ToString();
        return new Finding(file, line, column, level, kept, rule);
    }

    /// <summary>The level that a word of a tool stands for; null when it is none.</summary>
    internal static FindingLevel? LevelOf(ReadOnlySpan<char> word)
    {
        foreach (var (known, level) in Levels)
        {
            if (word.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return level;
            }
        }

        return null;
    }

    /// <summary>Reads a number of at most nine digits at the beginning; 0 and false when there is none.</summary>
    internal static bool TakeNumber(ref ReadOnlySpan<char> text, out int number)
    {
        var length = 0;
        while (length < text.Length && char.IsAsciiDigit(text[length]))
        {
            length++;
        }

        number = 0;
        if (length is 0 or > 9)
        {
            return false;
        }

        number = int.Parse(text[..length], NumberStyles.None, CultureInfo.InvariantCulture);
        text = text[length..];
        return true;
    }

    // "error: …", "error TS2322: …", "- error TS2322: …", "Error - …"; in "error while reading" it is a word of the message.
    private static FindingLevel? TakeLevel(ref ReadOnlySpan<char> text)
    {
        var rest = text.StartsWith("- ") ? text[2..] : text;
        foreach (var (word, level) in Levels)
        {
            if (rest.StartsWith(word, StringComparison.OrdinalIgnoreCase) && EndsLevel(rest[word.Length..]))
            {
                text = rest[word.Length..].TrimStart(":- ");
                return level;
            }
        }

        return null;
    }

    private static bool EndsLevel(ReadOnlySpan<char> behind) =>
        behind is [':', ..] || behind.StartsWith(" - ") || (behind is [' ', ..] && behind.IndexOf(':') is var colon and > 1 && IsCode(behind[1..colon]));

    // Letters, then digits: E501, SC2086, TS2322, CA1822, WHITESPACE is one of dotnet format.
    private static string? TakeCode(ref ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(": ");
        if (end is <= 0 or > 20 || !IsCode(text[..end]))
        {
            return null;
        }

        var code = text[..end].ToString();
        text = text[end..].TrimStart(": ");
        text = text.StartsWith("[*] ") ? text[4..] : text;
        return code;
    }

    /// <summary>Whether a word looks like the name of a rule: capital letters and then digits, or a word of capitals with a colon behind it.</summary>
    internal static bool IsCode(ReadOnlySpan<char> word)
    {
        var letters = 0;
        while (letters < word.Length && char.IsAsciiLetterUpper(word[letters]))
        {
            letters++;
        }

        var digits = 0;
        while (letters + digits < word.Length && char.IsAsciiDigit(word[letters + digits]))
        {
            digits++;
        }

        return letters > 0 && letters + digits == word.Length && (digits > 0 || word is "WHITESPACE" or "ENDOFLINE" or "FINALNEWLINE" or "CHARSET" or "IMPORTS");
    }

    // MSBuild ends each line with the project, and knows nothing of rules in brackets.
    private static ReadOnlySpan<char> WithoutProject(ReadOnlySpan<char> text)
    {
        var start = text.LastIndexOf(" [");
        return start > 0 && (text.EndsWith("proj]") || text.EndsWith(".sln]") || text.EndsWith(".slnx]")) ? text[..start] : text;
    }

    // "message [rule]" of gcc, mypy and shellcheck, "[Error/rule]" of eslint.
    private static string? TakeBracketed(ref ReadOnlySpan<char> text, ref FindingLevel level)
    {
        var start = text.LastIndexOf('[');
        if (start <= 0 || text[^1] != ']' || text[start - 1] != ' ')
        {
            return null;
        }

        var rule = text[(start + 1)..^1];
        if (rule.IsEmpty || rule.Length > LongestRule || rule.Contains(' '))
        {
            return null;
        }

        text = text[..start].TrimEnd();
        var slash = rule.IndexOf('/');
        if (slash > 0 && LevelOf(rule[..slash]) is { } named)
        {
            level = named;
            rule = rule[(slash + 1)..];
        }

        return rule.IsEmpty ? null : rule.ToString();
    }
}
