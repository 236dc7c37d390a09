using System;
using System.Collections.Generic;
using System.Text;

namespace FirstTry.Cli.Init;

/// <summary>Gives every proposed check a name of its own that the config language takes.</summary>
internal sealed class CheckNames
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Root, string Name), string> _given = [];

    /// <summary>The name of a check: its own at the top of the repository, below that with its folder before it.</summary>
    public string Give(ProposedCheck check)
    {
        var folder = Clean(check.Root) + "-";
        var wished = check.Root == "." || check.Name.StartsWith(folder, StringComparison.Ordinal) ? check.Name : folder + check.Name;
        var name = wished;
        for (var number = 2; !_taken.Add(name); number++)
        {
            name = $"{wished}-{number}";
        }

        _given[(check.Root, check.Name)] = name;
        return name;
    }

    /// <summary>The name that the check of this wished name in the same folder was given; null when it has none yet.</summary>
    public string? Find(string root, string wished) => _given.GetValueOrDefault((root, wished));

    private static string Clean(string folder)
    {
        var clean = new StringBuilder();
        foreach (var character in folder)
        {
            clean.Append(char.IsAsciiLetterOrDigit(character) || character is '_' or '.' ? character : '-');
        }

        var name = clean.ToString().TrimStart('-', '.');
        return name.Length == 0 ? "folder" : name;
    }
}
