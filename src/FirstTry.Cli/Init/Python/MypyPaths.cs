using System;
using System.Collections.Generic;

namespace FirstTry.Cli.Init.Python;

/// <summary>Finds out what a project has mypy check, where mypy's config does not say it.</summary>
internal static class MypyPaths
{
    private static readonly string[] Scripts = ["tox.ini", "Makefile", "noxfile.py", "tasks.py", "justfile", "setup.cfg", "pyproject.toml"];
    private static readonly string[] NoPackages = ["tests", "test", "testing", "docs", "doc", "examples", "example", "benchmarks", "scripts"];

    /// <summary>The paths for the command line; none where mypy's config names what to check, or nothing tells.</summary>
    public static IReadOnlyList<string> Find(SourceTree tree, string folder, PythonSettings settings)
    {
        foreach (var (file, table) in (ReadOnlySpan<(string, string)>)[("mypy.ini", "mypy"), (".mypy.ini", "mypy"), ("pyproject.toml", "tool.mypy"), ("setup.cfg", "mypy")])
        {
            if (settings.HasKey(file, table, "files", "packages", "modules"))
            {
                return [];
            }
        }

        foreach (var script in Scripts)
        {
            foreach (var line in tree.TextOf(folder, script).Split('\n'))
            {
                if (Called(tree, folder, line) is { Count: > 0 } paths)
                {
                    return paths;
                }
            }
        }

        return Packages(tree, folder);
    }

    // "commands = mypy src tests", session.run("mypy", "src"): the words after mypy that are here.
    private static List<string> Called(SourceTree tree, string folder, string line)
    {
        var paths = new List<string>();
        var words = line.Split([' ', '\t', '"', '\'', ',', '(', ')', '[', ']', '\r'], StringSplitOptions.RemoveEmptyEntries);
        var start = Array.IndexOf(words, "mypy");
        for (var i = start + 1; start >= 0 && !line.TrimStart().StartsWith('#') && i < words.Length; i++)
        {
            if (HasSources(tree, folder, words[i].TrimEnd('/')))
            {
                paths.Add(words[i].TrimEnd('/'));
            }
            else if (words[i].Length == 1 || words[i][0] != '-')
            {
                break;
            }
        }

        return paths;
    }

    private static List<string> Packages(SourceTree tree, string folder)
    {
        if (HasSources(tree, folder, "src"))
        {
            return ["src"];
        }

        var packages = new List<string>();
        foreach (var candidate in tree.Folders)
        {
            var name = folder == "." ? candidate : SourceTree.IsBelow(candidate, folder) && candidate != folder ? candidate[(folder.Length + 1)..] : ".";
            if (name != "." && !name.Contains('/', StringComparison.Ordinal) && tree.HasAny(candidate, "__init__.py", "__init__.pyi", "py.typed")
                && !Array.Exists(NoPackages, other => other == name))
            {
                packages.Add(name);
            }
        }

        return packages;
    }

    private static bool HasSources(SourceTree tree, string folder, string path) => path.EndsWith(".py", StringComparison.Ordinal)
        ? tree.Paths.Contains(SourceTree.Join(folder, path))
        : path.Length > 0 && path[0] is not ('.' or '-') && tree.AnyBelow(SourceTree.Join(folder, path), file => file.EndsWith(".py", StringComparison.Ordinal));
}
