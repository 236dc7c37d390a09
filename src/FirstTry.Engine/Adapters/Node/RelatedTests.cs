using System;
using System.Buffers;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Json;
using FirstTry.Graph;

namespace FirstTry.Engine.Adapters.Node;

/// <summary>
/// Has Jest or Vitest run only the tests that import what changed, directly or not. Their import graph is not everything: files that reach
/// others in another way count as changed each time, and whatever is not plain leaves the script whole.
/// </summary>
internal static class RelatedTests
{
    private static readonly HashSet<string> Sources = new(StringComparer.Ordinal) { ".js", ".jsx", ".mjs", ".cjs", ".ts", ".tsx", ".mts", ".cts" };
    private static readonly HashSet<string> Harmless = new(StringComparer.Ordinal) { "run", "--run", "--ci", "--silent", "--verbose", "--runInBand", "-i" };
    private static readonly string[] Configs = ["jest.config", "vitest.config", "vite.config", "vitest.workspace", "babel.config", ".babelrc", ".swcrc", "tsconfig"];

    // Files, processes and modules found by other means than an import of plain text.
    private static readonly SearchValues<string> OtherWays = SearchValues.Create(
        [
            "readFile", "readdir", "Stream(", "'fs'", "\"fs\"", "node:fs", "fs/promises", "fs-extra", "glob", "child_process", "execa", "spawn", "fork(", "Worker",
            "createRequire", "require.context", "require.resolve", "import.meta", "__dirname", "__filename", "process.cwd", "ock(", "eval(", "proxyquire", "rewire",
        ],
        StringComparison.Ordinal);

    /// <summary>The command for these changed files, relative to the package; null when only the whole script is sure to miss nothing.</summary>
    /// <exception cref="IOException">A file of the package cannot be read.</exception>
    internal static Command? Of(AdapterScene scene, string text, IReadOnlyList<string> changed)
    {
        if (scene.Args.Count > 0 || ScriptText.WordsOf(text) is not { } words || words[0] is not ("jest" or "vitest") || !words.TrueForAll(word => word == words[0] || Harmless.Contains(word)))
        {
            return null;
        }

        if (changed.Count == 0 || (words[0] == "vitest" && !words.Contains("run") && !words.Contains("--run")) || !IsPlain(scene.Folder))
        {
            return null;
        }

        var files = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var path in changed)
        {
            if (!IsSource(path) || !File.Exists(Path.Combine(scene.Folder, path)))
            {
                return null;
            }

            files.Add(path);
        }

        AddReachingOtherwise(scene.Folder, files);
        words.RemoveAll(word => word is "run" or "--run");
        string[] program = NodeProgram.Of(scene, words[0]);
        return words[0] == "jest"
            ? Command.Exec([.. program, .. words[1..], "--findRelatedTests", .. files])
            : Command.Exec([.. program, "related", "--run", .. words[1..], .. files]);
    }

    private static bool IsSource(string path) =>
        Sources.Contains(Path.GetExtension(path))
        && !path.EndsWith(".d.ts", StringComparison.Ordinal)
        && !path.Contains("__mocks__", StringComparison.Ordinal)
        && !path.StartsWith('-')
        && !Path.GetFileName(path).StartsWith('.')
        && !Path.GetFileName(path).Contains(".config.", StringComparison.Ordinal)
        && !Array.Exists(Configs, config => Path.GetFileName(path).StartsWith(config, StringComparison.Ordinal));

    // A config that names files of the package, sets thresholds or checks types makes tests depend on more than what they import.
    private static bool IsPlain(string folder)
    {
        foreach (var place in Directory.EnumerateFiles(folder))
        {
            var name = Path.GetFileName(place);
            var isManifest = name == "package.json";
            if (!isManifest && !Array.Exists(Configs, config => name.StartsWith(config, StringComparison.Ordinal)))
            {
                continue;
            }

            var text = File.ReadAllText(place);
            if (isManifest ? HasConfig(text)
                : text.Contains("./", StringComparison.Ordinal) || text.Contains("rootDir>", StringComparison.Ordinal) || text.Contains("etup", StringComparison.Ordinal)
                    || text.Contains("overage", StringComparison.Ordinal) || text.Contains("typecheck", StringComparison.Ordinal) || text.Contains("lias", StringComparison.Ordinal)
                    || text.Contains("apper", StringComparison.Ordinal) || text.Contains("automock", StringComparison.Ordinal) || text.Contains("roots", StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    // In a manifest: the key that has an object, not the dependency of that name.
    private static bool HasConfig(string manifest)
    {
        using var document = JsonDocument.Parse(manifest);
        return Array.Exists(["jest", "vitest", "babel"], (string key) => document.RootElement.TryGetProperty(key, out _));
    }

    private static void AddReachingOtherwise(string root, SortedSet<string> files)
    {
        var pending = new Stack<string>([""]);
        while (pending.TryPop(out var current))
        {
            foreach (var entry in new DirectoryInfo(Path.Combine(root, current)).EnumerateFileSystemInfos())
            {
                var path = current.Length == 0 ? entry.Name : current + "/" + entry.Name;
                if (entry is DirectoryInfo)
                {
                    if (entry.Name is not ("node_modules" or ".git"))
                    {
                        pending.Push(path);
                    }
                }
                else if (Sources.Contains(entry.Extension) && IsSource(path) && ReachesOtherwise(Encoding.Latin1.GetString(File.ReadAllBytes(entry.FullName))))
                {
                    files.Add(path);
                }
            }
        }
    }

    private static bool ReachesOtherwise(string text) =>
        text.AsSpan().IndexOfAny(OtherWays) >= 0 || IsCalledOnOther(text, "import(") || IsCalledOnOther(text, "require(");

    private static bool IsCalledOnOther(string text, string call)
    {
        for (var start = text.IndexOf(call, StringComparison.Ordinal); start >= 0; start = text.IndexOf(call, start, StringComparison.Ordinal))
        {
            start += call.Length;
            if (!IsWrittenOut(text.AsSpan(start)))
            {
                return true;
            }
        }

        return false;
    }

    // Quoted from end to end: "./prices", and then the end of the argument.
    private static bool IsWrittenOut(ReadOnlySpan<char> argument)
    {
        if (argument.Length == 0 || argument[0] is not ('"' or '\''))
        {
            return false;
        }

        var end = argument[1..].IndexOf(argument[0]) + 2;
        return end > 1 && argument[end..].TrimStart() is { Length: > 0 } rest && rest[0] is ')' or ',';
    }
}
