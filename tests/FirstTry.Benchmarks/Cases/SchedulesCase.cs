using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using FirstTry.Benchmarks.Bench;
using FirstTry.Benchmarks.Reports;
using FirstTry.Processes;
using FirstTry.Testing;

namespace FirstTry.Benchmarks.Cases;

/// <summary>Graphs of checks that sleep for known times, beside the shortest time that any schedule can take, make and, where nothing waits for anything, lefthook.</summary>
internal sealed class SchedulesCase : IBenchmarkCase
{
    private const double Factor = 1.03;
    private const double Allowance = 5;
    private const int Rounds = 3;

    /// <inheritdoc />
    public string Name => "schedule";

    /// <inheritdoc />
    public void Measure(BenchContext context, Findings findings)
    {
        foreach (var graph in ScheduleCase.All)
            Measure(context, findings, graph);
    }

    private static void Measure(BenchContext context, Findings findings, ScheduleCase graph)
    {
        var missing = new List<MissingPeer>();
        List<Peer> runners = [.. Runners(context, graph, missing)];
        var verdicts = Verdicts(graph, runners);
        using var repository = TemporaryRepository.Create(test: "schedule-benchmark");
        ScheduledRepository.Write(repository, graph);
        var environment = Surroundings.Of(repository);
        var measured = Bench.Rounds.Of([.. runners.Select(runner => Contender.Of(runner, repository.Root, environment))], context.Options.RoundsOr(Rounds), warmUps: 1);
        findings.Add(new Row
        {
            Workload = "W3 schedules",
            Case = string.Create(CultureInfo.InvariantCulture, $"{graph.Name}: {graph.Checks.Count} checks, {graph.Workers} workers, bound {graph.LowerBound:0} ms"),
            Ours = measured[0],
            Peers = measured[1..],
            Missing = missing,
            Verdicts = verdicts,
            Budgets = [Budget.AtMost((graph.LowerBound * Factor) + Allowance)],
        });
    }

    private static IEnumerable<Peer> Runners(BenchContext context, ScheduleCase graph, List<MissingPeer> missing)
    {
        var workers = graph.Workers.ToString(CultureInfo.InvariantCulture);
        yield return context.FirstTry with { Arguments = ["run", "p", "--cache", "off", "--workers", workers] };
        if (context.Peers.Find("make", missing) is { } make)
            yield return make with { Arguments = ["-s", "-j" + workers] };

        // It has neither an order among parallel commands nor a limit to them.
        if (graph.Checks.All(check => check.Needs.Count == 0 && !check.IsSlow) && context.Peers.Find("lefthook", missing) is { } lefthook)
            yield return lefthook;
    }

    // What sleeps leaves no trace: the same graph once with checks that leave their names, elsewhere, for firsttry learns from its runs how long checks take.
    private static List<Verdict> Verdicts(ScheduleCase graph, List<Peer> runners)
    {
        using var repository = TemporaryRepository.Create(test: "schedule-benchmark");
        var marks = Path.Combine(repository.Outside, "ran.txt");
        ScheduledRepository.Write(repository, graph, marks);
        var verdicts = new List<Verdict>();
        foreach (var runner in runners)
        {
            File.Delete(marks);
            ProcessOutcome outcome = runner.Run(repository.Root, Surroundings.Of(repository));
            verdicts.Add(new Verdict(runner.Name, outcome.ExitCode)
            {
                Ran = File.Exists(marks) ? File.ReadAllLines(marks) : [],
                Owed = [.. graph.Checks.Select(check => check.Name)],
            });
        }

        return verdicts;
    }
}
