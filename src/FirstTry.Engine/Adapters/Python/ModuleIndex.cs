using System;
using System.Collections.Generic;

namespace FirstTry.Engine.Adapters.Python;

/// <summary>
/// Finds the files that an import can mean. Which folders are on the module path is not asked: a name means every file whose path ends like it,
/// so that layouts, namespace packages and folders that are added at run time are all covered.
/// </summary>
internal sealed class ModuleIndex
{
    private const string Initializer = "__init__";

    private readonly List<string> _modules;
    private readonly Dictionary<string, List<int>> _byLastName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _byModule = new(StringComparer.Ordinal);

    /// <summary>An index over files.</summary>
    /// <param name="paths">Paths of sources relative to the root, with slashes between; those that are gone included.</param>
    internal ModuleIndex(IReadOnlyList<string> paths)
    {
        _modules = new List<string>(paths.Count);
        for (var i = 0; i < paths.Count; i++)
        {
            var module = ModuleOf(paths[i]);
            _modules.Add(module);
            Add(_byLastName, module[(module.LastIndexOf('/') + 1)..], i);
            Add(_byModule, module, i);
        }
    }

    /// <summary>The folder of a path; empty for the root.</summary>
    internal static string FolderOf(string path) => path.LastIndexOf('/') is >= 0 and var slash ? path[..slash] : "";

    /// <summary>Adds every file that a name can mean, and the packages on the way to it, which are loaded first.</summary>
    /// <param name="isName">False for the parts of an expression, whose first one is a variable unless it was imported: alone it means no file.</param>
    internal void AddAbsolute(ReadOnlySpan<char> dotted, HashSet<int> found, bool isName = true)
    {
        for (var end = dotted.IndexOf('.'); ; end = NextDot(dotted, end))
        {
            var part = end < 0 ? dotted : dotted[..end];
            if (isName || part.Contains('.'))
            {
                AddEndingLike(part.ToString().Replace('.', '/'), found);
            }

            if (end < 0)
            {
                return;
            }
        }
    }

    /// <summary>Adds every file whose path ends like this one, which has slashes between.</summary>
    internal void AddPath(string module, HashSet<int> found) => AddEndingLike(module, found);

    /// <summary>Adds what a name means from a folder on.</summary>
    internal void AddRelative(string folder, ReadOnlySpan<char> dotted, HashSet<int> found)
    {
        AddExact(folder, found);
        if (dotted.Length == 0)
        {
            return;
        }

        for (var end = dotted.IndexOf('.'); ; end = NextDot(dotted, end))
        {
            var part = (end < 0 ? dotted : dotted[..end]).ToString().Replace('.', '/');
            AddExact(folder.Length == 0 ? part : folder + "/" + part, found);
            if (end < 0)
            {
                return;
            }
        }
    }

    /// <summary>Adds the packages that a file lies in, and with tests the files of pytest that go with it.</summary>
    internal void AddSurroundings(string path, bool isTest, HashSet<int> found)
    {
        for (var folder = FolderOf(path); ; folder = FolderOf(folder))
        {
            AddExact(folder, found);
            if (isTest)
            {
                AddExact(folder.Length == 0 ? "conftest" : folder + "/conftest", found);
            }

            if (folder.Length == 0)
            {
                return;
            }
        }
    }

    private void AddEndingLike(string module, HashSet<int> found)
    {
        if (!_byLastName.TryGetValue(module[(module.LastIndexOf('/') + 1)..], out var candidates))
        {
            return;
        }

        foreach (var candidate in candidates)
        {
            var own = _modules[candidate];
            if (own.EndsWith(module, StringComparison.Ordinal) && (own.Length == module.Length || own[own.Length - module.Length - 1] == '/'))
            {
                found.Add(candidate);
            }
        }
    }

    private void AddExact(string module, HashSet<int> found)
    {
        if (_byModule.TryGetValue(module, out var files))
        {
            found.UnionWith(files);
        }
    }

    private static int NextDot(ReadOnlySpan<char> dotted, int dot) => dotted[(dot + 1)..].IndexOf('.') is >= 0 and var next ? dot + 1 + next : -1;

    private static string ModuleOf(string path)
    {
        var module = path[..^".py".Length];
        return module == Initializer ? "" : module.EndsWith("/" + Initializer, StringComparison.Ordinal) ? module[..^(Initializer.Length + 1)] : module;
    }

    private static void Add(Dictionary<string, List<int>> index, string key, int file)
    {
        if (!index.TryGetValue(key, out var files))
        {
            index[key] = files = [];
        }

        files.Add(file);
    }
}
