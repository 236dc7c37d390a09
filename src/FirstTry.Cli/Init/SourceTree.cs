using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using FirstTry.Git;
using FirstTry.Graph;
using FirstTry.Processes;

namespace FirstTry.Cli.Init;

/// <summary>The files of a repository that git does not ignore, and which of its folders may hold projects of its own.</summary>
internal sealed class SourceTree
{
    private const long MaxText = 1 << 20;

    // What is kept from elsewhere, or kept for tests to read.
    private static readonly HashSet<string> Foreign = new(StringComparer.OrdinalIgnoreCase)
    {
        "node_modules", "bower_components", "vendor", "third_party", "site-packages", "__pycache__",
        "fixtures", "__fixtures__", "testdata", "test-data", "test_data",
    };

    // What tools write beside the project they build; without a .gitignore it is there for all to see.
    private static readonly HashSet<string> Outputs = new(StringComparer.OrdinalIgnoreCase) { "bin", "obj", "target", "dist", "build", "out" };

    private readonly string _root;
    private readonly SortedDictionary<string, List<string>> _folders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _own = new(StringComparer.Ordinal);

    private SourceTree(string root, IReadOnlyList<RepoPath> files)
    {
        _root = root;
        Files = files;
        foreach (var file in files)
        {
            if (TextOf(file) is { } path)
            {
                Paths.Add(path);
            }
        }

        Sort();
    }

    /// <summary>Every file that git knows or would add, in byte order.</summary>
    public IReadOnlyList<RepoPath> Files { get; }

    /// <summary>Those of the files whose paths can be written into a config.</summary>
    public List<string> Paths { get; } = [];

    /// <summary>The folders with files of the repository's own, relative to the root and in order; the root is ".".</summary>
    public IEnumerable<string> Folders => _folders.Keys;

    /// <summary>Asks git, once, what there is.</summary>
    public static SourceTree Read(Worktree worktree, EnvironmentBlock environment) =>
        new(worktree.Root, new ChangeReader(worktree, environment).All().Files);

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

    /// <summary>True when a file is there and reads as text: no zero byte near its start.</summary>
    public bool IsText(RepoPath file)
    {
        try
        {
            var content = WorktreeFiles.SizeOf(_root, file) > MaxText ? [0] : WorktreeFiles.Read(_root, file);
            return !content.AsSpan(0, Math.Min(content.Length, 8000)).Contains((byte)0);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private void Sort()
    {
        var all = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var path in Paths)
        {
            var (folder, name) = Split(path);
            if (!all.TryGetValue(folder, out var files))
            {
                all.Add(folder, files = []);
            }

            files.Add(name);
        }

        _own["."] = true;
        foreach (var (folder, files) in all)
        {
            if (IsOwn(folder, all))
            {
                files.Sort(StringComparer.Ordinal);
                _folders.Add(folder, files);
            }
        }
    }

    private bool IsOwn(string folder, Dictionary<string, List<string>> all)
    {
        if (!_own.TryGetValue(folder, out var isOwn))
        {
            var (parent, name) = Split(folder);
            isOwn = IsOwn(parent, all)
                && !Foreign.Contains(name)
                && (!name.StartsWith('.') || name == ".config")
                && !(Outputs.Contains(name) && all.TryGetValue(parent, out var beside) && beside.Exists(IsProject))
                && !(all.TryGetValue(folder, out var files) && files.Contains("pyvenv.cfg"));
            _own.Add(folder, isOwn);
        }

        return isOwn;
    }

    private static bool IsProject(string file) =>
        file is "package.json" or "Cargo.toml" or "pyproject.toml" or "setup.py" or "setup.cfg" or "pom.xml"
        || file.EndsWith("proj", StringComparison.OrdinalIgnoreCase);

    private static (string Folder, string Name) Split(string path)
    {
        var slash = path.LastIndexOf('/');
        return slash < 0 ? (".", path) : (path[..slash], path[(slash + 1)..]);
    }

    // A name that is not text cannot be written into a config.
    private static string? TextOf(RepoPath path)
    {
        var text = Encoding.UTF8.GetString(path.Bytes);
        return text.Contains('\uFFFD', StringComparison.Ordinal) || text.Contains('\\', StringComparison.Ordinal) || text.AsSpan().ContainsAnyInRange('\0', '\u001F')
            ? null
            : text;
    }
}
