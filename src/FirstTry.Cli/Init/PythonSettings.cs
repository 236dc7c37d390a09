using System;
using System.Collections.Generic;

namespace FirstTry.Cli.Init;

/// <summary>What the files of a Python project say of its tools.</summary>
internal sealed class PythonSettings
{
    private static readonly HashSet<string> Prose = ["name", "description", "keywords", "classifiers", "readme"];

    private readonly SourceTree _tree;
    private readonly string _folder;
    private readonly List<string> _requirements = [];

    /// <summary>Reads the project in a folder.</summary>
    public PythonSettings(SourceTree tree, string folder)
    {
        _tree = tree;
        _folder = folder;
        foreach (var place in (string[])[folder, SourceTree.Join(folder, "requirements")])
        {
            foreach (var file in tree.FilesOf(place))
            {
                if (file.EndsWith(".txt", StringComparison.Ordinal) && (place != folder || file.Contains("requirements", StringComparison.Ordinal)))
                {
                    _requirements.AddRange(tree.TextOf(place, file).Split('\n'));
                }
            }
        }
    }

    /// <summary>True when a TOML or INI file has this table, or one in it.</summary>
    public bool HasTable(string file, string table)
    {
        foreach (var candidate in _tree.TextOf(_folder, file).Split('\n'))
        {
            var line = candidate.Trim().TrimStart('[');
            if (candidate.TrimStart().StartsWith('[') && line.StartsWith(table, StringComparison.Ordinal)
                && line.Length > table.Length && line[table.Length] is ']' or '.' or '-')
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when a list of requirements or dependencies has this package.</summary>
    public bool DependsOn(string package)
    {
        foreach (var line in _requirements)
        {
            if (IsRequirement(line.TrimStart(), package))
            {
                return true;
            }
        }

        return Mentions(_tree.TextOf(_folder, "pyproject.toml"), package) || Mentions(_tree.TextOf(_folder, "Pipfile"), package);
    }

    // "black>=23" in a list, or black = "^23" as an entry of a table.
    private static bool Mentions(string text, string package)
    {
        var key = "";
        foreach (var candidate in text.Split('\n'))
        {
            var line = candidate.Trim();
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && line.AsSpan(0, equals).IndexOfAny("\"'") < 0)
            {
                key = line[..equals].TrimEnd();
                if (key == package)
                {
                    return true;
                }
            }

            if (!line.StartsWith('#') && !Prose.Contains(key) && HasRequirement(line.Split('"', '\''), package))
            {
                return true;
            }
        }

        return false;
    }

    // What is between the quotes is every second part.
    private static bool HasRequirement(string[] parts, string package)
    {
        for (var i = 1; i < parts.Length; i += 2)
        {
            if (IsRequirement(parts[i].Trim(), package))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRequirement(string text, string package)
    {
        if (!text.StartsWith(package, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var rest = text.AsSpan(package.Length).TrimStart();
        return rest.IsEmpty || "=<>~![;@,(#".Contains(rest[0], StringComparison.Ordinal);
    }
}
