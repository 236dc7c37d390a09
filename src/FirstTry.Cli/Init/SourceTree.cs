using System;
using System.Collections.Generic;
using System.IO;

namespace FirstTry.Cli.Init;

/// <summary>The files of a repository, near enough to its top to tell what it is made of.</summary>
internal sealed class SourceTree
{
    private const int MaxDepth = 4;
    private const int MaxFiles = 50_000;
    private const long MaxText = 1 << 20;

    // What tools bring or build; a hidden folder is never a project of its own.
    private static readonly HashSet<string> Foreign = new(StringComparer.OrdinalIgnoreCase)
    {
        "node_modules", "bower_components", "bin", "obj", "venv", "env", "vendor", "third_party", "target", "dist", "build", "out", "__pycache__", "site-packages",
    };

    private readonly string _root;
    private readonly SortedDictionary<string, List<string>> _folders = new(StringComparer.Ordinal);
    private int _count;

    private SourceTree(string root) => _root = root;

    /// <summary>The folders with files, relative to the root and in order; the root is ".".</summary>
    public IEnumerable<string> Folders => _folders.Keys;

    /// <summary>Looks at a repository; folders that cannot be entered count as empty.</summary>
    public static SourceTree Read(string root)
    {
        var tree = new SourceTree(root);
        tree.Enter(root, ".", depth: 0);
        return tree;
    }

    /// <summary>The names of the files of a folder in order.</summary>
    public IReadOnlyList<string> FilesOf(string folder) => _folders.TryGetValue(folder, out var files) ? files : [];

    /// <summary>True when a folder has a file of this name.</summary>
    public bool Has(string folder, string file) => _folders.TryGetValue(folder, out var files) && files.Contains(file);

    /// <summary>True when a folder has one of these files.</summary>
    public bool HasAny(string folder, params string[] files) => Array.Exists(files, file => Has(folder, file));

    /// <summary>True when a file below a folder, at any depth, has a name that <paramref name="isWanted"/> takes.</summary>
    public bool AnyBelow(string folder, Func<string, bool> isWanted)
    {
        foreach (var (candidate, files) in _folders)
        {
            if (IsBelow(candidate, folder) && files.Exists(file => isWanted(file)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when a folder is another one or in it.</summary>
    public static bool IsBelow(string folder, string parent) =>
        parent == "." || folder == parent || folder.StartsWith(parent + "/", StringComparison.Ordinal);

    /// <summary>The path of a folder or file in a folder.</summary>
    public static string Join(string folder, string name) => folder == "." ? name : folder + "/" + name;

    /// <summary>The text of a file; empty when there is none, it is huge or it cannot be read.</summary>
    public string TextOf(string folder, string file)
    {
        if (!Has(folder, file))
        {
            return "";
        }

        try
        {
            var info = new FileInfo(Path.Combine(_root, folder, file));
            return info.Length > MaxText ? "" : File.ReadAllText(info.FullName);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private void Enter(string path, string folder, int depth)
    {
        var subfolders = new List<string>();
        var files = new List<string>();
        foreach (var entry in EntriesOf(path))
        {
            if (_count >= MaxFiles || (depth > 0 && entry.Name == ".git"))
            {
                // A repository in the repository, a submodule say, has a config of its own.
                return;
            }

            if (entry is FileInfo)
            {
                _count++;
                files.Add(entry.Name);
            }
            else if (entry.LinkTarget is null && IsOwn(entry.Name))
            {
                subfolders.Add(entry.Name);
            }
        }

        files.Sort(StringComparer.Ordinal);
        _folders[folder] = files;
        subfolders.Sort(StringComparer.Ordinal);
        foreach (var name in depth < MaxDepth ? subfolders : [])
        {
            Enter(Path.Combine(path, name), Join(folder, name), depth + 1);
        }
    }

    private static FileSystemInfo[] EntriesOf(string path)
    {
        try
        {
            return new DirectoryInfo(path).GetFileSystemInfos();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    // A name that is not text cannot be written into a config.
    private static bool IsOwn(string name) =>
        !Foreign.Contains(name)
        && (!name.StartsWith('.') || name == ".config")
        && !name.Contains('\uFFFD', StringComparison.Ordinal)
        && !name.Contains('\\', StringComparison.Ordinal)
        && !name.AsSpan().ContainsAnyInRange('\0', '\u001F');
}
