using System;

namespace FirstTry.Engine.Reporting.Findings;

/// <summary><c>In a.sh line 3:</c>, the line itself, then <c>     ^--^ SC2086 (info): message</c>: shellcheck as it writes by itself.</summary>
internal static class ShellcheckBlock
{
    /// <summary>The file and the line of a heading; null when it is none.</summary>
    internal static (string File, int Line)? ReadHeading(string line, SourceFiles files)
    {
        var at = line.LastIndexOf(" line ", StringComparison.Ordinal);
        if (!line.StartsWith("In ", StringComparison.Ordinal) || at <= 3)
        {
            return null;
        }

        var rest = line.AsSpan(at + 6);
        return FindingText.TakeNumber(ref rest, out var number) && rest is ":" && files.Find(line[3..at]) is { } file ? (file, number) : null;
    }

    /// <summary>The finding below the place that a caret points at; null when the line is none.</summary>
    internal static Finding? Read(string line, string file, int row)
    {
        var caret = line.IndexOf('^', StringComparison.Ordinal);
        var code = line.IndexOf("SC", StringComparison.Ordinal);
        if (caret < 0 || code < caret || line.AsSpan(0, caret).Trim().Length > 0)
        {
            return null;
        }

        var rest = line.AsSpan(code);
        var open = rest.IndexOf(" (");
        var close = rest.IndexOf("): ");
        return open > 0 && close > open && FindingText.IsCode(rest[..open]) && FindingText.LevelOf(rest[(open + 2)..close]) is { } level
            ? FindingText.Create(file, row, caret + 1, level, rest[(close + 3)..], rest[..open].ToString())
            : null;
    }
}
