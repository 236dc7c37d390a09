using System;
using System.Collections.Generic;

namespace FirstTry.Cli.Init.Import.Reading;

/// <summary>An executable file without an extension, whose first line tells what it is written in.</summary>
/// <param name="Path">Below the root, with slashes.</param>
/// <param name="Tags">The kinds of file that it is for pre-commit.</param>
internal sealed record ShebangScript(string Path, IReadOnlyList<string> Tags)
{
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
