using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Text;
using FirstTry.Benchmarks.Bench;
using FirstTry.Benchmarks.Reports;
using FirstTry.Engine.History;
using FirstTry.Processes;
using FirstTry.Testing;

namespace FirstTry.Benchmarks.Cases;

/// <summary>What a hook pays for being explained later: the history, in this process, and the live view, as whole processes on a terminal with it and without.</summary>
internal sealed class RecordingCase : IBenchmarkCase
{
    private const int PastRuns = 500;
    private const int Writes = 200;
    private const int Rounds = 60;
    private const double Most = 0.3;
    private const string Workload = "recording";

    // Runs its arguments on a terminal and says in milliseconds how long they took.
    private const string Terminal = """
        import os, pty, sys, time
        start = time.perf_counter()
        process, terminal = pty.fork()
        if process == 0:
            os.execv(sys.argv[1], sys.argv[1:])
        try:
            while os.read(terminal, 65536):
                pass
        except OSError:
            pass
        code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
        print((time.perf_counter() - start) * 1000)
        sys.exit(code)
        """;

    /// <inheritdoc />
    public string Name => "recording";

    /// <inheritdoc />
    public void Measure(BenchContext context, Findings findings)
    {
        findings.Add(MeasureHistory(context));
        findings.Add(MeasureView(context));
    }

    private static Row MeasureHistory(BenchContext context)
    {
        using var folder = TemporaryDirectory.Create("history-benchmark");
        var history = new RunHistory(folder.FullPath);
        var run = Run();
        for (var i = 0; i < PastRuns; i++)
            history.Append(run);

        var values = new List<double>();
        for (var i = 0; i < Writes; i++)
        {
            var start = Stopwatch.GetTimestamp();
            var durations = history.RecentDurations();
            foreach (var check in run.Checks)
                durations.Of(check.Name);

            history.Append(run);
            values.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return new Row
        {
            Workload = Workload,
            Case = "history and what explain needs: read and written for 10 checks after 500 runs",
            Ours = new Measurement(context.FirstTry.Name, values),
            Budgets = [Budget.AtMost(Most)],
        };
    }

    private static Row MeasureView(BenchContext context)
    {
        using var repository = TemporaryRepository.Create(test: "view-benchmark");
        repository.Write("firsttry.yml", "version: 1\nchecks:\n  one: { run: 'true' }\n  two: { run: 'true' }\nprofiles: { p: { checks: [one, two] } }\n");
        repository.CommitAll();
        var environment = Surroundings.Of(repository).With("TERM", "xterm");
        Peer[] runs = [OnTerminal(context.FirstTry, "firsttry"), OnTerminal(context.FirstTry, "without the view", "--no-progress")];
        var verdicts = runs.Select(run => new Verdict(run.Name, Code(run, repository, environment))).ToList();
        var measured = Bench.Rounds.Of([.. runs.Select(run => Timed(run, repository, environment))], context.Options.RoundsOr(Rounds), warmUps: 5);
        return new Row
        {
            Workload = Workload,
            Case = "live view: a short run on a terminal with it and without",
            Ours = measured[0],
            Peers = measured[1..],
            Verdicts = verdicts,
            Budgets = [Budget.MoreThan("without the view", Most)],
        };
    }

    private static int Code(Peer run, TemporaryRepository repository, EnvironmentBlock environment) => run.Run(repository.Root, environment).ExitCode;

    private static Peer OnTerminal(Peer firsttry, string name, params string[] options) =>
        new(name, "python3", ["-c", Terminal, firsttry.Program, "run", "p", .. options]);

    private static Contender Timed(Peer run, TemporaryRepository repository, EnvironmentBlock environment) => new(run.Name, () =>
    {
        var outcome = run.Run(repository.Root, environment);
        var text = Encoding.UTF8.GetString(outcome.Output);
        return outcome.Succeeded ? double.Parse(text.Trim(), CultureInfo.InvariantCulture) : throw new BenchmarkException($"{run.Name} ended with {outcome.ExitCode}: {outcome.Failure}{text}");
    });

    private static PastRun Run() => new()
    {
        Started = DateTimeOffset.UnixEpoch,
        Commit = new string('a', 40),
        Hook = "pre-commit",
        Profile = "commit",
        Cache = "rw",
        Verdict = "passed",
        Duration = TimeSpan.FromMilliseconds(12),
        Checks = [.. Enumerable.Range(1, 10).Select(number => new PastCheck
        {
            Name = $"check{number}",
            Bucket = "fast",
            Status = "passed",
            IsCached = true,
            Reason = "inputs unchanged since 3 minutes",
            Duration = TimeSpan.FromMilliseconds(1),
            Files = 100,
            ExitCode = 0,
            Fingerprint = new string('f', 64),
        })],
    };
}
