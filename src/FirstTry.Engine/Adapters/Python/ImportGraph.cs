using System;
using System.Collections.Generic;
using System.IO;

namespace FirstTry.Engine.Adapters.Python;

/// <summary>Who loads whom among the sources below a folder.</summary>
internal sealed class ImportGraph
{
    private readonly List<string> _paths;
    private readonly List<int>[] _importers;
    private readonly List<int> _open = [];
    private readonly HashSet<int> _quoting = [];
    private readonly string[] _texts;

    private ImportGraph(List<string> paths)
    {
        _paths = paths;
        _importers = new List<int>[paths.Count];
        _texts = new string[paths.Count];
    }

    /// <summary>The tests, by the names that pytest gives them, as numbers.</summary>
    internal List<int> Tests { get; } = [];

    /// <summary>Reads the sources below a folder.</summary>
    /// <param name="root">The absolute path of the folder.</param>
    /// <param name="gone">Sources that are no longer there: what still imports them is reached by that.</param>
    /// <param name="hasScripts">Whether the project installs programs, whose names say nothing of the module behind them.</param>
    /// <returns>Null where imports cannot be followed.</returns>
    /// <exception cref="IOException">A source cannot be read.</exception>
    internal static ImportGraph? Of(string root, IEnumerable<string> gone, bool hasScripts)
    {
        if (SourceTree.Find(root) is not { } paths)
        {
            return null;
        }

        var present = paths.Count;
        paths.AddRange(gone);
        var graph = new ImportGraph(paths);
        graph.Read(root, present, hasScripts);
        return graph;
    }

    /// <summary>The path of a source.</summary>
    internal string this[int source] => _paths[source];

    /// <summary>The number of a source; -1 when there is none.</summary>
    internal int IndexOf(string path) => _paths.IndexOf(path);

    /// <summary>The sources that may load anything.</summary>
    internal IReadOnlyList<int> Open => _open;

    /// <summary>The sources that take whatever lies in a folder: those of tests, and others that may mean a folder of the project.</summary>
    internal List<int> Walking { get; } = [];

    /// <summary>The sources whose text has one of these words.</summary>
    internal List<int> Mentioning(string[] words)
    {
        var found = new List<int>();
        for (var i = 0; i < _texts.Length; i++)
        {
            if (Array.Exists(words, word => _texts[i].Contains(word, StringComparison.Ordinal)))
            {
                found.Add(i);
            }
        }

        return found;
    }

    /// <summary>True when a file of pytest's own says something that lets tests come from elsewhere.</summary>
    internal bool HasOwnCollection()
    {
        for (var i = 0; i < _texts.Length; i++)
        {
            if (IsConftest(_paths[i]) && SourceWords.ChangesCollection(_texts[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>These sources and all that load them, directly or not.</summary>
    internal HashSet<int> ReachedFrom(IEnumerable<int> sources) => ReachedFrom(sources, static _ => false);

    private HashSet<int> ReachedFrom(IEnumerable<int> sources, Predicate<int> isEnd)
    {
        var reached = new HashSet<int>(sources);
        var pending = new Stack<int>(reached);
        while (pending.TryPop(out var source))
        {
            foreach (var importer in _importers[source])
            {
                if (reached.Add(importer) && !isEnd(importer))
                {
                    pending.Push(importer);
                }
            }
        }

        return reached;
    }

    /// <summary>True for a file of tests, by its name.</summary>
    internal static bool IsTest(string path)
    {
        var name = Path.GetFileName(path.AsSpan());
        return name.StartsWith("test_") || name.EndsWith("_test.py");
    }

    private void Read(string root, int present, bool hasScripts)
    {
        var modules = new ModuleIndex(_paths);
        for (var i = 0; i < _paths.Count; i++)
        {
            _importers[i] = [];
            _texts[i] = i < present ? File.ReadAllText(Path.Combine(root, _paths[i])) : "";
        }

        for (var i = 0; i < present; i++)
        {
            var isOfTests = IsOfTests(_paths[i]);
            var loaded = ImportReader.Read(_texts[i], _paths[i], modules, takesQuoted: SourceWords.LoadsByName(_texts[i]));
            modules.AddSurroundings(_paths[i], isOfTests, loaded);
            AddImports(i, loaded);
            if (SourceWords.IsOpen(_texts[i], isOfTests) || (hasScripts && SourceWords.StartsPrograms(_texts[i])))
            {
                _open.Add(i);
            }

            if (SourceWords.Walks(_texts[i]) && (isOfTests || SourceWords.LooksAround(_texts[i])))
            {
                Walking.Add(i);
            }

            if (IsTest(_paths[i]))
            {
                Tests.Add(i);
            }
        }

        FollowStarted(modules, present);
        AddLookers(present);
    }

    // A test can look at the folder that it names only with what it imports, and with the fixtures that it is given.
    private void AddLookers(int present)
    {
        var readers = new List<int>();
        var own = new TopLevelNames(_paths);
        for (var i = 0; i < present; i++)
        {
            if (!IsOnlyHooks(i) && (SourceWords.ReadsFiles(_texts[i]) || SourceWords.LoadsByName(_texts[i]) || !HarmlessModules.AreAll(_texts[i], name => own.Contains(name, _paths[i]))))
            {
                readers.Add(i);
            }
        }

        foreach (var source in ReachedFrom(readers, IsOnlyHooks))
        {
            if (source < present && IsOfTests(_paths[source]) && SourceWords.NamesFolder(_texts[source]) && !_open.Contains(source))
            {
                _open.Add(source);
            }
        }
    }

    private bool IsOnlyHooks(int source) => IsConftest(_paths[source]) && !SourceWords.HasFixtures(_texts[source]);

    // Whoever has a program started may say by its name which: python -m shop.
    private void FollowStarted(ModuleIndex modules, int present)
    {
        var starting = new List<int>();
        for (var i = 0; i < present; i++)
        {
            if (SourceWords.StartsPrograms(_texts[i]))
            {
                starting.Add(i);
            }
        }

        var byName = starting.FindAll(source => SourceWords.NamesModule(_texts[source]));
        for (var hasGrown = true; hasGrown;)
        {
            hasGrown = false;
            var reachedByName = ReachedFrom(byName);
            foreach (var source in ReachedFrom(starting))
            {
                if (source < present && (reachedByName.Contains(source) || SourceWords.NamesModule(_texts[source])) && _quoting.Add(source))
                {
                    AddImports(source, ImportReader.Read(_texts[source], _paths[source], modules, takesQuoted: true));
                    hasGrown = true;
                }
            }
        }
    }

    private void AddImports(int importer, HashSet<int> loaded)
    {
        foreach (var source in loaded)
        {
            _importers[source].Add(importer);
        }
    }

    private static bool IsConftest(string path) => path == "conftest.py" || path.EndsWith("/conftest.py", StringComparison.Ordinal);

    private static bool IsOfTests(string path)
    {
        if (IsTest(path) || IsConftest(path))
        {
            return true;
        }

        foreach (var folder in ModuleIndex.FolderOf(path).Split('/'))
        {
            if (folder.StartsWith("test", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
