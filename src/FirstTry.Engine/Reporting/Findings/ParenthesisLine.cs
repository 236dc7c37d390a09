using System;

namespace FirstTry.Engine.Reporting.Findings;

/// <summary><c>src/a.cs(3,5): error CS1002: message [project]</c>: MSBuild, dotnet format, tsc and others from that house.</summary>
internal static class ParenthesisLine
{
    private const int MostTries = 8;

    internal static Finding? Read(string line, SourceFiles files)
    {
        var at = line.IndexOf('(', StringComparison.Ordinal);
        for (var tries = 0; at > 0 && tries < MostTries; tries++)
        {
            var rest = line.AsSpan(at + 1);
            if (TakePlace(ref rest, out var row, out var column) && files.Find(line[..at]) is { } file)
            {
                return FindingText.At(file, row, column, rest);
            }

            at = line.IndexOf('(', at + 1);
        }

        return null;
    }

    // "3)", "3,5)", "3,5,3,9)", each with a colon behind it.
    private static bool TakePlace(ref ReadOnlySpan<char> text, out int row, out int column)
    {
        column = 0;
        if (!FindingText.TakeNumber(ref text, out row))
        {
            return false;
        }

        for (var i = 0; i < 3 && text is [',', ..]; i++)
        {
            text = text[1..];
            if (!FindingText.TakeNumber(ref text, out var number))
            {
                return false;
            }

            column = i == 0 ? number : column;
        }

        if (!text.StartsWith("):") && !text.StartsWith(") :"))
        {
            return false;
        }

        text = text[(text.IndexOf(':') + 1)..];
        return true;
    }
}
