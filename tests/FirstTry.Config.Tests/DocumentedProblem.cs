using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.CompilerServices;

namespace FirstTry.Config.Tests;

/// <summary>A section of docs/problems.md.</summary>
/// <param name="Title">The bold sentence at its start, without the full stop.</param>
/// <param name="Printed">What the wrong example prints.</param>
/// <param name="Code">Checks written in C# beside the wrong and the right example; empty where there are none.</param>
/// <param name="Examples">Main file and local file, or null, of the wrong and of the right example.</param>
internal sealed record DocumentedProblem(string Id, string Title, string Printed, IReadOnlyList<(string Main, string? Local)> Examples, IReadOnlyList<string> Code)
{
    public static IReadOnlyList<DocumentedProblem> ReadAll()
    {
        var sections = File.ReadAllText(Path.Combine(RepositoryRoot(), "docs", "problems.md")).Split("\n## ");
        return Array.ConvertAll(sections[1..], Read);
    }

    private static DocumentedProblem Read(string section)
    {
        var lines = section.Split('\n');
        var title = lines[2][2..lines[2].IndexOf(".**", StringComparison.Ordinal)];
        var (printed, examples, code) = ("", new List<(string Main, string? Local)>(), new List<string>());
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                continue;
            }

            var end = Array.IndexOf(lines, "```", i + 1);
            var content = string.Join('\n', lines[(i + 1)..end]);
            switch (lines[i][3..])
            {
                case "text":
                    printed = content;
                    break;
                case "csharp":
                    code.Add(content + "\n");
                    break;
                case "yaml local":
                    examples[^1] = (examples[^1].Main, content);
                    break;
                default:
                    examples.Add((content + "\n", null));
                    break;
            }

            i = end;
        }

        return new DocumentedProblem(lines[0], title, printed, examples, code);
    }

    private static string RepositoryRoot([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", ".."));
}
