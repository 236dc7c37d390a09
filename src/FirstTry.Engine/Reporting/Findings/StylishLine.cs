using System;

namespace FirstTry.Engine.Reporting.Findings;

/// <summary><c>  3:5  error  message  rule</c> below a line with the file alone: eslint and stylelint as they write by themselves.</summary>
internal static class StylishLine
{
    internal static Finding? Read(string line, string file)
    {
        if (line[0] is not (' ' or '\t'))
        {
            return null;
        }

        var rest = line.AsSpan().TrimStart();
        if (!FindingText.TakeNumber(ref rest, out var row) || rest is not [':', ..])
        {
            return null;
        }

        rest = rest[1..];
        if (!FindingText.TakeNumber(ref rest, out var column) || rest is not [' ', ..])
        {
            return null;
        }

        rest = rest.TrimStart();
        var word = rest.IndexOf(' ');
        if (word <= 0 || FindingText.LevelOf(rest[..word]) is not { } level)
        {
            return null;
        }

        var message = rest[word..].Trim();
        var gap = message.LastIndexOf("  ");
        var rule = gap > 0 && !message[(gap + 2)..].Contains(' ') ? message[(gap + 2)..].ToString() : null;
        return FindingText.Create(file, row, column, level, rule is null ? message : message[..gap], rule);
    }
}
