using System;
using System.Collections.Generic;
using System.IO;
using FirstTry.Engine.Adapters.Reaching;
using FirstTry.Graph;

namespace FirstTry.Engine.Adapters.Python;

/// <summary>Which files of tests a change cannot reach. Whatever is not sure widens it to all tests.</summary>
/// <param name="LeftOut">Files of tests that are not reached, relative to the folder of the check.</param>
/// <param name="Count">How many files of tests there are.</param>
/// <param name="WhyAll">Why every test runs; null when some are left out.</param>
internal sealed record PytestSelection(IReadOnlyList<string> LeftOut, int Count, string? WhyAll)
{
    // A command line has an end.
    private const int MostCharacters = 60_000;
    private const int MostChanges = 200;

    private static readonly string[] Documents = [".md", ".markdown", ".rst", ".adoc"];

    /// <summary>All tests.</summary>
    internal static PytestSelection Everything(string why) => new([], 0, why);

    /// <summary>The selection for what changed.</summary>
    /// <exception cref="IOException">A source cannot be read.</exception>
    internal static PytestSelection Of(AdapterScene scene, AdapterChanges changes, string config)
    {
        if (WhyNotSure(scene, changes, config) is { } why)
        {
            return Everything(why);
        }

        var root = scene.Check.Root;
        var changed = changes.Below(root);
        var gone = new AdapterChanges([], changes.Gone, () => []).Below(root).FindAll(SourceTree.IsSource);
        if (gone.Exists(path => path.EndsWith("__init__.py", StringComparison.Ordinal)))
        {
            return Everything("a package is gone");
        }

        if (ImportGraph.Of(scene.Folder, gone, PytestConfig.DefinesPrograms(scene)) is not { } graph)
        {
            return Everything("imports cannot be followed");
        }

        return graph.HasOwnCollection() ? Everything("a conftest.py collects tests in its own way") : Of(graph, changed);
    }

    private static PytestSelection Of(ImportGraph graph, List<string> changed)
    {
        var tests = new HashSet<int>(graph.Tests);
        var reached = new HashSet<int>();
        var isCode = false;
        foreach (var path in changed)
        {
            if (SourceTree.IsSource(path))
            {
                var source = graph.IndexOf(path);
                var from = source < 0 ? [] : graph.ReachedFrom([source]);
                if (!from.Overlaps(tests))
                {
                    return Everything($"'{path}' is imported by no test");
                }

                reached.UnionWith(from);
                isCode = true;
            }
            else
            {
                // Whoever reads it speaks of it, or of everything around it.
                reached.UnionWith(graph.ReachedFrom([.. graph.Mentioning(WordsFor(path)), .. graph.Walking]));
            }
        }

        if (isCode)
        {
            reached.UnionWith(graph.ReachedFrom(graph.Open));
        }

        return LeaveOut(graph, reached);
    }

    private static PytestSelection LeaveOut(ImportGraph graph, HashSet<int> reached)
    {
        var leftOut = new List<string>();
        var characters = 0;
        foreach (var test in graph.Tests)
        {
            if (!reached.Contains(test))
            {
                leftOut.Add(graph[test]);
                characters += graph[test].Length + 10;
            }
        }

        return leftOut.Count == 0 || characters > MostCharacters ? Everything("what changed reaches all of them") : new(leftOut, graph.Tests.Count, null);
    }

    private static string? WhyNotSure(AdapterScene scene, AdapterChanges changes, string config)
    {
        if (Elsewhere(scene) is { } option)
        {
            return $"'{option}' says where its config is";
        }

        var arguments = string.Join(' ', scene.Args) + " ";
        if (SourceWords.ChangesCollection(config) || SourceWords.ChangesCollection(arguments) || config.Contains("python_files", StringComparison.Ordinal))
        {
            return "its config collects tests in its own way";
        }

        foreach (var path in scene.Paths)
        {
            if (path.Contains("::", StringComparison.Ordinal) || path.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(path))
            {
                return $"'{path}' is no folder or file below the check";
            }
        }

        return Array.Find(VariablesOf(scene.Check), DecidesWhatRuns) is { } variable ? $"'{variable}' is set" : WhyNotSure(scene.Check.Root, changes);
    }

    private static string[] VariablesOf(Check check)
    {
        var names = new List<string>(check.PassEnv);
        foreach (var variable in check.Env)
        {
            names.Add(variable.Name);
        }

        return [.. names];
    }

    // Which tests there are, or where modules come from.
    private static bool DecidesWhatRuns(string variable) =>
        variable.StartsWith("PYTEST_", StringComparison.Ordinal) || variable is "PYTHONPATH" or "PYTHONHOME" or "PYTHONSAFEPATH" or "PYTHONPLATLIBDIR" or "PYTHONUSERBASE";

    private static string? Elsewhere(AdapterScene scene)
    {
        foreach (var argument in scene.Args)
        {
            if (argument is "-c" or "--rootdir" or "--config-file" || argument.StartsWith("-c", StringComparison.Ordinal)
                || argument.StartsWith("--rootdir=", StringComparison.Ordinal) || argument.StartsWith("--config-file=", StringComparison.Ordinal))
            {
                return argument;
            }
        }

        return null;
    }

    private static string? WhyNotSure(string root, AdapterChanges changes)
    {
        if (changes.Present.Count + changes.Gone.Count > MostChanges)
        {
            return $"more than {MostChanges} files changed";
        }

        foreach (var path in changes.Below("."))
        {
            var isOutside = root != "." && !path.StartsWith(root + "/", StringComparison.Ordinal);
            if (!IsDocument(path) && (isOutside || !SourceTree.IsSource(path) || PytestConfig.IsOne(path)))
            {
                return $"'{path}' changed";
            }
        }

        foreach (var path in changes.HiddenBelow("."))
        {
            if (!IsDocument(path))
            {
                return $"'{path}' has changes that are not staged";
            }
        }

        return null;
    }

    // Anything else may be data of a test, also where its name is put together.
    private static bool IsDocument(string path) =>
        (Array.Exists(Documents, ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) || path.StartsWith(".github/", StringComparison.Ordinal))
        && OtherWorlds.ForDotnet.WordsFor(path) is not null;

    private static string[] WordsFor(string path)
    {
        var words = new List<string>(OtherWorlds.ForDotnet.WordsFor(path)!) { path[(path.LastIndexOf('/') + 1)..] };
        foreach (var folder in ModuleIndex.FolderOf(path).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            words.AddRange([$"\"{folder}", $"'{folder}", $"/{folder}\"", $"/{folder}'"]);
        }

        return [.. words];
    }
}
