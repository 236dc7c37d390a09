using System;

namespace FirstTry.Engine.Reporting.Findings;

/// <summary><c>::error file=a.py,line=3,col=5,title=E501::message</c>: tools that write for GitHub by themselves.</summary>
internal static class WorkflowCommand
{
    internal static Finding? Read(string line, SourceFiles files)
    {
        if (!line.StartsWith("::", StringComparison.Ordinal) || line.IndexOf("::", 2, StringComparison.Ordinal) is not (var end and > 2))
        {
            return null;
        }

        var head = line.AsSpan(2, end - 2);
        var space = head.IndexOf(' ');
        var word = space < 0 ? head : head[..space];
        var level = word is "notice" ? FindingLevel.Note : word is "error" or "warning" ? FindingText.LevelOf(word) : null;
        return level is { } known && space > 0 ? FindingOf(known, head[(space + 1)..].ToString(), line[(end + 2)..], files) : null;
    }

    private static Finding? FindingOf(FindingLevel level, string properties, string message, SourceFiles files)
    {
        string? file = null;
        string? rule = null;
        var (line, column) = (0, 0);
        foreach (var property in properties.Split(','))
        {
            var equals = property.IndexOf('=', StringComparison.Ordinal);
            var value = Decode(property[(equals + 1)..]);
            var number = value.AsSpan();
            switch (equals < 0 ? "" : property[..equals])
            {
                case "file":
                    file = files.Find(value);
                    break;
                case "line":
                    _ = FindingText.TakeNumber(ref number, out line);
                    break;
                case "col":
                    _ = FindingText.TakeNumber(ref number, out column);
                    break;
                case "title":
                    rule = value.Length is > 0 and < 80 && !value.Contains(' ', StringComparison.Ordinal) ? value : null;
                    break;
            }
        }

        return file is null ? null : FindingText.Create(file, line, column, level, Decode(message).ReplaceLineEndings(" "), rule);
    }

    private static string Decode(string text) => text
        .Replace("%0D", "\r", StringComparison.OrdinalIgnoreCase)
        .Replace("%0A", "\n", StringComparison.OrdinalIgnoreCase)
        .Replace("%3A", ":", StringComparison.OrdinalIgnoreCase)
        .Replace("%2C", ",", StringComparison.OrdinalIgnoreCase)
        .Replace("%25", "%", StringComparison.Ordinal);
}
