using System;
using System.Globalization;
using System.IO;
using System.Threading;
using BenchmarkDotNet.Attributes;
using FirstTry.Engine.Fingerprints;
using FirstTry.Engine.Planning;
using FirstTry.Git;
using FirstTry.Graph;
using FirstTry.Processes;
using FirstTry.Testing;

namespace FirstTry.Benchmarks.Micro;

/// <summary>The fingerprint of a check that depends on every file of a repository, each time by a new session, as each run has one.</summary>
public class FingerprintBenchmarks
{
    private TemporaryRepository _repository = null!;
    private PlannedCheck _check = null!;
    private EnvironmentBlock _environment = null!;

    /// <summary>The files of the repository.</summary>
    [Params(2_000, 10_000)]
    public int Files { get; set; }

    /// <summary>Commits the files and remembers their digests.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _repository = TemporaryRepository.Create(test: "fingerprint-benchmark");
        for (var i = 0; i < Files; i++)
            _repository.Write(string.Create(CultureInfo.InvariantCulture, $"src/d{i / 100}/f{i % 100}.txt"), string.Create(CultureInfo.InvariantCulture, $"file {i}\n"));

        _repository.CommitAll();
        _environment = EnvironmentBlock.FromEntries([]).With("PATH", "/usr/bin:/bin").With("HOME", _repository.Outside).With("GIT_CONFIG_GLOBAL", "/dev/null");
        _check = new PlannedCheck { Check = new Check("all") { Run = Command.Exec("true") }, Bucket = Bucket.Fast, Command = Command.Exec("true"), Files = [], Env = [], PassEnv = [] };

        // Within two seconds of a change a file is hashed each time.
        Thread.Sleep(TimeSpan.FromSeconds(2.3));
        Session("stat").Of(_check, []);
        var session = Session("stat");
        session.Of(_check, []);
        session.Save();
    }

    /// <summary>Removes the files.</summary>
    [GlobalCleanup]
    public void Remove() => _repository.Dispose();

    /// <summary>The digests are known: every file is looked at and none is read.</summary>
    [Benchmark]
    public string? Remembered() => Session("stat").Of(_check, []).Key;

    /// <summary>No digest is known: every file is read.</summary>
    [Benchmark]
    public string? Unknown() => Session(null).Of(_check, []).Key;

    private FingerprintSession Session(string? statFolder) => new(new FingerprintScene
    {
        Worktree = Worktree.Find(_repository.Root, _environment),
        Environment = _environment,
        Facts = new RunFacts { Environment = _environment },
        Program = typeof(FingerprintBenchmarks).Assembly.Location,
        Processors = Environment.ProcessorCount,
        StatFolder = statFolder is null ? null : Path.Combine(_repository.Outside, statFolder),
    });
}
