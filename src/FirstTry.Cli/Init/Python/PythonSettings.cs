using System;
using System.Collections.Generic;

namespace FirstTry.Cli.Init.Python;

/// <summary>What the files of a Python project say of its tools.</summary>
internal sealed class PythonSettings
{
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

        foreach (var file in (string[])["pyproject.toml", "Pipfile", "setup.cfg"])
        {
            _requirements.AddRange(DependencyLists.Read(tree.TextOf(folder, file)));
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

    /// <summary>True when a TOML or INI file has one of these keys in a table.</summary>
    public bool HasKey(string file, string table, params ReadOnlySpan<string> keys)
    {
        var isInside = false;
        foreach (var candidate in _tree.TextOf(_folder, file).Split('\n'))
        {
            var line = candidate.Trim();
            isInside = line.StartsWith('[') ? line.StartsWith($"[{table}]", StringComparison.Ordinal) : isInside;
            if (isInside && line.Split('=', 2) is [var key, _] && keys.Contains(key.TrimEnd()))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when a list of requirements or dependencies has this package.</summary>
    public bool DependsOn(string package) => _requirements.Exists(line => IsRequirement(line.TrimStart(), package));

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
