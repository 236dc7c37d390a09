using System;

namespace FirstTry.Engine.Reporting.Findings;

/// <summary>
/// <c>  --&gt; src/a.py:1:8</c> below a heading such as <c>F401 [*] `os` imported but unused</c> (ruff) or
/// <c>error[E0308]: mismatched types</c> (rustc, clippy).
/// </summary>
internal static class ArrowLine
{
    internal static Finding? Read(string line, string heading, SourceFiles files)
    {
        var text = line.AsSpan().TrimStart();
        if (!text.StartsWith("--> ", StringComparison.Ordinal) || heading.Length == 0)
        {
            return null;
        }

        text = text[4..].Trim();
        var second = text.LastIndexOf(':');
        var first = second > 0 ? text[..second].LastIndexOf(':') : -1;
        if (first <= 0)
        {
            return null;
        }

        var rowText = text[(first + 1)..second];
        var columnText = text[(second + 1)..];
        return FindingText.TakeNumber(ref rowText, out var row) && FindingText.TakeNumber(ref columnText, out var column)
            && rowText.IsEmpty && columnText.IsEmpty && files.Find(text[..first].ToString()) is { } file
            ? WithHeading(file, row, column, heading)
            : null;
    }

    private static Finding? WithHeading(string file, int line, int column, ReadOnlySpan<char> heading)
    {
        var bracket = heading.IndexOf('[');
        var close = heading.IndexOf("]: ");
        return bracket > 0 && close > bracket && FindingText.LevelOf(heading[..bracket]) is { } level
            ? FindingText.Create(file, line, column, level, heading[(close + 3)..], heading[(bracket + 1)..close].ToString())
            : FindingText.At(file, line, column, heading);
    }
}
