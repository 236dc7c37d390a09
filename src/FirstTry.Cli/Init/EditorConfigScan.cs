using System;
using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Cli.Init;

/// <summary>Proposes to mend white space where <c>.editorconfig</c> asks for it.</summary>
internal static class EditorConfigScan
{
    /// <summary>The checks that follow from the file at the top of the repository.</summary>
    public static IEnumerable<ProposedCheck> Find(SourceTree tree)
    {
        var text = tree.TextOf(".", ".editorconfig");
        if (Propose(text, "trim_trailing_whitespace", "trailing-whitespace", "No white space at the ends of lines, as .editorconfig says") is { } space)
        {
            yield return space;
        }

        if (Propose(text, "insert_final_newline", "end-of-file", "Files end with one line end, as .editorconfig says") is { } end)
        {
            yield return end;
        }
    }

    private static ProposedCheck? Propose(string text, string property, string check, string description)
    {
        var wanted = new List<string>();
        var unwanted = new List<string>();
        var isEverywhere = false;
        foreach (var (section, value) in SectionsWith(text, property))
        {
            var isTrue = value.Equals("true", StringComparison.OrdinalIgnoreCase);
            if (section is "*" or "**")
            {
                isEverywhere = isTrue;
                unwanted.Clear();
            }
            else if (!IsPlain(section))
            {
                // Its patterns are not ours: to leave the check out is better than to mend a file that wants to stay as it is.
                return null;
            }
            else
            {
                (isTrue ? wanted : unwanted).Add(section);
            }
        }

        return isEverywhere || wanted.Count > 0
            ? new ProposedCheck(check, check, description) { Files = isEverywhere ? [] : wanted, Exclude = unwanted }
            : null;
    }

    private static IEnumerable<(string Section, string Value)> SectionsWith(string text, string property)
    {
        var section = "";
        foreach (var candidate in text.Split('\n'))
        {
            var line = candidate.Trim();
            if (line.StartsWith('[') && line.EndsWith(']'))
            {
                section = line[1..^1];
            }
            else if (line.Split('=', 2) is [var key, var value]
                && section.Length > 0
                && key.TrimEnd().Equals(property, StringComparison.OrdinalIgnoreCase))
            {
                yield return (section, value.Trim());
            }
        }
    }

    private static bool IsPlain(string pattern)
    {
        foreach (var character in pattern)
        {
            if (!char.IsAsciiLetterOrDigit(character) && !"._*?{},-/".Contains(character, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return !pattern.Contains("**", StringComparison.Ordinal) && !pattern.Contains("..", StringComparison.Ordinal) && Glob.TryParse(pattern, out _, out _);
    }
}
