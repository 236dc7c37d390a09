using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Threading;
using FirstTry.Benchmarks.Peers;
using FirstTry.Processes;
using FirstTry.Testing;

namespace FirstTry.Benchmarks.Workloads;

/// <summary>
/// A generated repository with the same checks for every runner, the tools that mark what ran, and the stores of the runners that remember: each turn has a store of its own.
/// </summary>
internal sealed class Workplace : IDisposable
{
    private readonly TemporaryRepository _repository = TemporaryRepository.Create(test: "workload");
    private int _turns;

    /// <summary>An empty repository.</summary>
    public Workplace() => Tools = new MarkingTools(_repository.Outside);

    /// <summary>The top.</summary>
    public string Root => _repository.Root;

    /// <summary>The programs that stand before the real ones.</summary>
    public MarkingTools Tools { get; }

    /// <summary>What every runner runs, in the order of a sequential run.</summary>
    public IReadOnlyList<WorkCheck> Checks { get; private set; } = [];

    /// <summary>Writes a file.</summary>
    public void Write(string path, string text) => _repository.Write(path, text);

    /// <summary>The text of a file.</summary>
    public string Read(string path) => _repository.Read(path);

    /// <summary>Adds lines to a file.</summary>
    public void Append(string path, string text) => Write(path, Read(path) + text);

    /// <summary>The name of the tree of the last commit.</summary>
    public string Tree() => _repository.Git("rev-parse", "HEAD^{tree}");

    /// <summary>The name of the last commit.</summary>
    public string Head() => _repository.Git("rev-parse", "HEAD");

    /// <summary>Runs a program that makes files of the repository.</summary>
    /// <exception cref="BenchmarkException">It failed.</exception>
    public void Run(string program, params string[] arguments)
    {
        var result = _repository.Run(program, arguments);
        if (result.ExitCode != 0)
            throw new BenchmarkException($"{program} {string.Join(' ', arguments)}: {result}");
    }

    /// <summary>The name of the tree of what is staged.</summary>
    public string Staged() => _repository.Git("write-tree");

    /// <summary>Writes the configs of every runner and commits everything; then nothing is younger than two seconds.</summary>
    public void Commit(IReadOnlyList<WorkCheck> checks)
    {
        Checks = checks;
        PeerConfigs.Write(this, checks);
        _repository.CommitAll();
    }

    /// <summary>Waits until no file is so young that every runner reads it again.</summary>
    public void Settle()
    {
        Thread.Sleep(TimeSpan.FromSeconds(2.3));
        _repository.TryGit("update-index", "--refresh", "-q");
    }

    /// <summary>Goes back to the commit, then makes and stages a change.</summary>
    public void Stage(Action<Workplace> change)
    {
        _repository.Git("reset", "--quiet", "--hard");
        change(this);
        _repository.Git("add", "--all");
    }

    /// <summary>A folder for a store that nobody has used, with the content of another one where there is one.</summary>
    public string NewStore(string? from)
    {
        var store = Path.Combine(_repository.Outside, string.Create(CultureInfo.InvariantCulture, $"store{++_turns}"));
        if (from is null)
            Directory.CreateDirectory(store);
        else
            MarkingTools.Copy(from, store);

        return store;
    }

    /// <summary>Forgets what firsttry keeps in the repository itself: the times of earlier runs.</summary>
    public void ForgetHistory()
    {
        var history = Path.Combine(Root, ".git/firsttry");
        if (Directory.Exists(history))
            Directory.Delete(history, recursive: true);
    }

    /// <summary>What the runners are started with.</summary>
    public EnvironmentBlock Environment(string store)
    {
        var environment = EnvironmentBlock.FromCurrentProcess();
        foreach (var (name, value) in _repository.Environment)
            environment = environment.With(name, value);

        return environment
            .With("PATH", $"{Tools.Programs}:{environment["PATH"]}")
            .With("FIRSTTRY_CACHE_DIR", store).With("TURBO_CACHE_DIR", store).With("XDG_CACHE_HOME", Path.Combine(_repository.Outside, "home"))
            .With("PRE_COMMIT_HOME", Path.Combine(_repository.Outside, "pre-commit")).With("PREK_HOME", Path.Combine(_repository.Outside, "prek"))
            .With("TURBO_TELEMETRY_DISABLED", "1").With("DO_NOT_TRACK", "1").With("npm_config_update_notifier", "false");
    }

    /// <inheritdoc />
    public void Dispose() => _repository.Dispose();
}
