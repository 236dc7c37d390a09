using System;
using System.Collections.Generic;

namespace FirstTry.Cli.Init.Import.Reading;

/// <summary>A file whose kind no common extension tells: an executable without one, whose first line says what it is written in, or one with a rare name.</summary>
/// <param name="Path">Below the root, with slashes.</param>
/// <param name="Tags">The kinds of file that it is for pre-commit.</param>
internal sealed record ShebangScript(string Path, IReadOnlyList<string> Tags)
{
    /// <summary>What finds all files of its name or extension; null where the first line had to be read.</summary>
    public string? Glob { get; init; }

    /// <summary>The kinds of a file with this first line; none where it names no known interpreter.</summary>
    public static IReadOnlyList<string> TagsOf(string line)
    {
        if (!line.StartsWith("#!", StringComparison.Ordinal))
        {
            return [];
        }

        var words = line[2..].Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
        var program = words is [var env, ..] && env.EndsWith("/env", StringComparison.Ordinal) ? Array.Find(words[1..], word => word[0] != '-') : words is [var first, ..] ? first : null;
        var name = program?[(program.LastIndexOf('/') + 1)..].TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.');
        return name switch
        {
            "python" or "pypy" => ["python"],
            "sh" or "bash" or "zsh" or "ksh" or "dash" => ["shell", name],
            "node" or "nodejs" => ["javascript"],
            "ruby" or "perl" or "php" or "lua" => [name],
            _ => [],
        };
    }
}
