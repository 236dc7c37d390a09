using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Threading;
using FirstTry.Processes;
using FirstTry.Testing;

namespace FirstTry.Benchmarks;

/// <summary>A repository of many small files, some of them staged, with the same three checks for each runner.</summary>
internal sealed class BenchmarkRepository : IDisposable
{
    private const int FilesPerDirectory = 100;
    private static readonly string[] Configs = ["firsttry.yml", "lefthook.yml", ".pre-commit-config.yaml"];

    private readonly TemporaryRepository _repository = TemporaryRepository.Create(test: "hook-benchmark");
    private int _age;
    private int _unstaged;

    /// <summary>The top of the working tree.</summary>
    public string Root => _repository.Root;

    /// <summary>A directory that is not in the repository.</summary>
    public string Outside => _repository.Outside;

    /// <summary>What the runners are started with.</summary>
    public EnvironmentBlock Environment
    {
        get
        {
            var environment = EnvironmentBlock.FromCurrentProcess();
            foreach (var (name, value) in _repository.Environment)
                environment = environment.With(name, value);

            environment = environment.With("PREK_HOME", Path.Combine(Outside, "prek")).With("PRE_COMMIT_HOME", Path.Combine(Outside, "pre-commit"));
            return Cache is null ? environment : environment.With("FIRSTTRY_CACHE", Cache);
        }
    }

    /// <summary>The mode of remembered results; null for the default.</summary>
    public string? Cache { get; init; }

    /// <summary>How many letters make the name of each file longer.</summary>
    public int NameLength { get; init; }

    /// <summary>Changes so many of the staged files once more.</summary>
    public void LeaveUnstaged(int files)
    {
        _unstaged = files;
        for (var i = 0; i < files; i++)
            _repository.Write(FileName(i), string.Create(CultureInfo.InvariantCulture, $"file {i}, changed, and again\n"));
    }

    /// <summary>The text of the files that <see cref="LeaveUnstaged"/> changed, which must survive every run.</summary>
    public bool HasUnstaged()
    {
        for (var i = 0; i < _unstaged; i++)
        {
            if (_repository.Read(FileName(i)) != string.Create(CultureInfo.InvariantCulture, $"file {i}, changed, and again\n"))
                return false;
        }

        return true;
    }

    /// <summary>Writes and commits the files; the change of some of them is staged.</summary>
    public void Fill(int files, int staged)
    {
        for (var i = 0; i < files; i++)
            _repository.Write(FileName(i), string.Create(CultureInfo.InvariantCulture, $"file {i}\n"));

        _repository.CommitAll();
        for (var i = 0; i < staged; i++)
            _repository.Write(FileName(i), string.Create(CultureInfo.InvariantCulture, $"file {i}, changed\n"));

        _repository.Git("add", "--all");
    }

    /// <summary>Commits a configuration of the same checks for every runner, leaving the staged change staged.</summary>
    /// <param name="command">What each check runs; <c>{name}</c> stands for its name.</param>
    /// <param name="spare">How many checks the config of ours has besides, which no hook asks for.</param>
    /// <param name="checks">How many checks the hook has.</param>
    public void Configure(string command, int spare = 0, int checks = 3)
    {
        List<string> names = [.. CheckNames(checks)];
        var (ours, others, theirs) = ("", "", "");
        foreach (var name in names)
        {
            var own = command.Replace("{name}", name, StringComparison.Ordinal);
            ours += $"    {name}: {{ run: '{Quoted(own)}' }}\n";
            theirs += $"      - {{ id: {name}, name: {name}, language: system, pass_filenames: false, always_run: true, entry: '{Quoted(Entry(own))}' }}\n";
        }

        for (var i = 0; i < spare; i++)
            others += string.Create(CultureInfo.InvariantCulture, $"    spare{i}: {{ run: \"lint {{files}}\", files: [\"src/**/part{i}/*.py\", \"!src/old/**\"], inputs: [lint.toml], timeout: 5m }}\n");

        _repository.Write("firsttry.yml", $"version: 1\nchecks:\n{ours}{others}hooks:\n  pre-commit: {{ checks: [{string.Join(", ", names)}] }}\n");
        _repository.Write("lefthook.yml", $"pre-commit:\n  parallel: true\n  commands:\n{ours}");
        _repository.Write(".pre-commit-config.yaml", $"repos:\n  - repo: local\n    hooks:\n{theirs}");
        _repository.Git(["add", .. Configs]);
        _repository.Git(["commit", "--quiet", "--no-verify", "--allow-empty", "--message", "configure", "--", .. Configs]);
        Settle();
    }

    /// <summary>The names of the checks of a hook that has so many.</summary>
    public static IEnumerable<string> CheckNames(int checks)
    {
        for (var i = 1; i <= checks; i++)
            yield return i switch { 1 => "one", 2 => "two", 3 => "three", _ => string.Create(CultureInfo.InvariantCulture, $"check{i}") };
    }

    /// <inheritdoc />
    public void Dispose() => _repository.Dispose();

    private static string Quoted(string text) => text.Replace("'", "''", StringComparison.Ordinal);

    // prek and pre-commit start a program, not a shell.
    private static string Entry(string command) => command.Contains(' ', StringComparison.Ordinal) ? $"sh -c '{command}'" : command;

    // Files as old as the index are read again by everyone who compares them; a real repository has hardly any. Another hour each time: git
    // takes a file whose time differs by a part of a second for unchanged and leaves the old part in the index, where firsttry sees it.
    private void Settle()
    {
        _age++;
        var then = DateTime.UtcNow.AddHours(-_age);
        foreach (var file in Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories))
        {
            if (!file.StartsWith(Path.Combine(Root, ".git"), StringComparison.Ordinal))
                File.SetLastWriteTimeUtc(file, then);
        }

        // Within two seconds of a change a file is hashed at every run, for another change would leave no trace.
        Thread.Sleep(TimeSpan.FromSeconds(2.3));

        // Ends with 1 where a file has an unstaged change, as some have.
        _repository.TryGit("update-index", "--refresh", "-q");
    }

    private string FileName(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"src/d{number / FilesPerDirectory:d4}/f{number % FilesPerDirectory:d3}{new string('x', NameLength)}.txt");
}
