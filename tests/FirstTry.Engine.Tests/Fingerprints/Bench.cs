using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.CompilerServices;
using FirstTry.Engine.Fingerprints;
using FirstTry.Engine.Planning;
using FirstTry.Git;
using FirstTry.Graph;
using FirstTry.Processes;
using FirstTry.Testing;

namespace FirstTry.Engine.Tests.Fingerprints;

/// <summary>A repository whose checks' fingerprints are taken, each by a session of its own unless a test says otherwise.</summary>
public sealed class Bench : IDisposable
{
    private readonly TemporaryRepository _repository;
    private readonly string _tools;

    private Bench(TemporaryRepository repository)
    {
        _repository = repository;
        _tools = Path.Combine(repository.Outside, "tools");
        Directory.CreateDirectory(_tools);
        Environment = EnvironmentBlock.FromEntries([])
            .With("PATH", $"{_tools}:/usr/local/bin:/usr/bin:/bin")
            .With("HOME", Path.Combine(repository.Outside, "home"))
            .With("GIT_CONFIG_GLOBAL", "/dev/null");
    }

    internal EnvironmentBlock Environment { get; set; }

    internal TemporaryRepository Repository => _repository;

    internal string Tools => _tools;

    internal string StatFolder => Path.Combine(_repository.Outside, "stat");

    internal string Salt { get; set; } = "";

    internal FingerprintSession? LastSession { get; private set; }

    internal Func<FingerprintScene, FingerprintScene> Adjust { get; set; } = static scene => scene;

    internal static Bench Create([CallerMemberName] string test = "")
    {
        var bench = new Bench(TemporaryRepository.Create(test: test));
        bench.Write("src/app.py", "print(1)\n");
        bench.Write("src/lib.py", "x = 1\n");
        bench.Write("README.md", "hello\n");
        bench.Commit();
        return bench;
    }

    internal void Write(string relative, string content) => _repository.Write(relative, content);

    internal void Commit() => _repository.CommitAll();

    /// <summary>Puts a program into the first folder of PATH.</summary>
    internal void Tool(string name, string content, string? folder = null)
    {
        var place = Path.Combine(folder ?? _tools, name);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        File.WriteAllText(place, content);
        File.SetUnixFileMode(place, (UnixFileMode)0b111_101_101);
    }

    internal FingerprintSession Session() => LastSession = new FingerprintSession(Adjust(new FingerprintScene
    {
        Worktree = Worktree.Find(_repository.Root, Environment),
        Environment = Environment,
        Facts = new RunFacts { Environment = Environment },
        Program = typeof(Bench).Assembly.Location,
        Processors = 2,
        Salt = Salt,
        StatFolder = StatFolder,
    }));

    internal Fingerprint Of(Check check, params string[] files) => Session().Of(Planned(check, files), []);

    internal string KeyOf(Check check, params string[] files)
    {
        var fingerprint = Of(check, files);
        LastSession!.Save();
        return fingerprint.Key ?? throw new InvalidOperationException(fingerprint.Obstacle);
    }

    internal static PlannedCheck Planned(Check check, params string[] files) => new()
    {
        Check = check,
        Bucket = check.Bucket ?? Bucket.Fast,
        Command = check.Run,
        Files = Array.ConvertAll(files, RepoPath.FromText),
        RootLength = check.Root == "." ? 0 : check.Root.Length + 1,
        Env = check.Env,
        PassEnv = check.PassEnv,
    };

    /// <summary>A check without files and inputs: it depends on everything.</summary>
    internal static Check Whole(params string[] arguments) => new("whole") { Run = Command.Exec(arguments.Length == 0 ? ["true"] : arguments) };

    internal static IReadOnlyList<FingerprintDifference> Difference(Fingerprint before, Fingerprint after)
    {
        var parts = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var fingerprint in (Fingerprint[])[before, after])
        {
            foreach (var part in fingerprint.Parts())
            {
                parts[part.Digest] = part.Content.ToArray();
            }
        }

        return FingerprintDifference.Between(before.Document.ToArray(), after.Document.ToArray(), parts.GetValueOrDefault)
            ?? throw new InvalidOperationException("a document cannot be read back");
    }

    public void Dispose() => _repository.Dispose();
}
