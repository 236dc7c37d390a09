using System;
using System.Collections.Generic;

namespace FirstTry.Engine.Adapters.Reaching;

/// <summary>Tells which files are no matter of one world of tools unless its code speaks of them: documentation, and sources of other languages.</summary>
internal sealed class OtherWorlds
{
    private readonly Dictionary<string, string[]> _languages;

    // Code with one of these takes whatever it finds in a folder, and speaks of nothing.
    private readonly string[] _listing;

    private OtherWorlds(string[] listing, params Dictionary<string, string[]>[] languages)
    {
        _listing = listing;
        _languages = new(OfAll, StringComparer.OrdinalIgnoreCase);
        foreach (var language in languages)
        {
            foreach (var (ending, words) in language)
            {
                _languages[ending] = words;
            }
        }
    }

    /// <summary>What is no matter of JavaScript.</summary>
    internal static OtherWorlds ForNode { get; } = new(["readdir(", "readdir)", "readdirSync", "opendir", "glob(", "globSync", "globby("], OfDotnet);

    /// <summary>What is no matter of .NET.</summary>
    internal static OtherWorlds ForDotnet { get; } = new(["GetFiles", "EnumerateFiles", "GetFileSystem", "EnumerateFileSystem"], OfNode);

    // By the ending of a file: the words in code that speak of such files.
    private static Dictionary<string, string[]> OfAll => new()
    {
        [".py"] = [".py", "python"],
        [".pyi"] = [".py", "python"],
        [".ipynb"] = [".ipynb", "python"],
        [".rb"] = [".rb", "ruby"],
        [".php"] = [".php", "php "],
        [".java"] = [".java", "java "],
        [".kt"] = [".kt", "kotlin"],
        [".swift"] = [".swift", "swift "],
    };

    private static Dictionary<string, string[]> OfDotnet => new()
    {
        [".cs"] = [".cs", "dotnet"],
        [".csx"] = [".cs", "dotnet"],
        [".vb"] = [".vb", "dotnet"],
        [".fs"] = [".fs", "dotnet"],
        [".razor"] = [".razor", "dotnet"],
        [".cshtml"] = [".cshtml", "dotnet"],
        [".csproj"] = ["proj", "dotnet"],
        [".fsproj"] = ["proj", "dotnet"],
        [".vbproj"] = ["proj", "dotnet"],
        [".sln"] = [".sln", "dotnet"],
        [".slnx"] = [".sln", "dotnet"],
    };

    private static Dictionary<string, string[]> OfNode => new()
    {
        [".js"] = [".js", "node", "npm"],
        [".jsx"] = [".js", "node", "npm"],
        [".mjs"] = [".mjs", "node", "npm"],
        [".cjs"] = [".cjs", "node", "npm"],
        [".ts"] = [".ts", "node", "npm"],
        [".tsx"] = [".ts", "node", "npm"],
        [".vue"] = [".vue", "node", "npm"],
        [".svelte"] = [".svelte", "node", "npm"],
        [".css"] = [".css"],
        [".scss"] = [".scss", "node", "npm"],
    };

    private static readonly string[] Documentation = [".md", ".markdown", ".rst", ".adoc"];

    private static readonly string[] TextsByName = ["LICENSE", "LICENCE", "NOTICE", "AUTHORS", "CODEOWNERS", "CONTRIBUTORS", "CHANGELOG", "COPYING"];

    private static readonly string[] HostFolders = [".github/", ".gitlab/", ".circleci/", ".vscode/", ".idea/", ".devcontainer/"];

    // Documents lying there are what the code works on.
    private static readonly HashSet<string> Material = new(StringComparer.OrdinalIgnoreCase)
    {
        "src", "lib", "app", "test", "tests", "spec", "specs", "e2e", "fixture", "fixtures", "testdata", "content", "pages", "posts", "data", "templates",
    };

    /// <summary>The words by which code would speak of a file that is otherwise no matter, or find it; null when the file is one.</summary>
    /// <param name="path">Relative to the root of the project.</param>
    internal string[]? WordsFor(string path)
    {
        foreach (var folder in HostFolders)
        {
            if (path.StartsWith(folder, StringComparison.Ordinal))
            {
                return [folder[..^1]];
            }
        }

        var name = path[(path.LastIndexOf('/') + 1)..];
        var ending = name.LastIndexOf('.') is > 0 and var dot ? name[dot..] : "";
        if (_languages.TryGetValue(ending, out var words))
        {
            return [.. words, .. _listing];
        }

        return IsDocument(name, ending) && !LiesAmongMaterial(path) ? [ending.Length == 0 ? name : ending, name, .. _listing] : null;
    }

    private static bool IsDocument(string name, string ending)
    {
        if (Array.Exists(Documentation, known => known.Equals(ending, StringComparison.OrdinalIgnoreCase)))
        {
            return true;
        }

        var stem = ending is "" or ".txt" ? name[..(name.Length - ending.Length)] : "";
        return Array.Exists(TextsByName, known => known.Equals(stem, StringComparison.OrdinalIgnoreCase));
    }

    private static bool LiesAmongMaterial(string path)
    {
        var start = 0;
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = path.IndexOf('/', start))
        {
            var folder = path[start..slash];
            if (Material.Contains(folder) || folder.StartsWith("__", StringComparison.Ordinal))
            {
                return true;
            }

            start = slash + 1;
        }

        return false;
    }
}
