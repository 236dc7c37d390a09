using System;
using System.Collections.Generic;
using System.Linq;

namespace FirstTry.Benchmarks;

/// <summary>How a line of a language is made faulty: something before it ends the run of the code, or the test.</summary>
/// <param name="Starts">How lines start, without white space, that can be made so.</param>
/// <param name="Fault">What is put before the line.</param>
internal sealed record FaultyLine(string[] Starts, string Fault)
{
    private const string Thrown = "throw new Error('fault'); ";
    private const string Raised = "if (global::System.Environment.TickCount != -1) throw new global::System.InvalidOperationException(\"fault\"); ";

    private static readonly Dictionary<string, (FaultyLine Source, FaultyLine Test)> Languages = new(StringComparer.Ordinal)
    {
        [".py"] = (new(["return "], "raise RuntimeError('fault'); "), new(["assert "], "assert 'fault' == ''; ")),
        [".js"] = (new(["return "], Thrown), new(["assert.", "assert(", "expect("], Thrown)),
        [".cs"] = (new(["return "], Raised), new(["Assert."], Raised)),
    };

    /// <summary>The languages that are known, by the ending of their files.</summary>
    public static string? LanguageOf(string path) => System.IO.Path.GetExtension(path) switch
    {
        ".py" => ".py",
        ".js" or ".cjs" or ".mjs" or ".ts" or ".tsx" when !path.EndsWith(".d.ts", StringComparison.Ordinal) => ".js",
        ".cs" => ".cs",
        _ => null,
    };

    /// <summary>A text with a fault in the middle one of the lines that can be made faulty; null when there is none.</summary>
    public static string? In(string text, string language, bool isTest)
    {
        var (source, test) = Languages[language];
        return (isTest ? test : source).AtMiddle(text);
    }

    private string? AtMiddle(string text)
    {
        var lines = text.Split('\n');
        var places = Enumerable.Range(1, lines.Length - 1).Where(i => IsFit(lines[i], lines[i - 1])).ToList();
        if (places.Count == 0)
        {
            return null;
        }

        var line = places[places.Count / 2];
        var indent = lines[line].Length - lines[line].TrimStart().Length;
        lines[line] = lines[line].Insert(indent, Fault);
        return string.Join('\n', lines);
    }

    // Indented, as what stands in a function is, and a statement of its own.
    private bool IsFit(string line, string before) =>
        line.Length > 0 && char.IsWhiteSpace(line[0]) && before.TrimEnd() is "" or [.., ';' or '{' or '}' or ':' or ')' or ']' or '/' or '"' or '\'']
        && (Array.Exists(Starts, start => line.TrimStart().StartsWith(start, StringComparison.Ordinal)) || IsShould(line));

    // Shouldly and the like: result.ShouldBe(…);
    private bool IsShould(string line) => Array.IndexOf(Starts, "Assert.") >= 0 && line.Contains(".Should", StringComparison.Ordinal) && line.TrimEnd().EndsWith(';') && !line.Contains("=>", StringComparison.Ordinal);
}
