using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using FirstTry.Processes;
using FirstTry.Testing;

namespace FirstTry.Benchmarks;

/// <summary>How long graphs of checks take beside the shortest time that is possible, make and lefthook.</summary>
internal sealed class ScheduleBenchmark(HookOptions options, TextWriter output)
{
    private const double Factor = 1.03;
    private const double Allowance = 5;
    private const double FourSeconds = 1300;
    private const int ManyChecks = 200;
    private const double ManyBudget = 10;

    private double _cost;

    /// <summary>Measures everything; true when every budget is kept.</summary>
    public bool Run()
    {
        Print($"{MachineFacts.Describe()}");
        var ours = FirstTryProgram.Find(options.Binary);
        var isKept = true;
        _cost = MeasureCost();
        Print($"a process that sleeps takes {_cost:0.0} ms more than it sleeps, alone on the machine");
        foreach (var graph in ScheduleCase.All)
        {
            isKept &= Measure(ours, graph);
        }

        MeasureMany(ours);
        return MeasureRunning(ours) & isKept;
    }

    private bool Measure(Peer ours, ScheduleCase graph)
    {
        using var repository = TemporaryRepository.Create(test: "schedule-benchmark");
        ScheduledRepository.Write(repository, graph);
        var workers = graph.Workers.ToString(CultureInfo.InvariantCulture);
        var peers = new List<Peer>
        {
            ours with { Arguments = ["run", "p", "--cache", "off", "--workers", workers] },
            new("make", "make", ["-s", "-j" + workers]),
        };

        // It has neither an order among parallel commands nor a limit to them.
        if (graph.Checks.All(check => check.Needs.Count == 0 && !check.IsSlow))
        {
            peers.Add(Lefthook.Find());
        }

        var times = peers.ConvertAll(_ => new List<double>());
        for (var run = -1; run < options.Runs; run++)
        {
            for (var i = 0; i < peers.Count; i++)
            {
                var time = TimeOf(peers[i], repository);
                if (run >= 0)
                {
                    times[i].Add(time);
                }
            }
        }

        var budget = graph.Checks.All(check => check.Milliseconds == 1000) ? FourSeconds : (graph.LowerBound * Factor) + Allowance;
        var median = Statistics.Of(times[0]).Median;
        Print($"{graph.Name}: {graph.Checks.Count} checks, {graph.Workers} workers, at least {graph.LowerBound:0} ms, budget {budget:0} ms: {(median <= budget ? "kept" : "NOT KEPT")}");
        var bound = graph.BoundWith(_cost);
        var within = (bound * Factor) + Allowance;
        Print($"  with what a process takes: at least {bound:0} ms, budget {within:0} ms: {(median <= within ? "kept" : "NOT KEPT")}");
        for (var i = 0; i < peers.Count; i++)
        {
            var sample = Statistics.Of(times[i]);
            Print($"  {peers[i].Name,-16} median {sample.Median,7:0.0} ms ({sample.Median / graph.LowerBound:0.000} × the bound), all {sample.Minimum:0.0}–{sample.Maximum:0.0}");
        }

        return median <= budget;
    }

    // What nobody who starts these programs can do without.
    private static double MeasureCost()
    {
        using var repository = TemporaryRepository.Create(test: "schedule-benchmark");
        var sleep = new Peer("sleep", "sleep", ["0.030"]);
        return Statistics.Of(Enumerable.Range(0, 15).Select(_ => TimeOf(sleep, repository) - 30).ToList()).Median;
    }

    // Planned, gated and reported, and none of them started: what is left is our own work.
    private void MeasureMany(Peer ours)
    {
        using var repository = TemporaryRepository.Create(test: "schedule-benchmark");
        var names = Enumerable.Range(1, ManyChecks).Select(i => $"c{i}").ToList();
        repository.Write("firsttry.yml", $"version: 1\nchecks:\n{string.Concat(names.Select(name => $"  {name}: {{ run: \"true {{files}}\", files: \"*.none\" }}\n"))}profiles: {{ p: {{ checks: [{string.Join(", ", names)}] }}, empty: {{ checks: [c1] }} }}\n");
        var many = ours with { Arguments = ["run", "p"] };
        var one = ours with { Arguments = ["run", "empty"] };
        var differences = new List<double>();
        for (var run = -1; run < options.Runs; run++)
        {
            var difference = TimeOf(many, repository) - TimeOf(one, repository);
            if (run >= 0)
            {
                differences.Add(difference);
            }
        }

        Print($"{ManyChecks} checks that have nothing to do, beside one: {Statistics.Of(differences).Median:0.0} ms more");
    }

    // They run one after another: what is no check's own time is ours, and that of a run of one check is what every run takes.
    private bool MeasureRunning(Peer ours)
    {
        using var repository = TemporaryRepository.Create(test: "schedule-benchmark");
        var numbers = Enumerable.Range(1, ManyChecks).ToList();
        repository.Write("input.txt", "");
        repository.Write("firsttry.yml", $"version: 1\nchecks:\n{string.Concat(numbers.Select(i => $"  c{i}: {{ run: [\"true\", \"{i}\"], inputs: [input.txt] }}\n"))}profiles: {{ p: {{ checks: [{string.Join(", ", numbers.Select(i => $"c{i}"))}] }}, one: {{ checks: [c1] }} }}\n");
        repository.CommitAll();
        string[] shared = ["--workers", "1", "--cache"];
        var (beside, remembering) = (new List<double>(), new List<double>());
        for (var run = -1; run < options.Runs; run++)
        {
            var difference = TimeBeside(ours with { Arguments = ["run", "p", .. shared, "off", "--format", "json"] }, repository)
                - TimeBeside(ours with { Arguments = ["run", "one", .. shared, "off", "--format", "json"] }, repository);
            var more = TimeOf(ours with { Arguments = ["run", "p", .. shared, "refresh"] }, repository) - TimeOf(ours with { Arguments = ["run", "p", .. shared, "off"] }, repository);
            if (run >= 0)
            {
                beside.Add(difference);
                remembering.Add(more);
            }
        }

        var median = Statistics.Of(beside).Median;
        Print($"{ManyChecks} checks of one tool that run, beside one: {median:0.0} ms more than the checks take: {(median <= ManyBudget ? "kept" : "NOT KEPT")}; remembering their results: {Statistics.Of(remembering).Median:0.0} ms more");
        return median <= ManyBudget;
    }

    private static double TimeBeside(Peer peer, TemporaryRepository repository)
    {
        var outcome = peer.Run(repository.Root, EnvironmentOf(repository));
        using var json = JsonDocument.Parse(outcome.Output);
        return outcome.Duration.TotalMilliseconds - json.RootElement.GetProperty("checks").EnumerateArray().Sum(item => item.GetProperty("duration_ms").GetDouble());
    }

    private static double TimeOf(Peer peer, TemporaryRepository repository)
    {
        var outcome = peer.Run(repository.Root, EnvironmentOf(repository));
        return outcome.Succeeded
            ? outcome.Duration.TotalMilliseconds
            : throw new BenchmarkException($"{peer.Name} ended with {outcome.ExitCode}: {outcome.Failure}{Encoding.UTF8.GetString(outcome.Output)}");
    }

    private static EnvironmentBlock EnvironmentOf(TemporaryRepository repository)
    {
        var environment = EnvironmentBlock.FromCurrentProcess();
        foreach (var (name, value) in repository.Environment)
        {
            environment = environment.With(name, value);
        }

        return environment;
    }

    private void Print(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
