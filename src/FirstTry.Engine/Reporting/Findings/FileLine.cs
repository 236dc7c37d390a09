using System;

namespace FirstTry.Engine.Reporting.Findings;

/// <summary><c>would reformat a.py</c> and <c>a.txt: message</c>: tools that speak of a file as a whole.</summary>
internal static class FileLine
{
    private static readonly string[] Reformatting = ["would reformat ", "Would reformat: ", "would reformat: "];

    internal static Finding? Read(string line, SourceFiles files)
    {
        foreach (var words in Reformatting)
        {
            if (line.StartsWith(words, StringComparison.Ordinal) && files.Find(line[words.Length..]) is { } name)
            {
                return new Finding(name, 0, 0, FindingLevel.Error, "would be reformatted", null);
            }
        }

        // "a.c: In function 'main':" only says where what follows is.
        var at = line.IndexOf(": ", StringComparison.Ordinal);
        return at > 0 && line[^1] != ':' && line[0] is not (' ' or '\t') && files.Find(line[..at]) is { } file
            ? FindingText.At(file, 0, 0, line.AsSpan(at + 2))
            : null;
    }
}
