using System;
using System.Collections.Generic;

namespace FirstTry.Engine.Adapters.Python;

/// <summary>Names that a source can import from the project without naming a package first.</summary>
internal sealed class TopLevelNames
{
    // Where projects keep what they install; a folder of any other name is a package, and what it holds is imported by its name.
    private static readonly string[] Roots = ["", "src", "lib"];

    private readonly HashSet<(string Folder, string Name)> _names = [];

    /// <param name="paths">Of sources, from the root of the project, with slashes.</param>
    internal TopLevelNames(IReadOnlyList<string> paths)
    {
        foreach (var path in paths)
        {
            Add(path[..^".py".Length]);
        }
    }

    /// <summary>True when it lies in the root, in a folder of sources, or beside the source that imports it.</summary>
    /// <param name="importer">The path of that source.</param>
    internal bool Contains(string name, string importer) =>
        Array.Exists(Roots, root => _names.Contains((root, name))) || _names.Contains((FolderOf(importer), name));

    private void Add(string path)
    {
        while (path.Length > 0)
        {
            var folder = FolderOf(path);
            _names.Add((folder, path[(folder.Length == 0 ? 0 : folder.Length + 1)..]));
            path = folder;
        }
    }

    private static string FolderOf(string path) => path.LastIndexOf('/') is var slash && slash < 0 ? "" : path[..slash];
}
