using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading;
using FirstTry.Engine.Planning;
using FirstTry.Engine.Running;
using FirstTry.Graph;
using FirstTry.Processes;
using FirstTry.Testing;

namespace FirstTry.Engine.Tests;

/// <summary>A working tree without git, and a plan that is run in it.</summary>
internal sealed class Scene : IDisposable
{
    private readonly TemporaryDirectory _directory;

    private Scene(TemporaryDirectory directory) => _directory = directory;

    internal string Root => _directory.FullPath;

    internal EnvironmentBlock Environment { get; set; } = EnvironmentBlock.FromCurrentProcess().Without("CI", "FIRSTTRY_MESSAGE_FILE");

    internal List<RepoPath> Files { get; } = [];

    internal int Cores { get; init; } = 4;

    internal FailFast FailFast { get; init; } = FailFast.Bucket;

    internal static Scene Create(int cores = 4, FailFast failFast = FailFast.Bucket, [CallerMemberName] string test = "") =>
        new(TemporaryDirectory.Create(test)) { Cores = cores, FailFast = failFast };

    internal string PathOf(string relative) => _directory.PathOf(relative);

    internal string Read(string relative) => File.ReadAllText(PathOf(relative));

    /// <summary>Writes a file that counts as changed.</summary>
    internal void Change(string relative, string content = "")
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(relative))!);
        File.WriteAllText(PathOf(relative), content);
        Files.Add(RepoPath.FromText(relative));
        Files.Sort();
    }

    internal RunRequest Request(params Check[] checks) => new()
    {
        Graph = new CheckGraph { Checks = EquatableArray.Create(checks) },
        Profile = new Profile("quick") { Checks = CheckReferences.Create(checks), FailFast = FailFast },
        WorktreeRoot = Root,
        Facts = new RunFacts { Environment = Environment },
        Files = Files,
    };

    internal RunContext Context() => new() { WorktreeRoot = Root, Environment = Environment, Cores = Cores, Grace = TimeSpan.FromSeconds(1) };

    internal RunResult Run(params Check[] checks) => Run(Request(checks));

    /// <summary>Runs a plan; a run that takes over a minute is ended, and then has no verdict that a test could want.</summary>
    internal RunResult Run(RunRequest request, RunContext? context = null, IRunListener? listener = null, CancellationToken cancellation = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        return Runner.Run(Planner.Create(request), context ?? Context(), listener ?? new SilentListener(), limit.Token);
    }

    public void Dispose() => _directory.Dispose();

    internal static Check Shell(string name, string script) => new(name) { Run = Command.Shell(script) };

    internal static Check Exec(string name, params string[] arguments) => new(name) { Run = Command.Exec(arguments) };

    internal static GlobSet Globs(params string[] patterns)
    {
        var including = new List<Glob>();
        foreach (var pattern in patterns)
        {
            including.Add(Glob.TryParse(pattern, out var glob, out var error) ? glob : throw new ArgumentException(error));
        }

        return new GlobSet(EquatableArray.Create(including.ToArray()), EquatableArray<Glob>.Empty);
    }

    internal static string TextOf(CheckResult result) => Encoding.UTF8.GetString(result.Output);

    /// <summary>Hears and says nothing.</summary>
    private sealed class SilentListener : IRunListener
    {
        public void RunStarted(Plan plan)
        {
        }

        public void CheckStarted(PlannedCheck check)
        {
        }

        public void CheckFinished(CheckResult result)
        {
        }

        public void RunFinished(RunResult result)
        {
        }
    }
}
