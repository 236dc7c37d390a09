using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text.Json;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Cache;

/// <summary>
/// A repository whose results are remembered. Every run is compared with one that remembers nothing, in a copy of the tree taken just before:
/// a remembered pass that such a run would not give fails the test, whatever it is about.
/// </summary>
internal sealed class CacheScene : IDisposable
{
    private readonly string _oracle;

    private CacheScene(TemporaryRepository repository)
    {
        Repository = repository;
        _oracle = Path.Combine(repository.Outside, "oracle");
    }

    internal TemporaryRepository Repository { get; }

    internal string Root => Repository.Root;

    internal string Outside => Repository.Outside;

    internal Dictionary<string, string?> Environment => Repository.Environment;

    internal string StoreRoot => Path.Combine(Environment["FIRSTTRY_CACHE_DIR"]!, "v1");

    /// <summary>A repository with this config and everything in it committed.</summary>
    internal static CacheScene Create(string checks, (string Path, string Content)[] files, [CallerMemberName] string test = "")
    {
        var repository = TemporaryRepository.Create(test: test);
        repository.Write("firsttry.yml", $"version: 1\nchecks:\n{checks}\n");
        foreach (var (path, content) in files)
        {
            repository.Write(path, content);
        }

        repository.CommitAll();
        return new CacheScene(repository);
    }

    /// <summary>The usual one: the check "lint" objects to the word "bad" in <c>src</c>, and leaves a mark each time it runs.</summary>
    internal static CacheScene Lint([CallerMemberName] string test = "") => Create(
        """  lint: { run: "echo x >> ../lint.ran; ! grep -rs bad src", inputs: ["src/**"] }""",
        [("src/a.txt", "good\n"), ("src/b.txt", "fine\n"), ("docs/readme.txt", "text\n")],
        test);

    internal void Write(string path, string content) => Repository.Write(path, content);

    internal string Git(params string[] arguments) => Repository.Git(arguments);

    /// <summary>Runs everything on all files and compares with a run that remembers nothing.</summary>
    internal JsonElement Run(params string[] options)
    {
        CopyTree();
        var report = Report(Root, ["run", "--all-files", .. options]);
        var oracle = Report(Path.Combine(_oracle, "repo"), ["run", "--all-files", "--cache", "off"]);
        foreach (var expected in oracle.GetProperty("checks").EnumerateArray())
        {
            var actual = Check(report, expected.GetProperty("name").GetString()!);
            Assert.True(
                actual.GetProperty("status").GetString() == expected.GetProperty("status").GetString(),
                $"with memory: {actual}\nwithout: {expected}");
        }

        Assert.Equal(oracle.GetProperty("exit_code").GetInt32(), report.GetProperty("exit_code").GetInt32());
        return report;
    }

    /// <summary>Runs, and expects that the check is remembered and nothing of it is started.</summary>
    internal JsonElement Hits(string check = "lint")
    {
        var before = Executions(check);

        var result = Check(Run(), check);

        Assert.True(result.GetProperty("cached").GetBoolean(), result.ToString());
        Assert.Equal("inputs unchanged", result.GetProperty("reason").GetString());
        Assert.Equal(before, Executions(check));
        return result;
    }

    /// <summary>Runs, and expects that the check is executed, for a reason that contains this text.</summary>
    internal JsonElement Misses(string check = "lint", string because = "")
    {
        var before = Executions(check);

        var result = Check(Run(), check);

        Assert.False(result.GetProperty("cached").GetBoolean(), result.ToString());
        Assert.Contains(because, result.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal(before + 1, Executions(check));
        return result;
    }

    /// <summary>How often the check ran: it leaves a character in a file of its name each time.</summary>
    internal int Executions(string check) =>
        Path.Combine(Outside, check + ".ran") is var file && File.Exists(file) ? File.ReadAllText(file).Count(character => character == 'x') : 0;

    /// <summary>The report of the run whose counters were last asked for.</summary>
    internal JsonElement LastReport { get; private set; }

    /// <summary>What taking fingerprints cost in one run.</summary>
    internal JsonElement Counters(params string[] options)
    {
        var file = Path.Combine(Outside, "counters.json");
        Environment["FIRSTTRY_COUNTERS"] = file;
        LastReport = Report(Root, ["run", "--all-files", .. options]);
        Environment.Remove("FIRSTTRY_COUNTERS");
        return JsonDocument.Parse(File.ReadAllText(file)).RootElement;
    }

    internal JsonElement Report(string directory, params string[] arguments)
    {
        Repository.PutFirsttryOnPath();
        var result = CommandLine.Run(directory, PublishedBinary.For(directory, arguments), [.. arguments, "--format", "json"], Environment);
        Assert.True(result.Output.StartsWith('{'), result.ToString());
        return JsonDocument.Parse(result.Output).RootElement;
    }

    internal static JsonElement Check(JsonElement report, string name) =>
        report.GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("name").GetString() == name);

    /// <summary>The files of the store of one kind: <c>ac</c>, <c>cas</c>.</summary>
    internal string[] StoreFiles(string kind) => Directory.Exists(Path.Combine(StoreRoot, kind))
        ? Directory.GetFiles(Path.Combine(StoreRoot, kind), "*", SearchOption.AllDirectories)
        : [];

    public void Dispose() => Repository.Dispose();

    // Beside the copy lie the files that lie beside the tree, so that what a check finds in ".." is there too.
    private void CopyTree()
    {
        if (Directory.Exists(_oracle))
        {
            Directory.Delete(_oracle, recursive: true);
        }

        Directory.CreateDirectory(_oracle);
        var copy = CommandLine.Run(Outside, "cp", ["--archive", "--sparse=always", "repo", _oracle]);
        Assert.True(copy.ExitCode == 0, copy.ToString());
    }
}
