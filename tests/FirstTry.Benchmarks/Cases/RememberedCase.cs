using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using FirstTry.Benchmarks.Bench;
using FirstTry.Benchmarks.Reports;

namespace FirstTry.Benchmarks.Cases;

/// <summary>Ten checks whose results are all remembered, beside turbo, then the counters of what that costs with more files, ignored ones, and one that was edited.</summary>
internal sealed class RememberedCase : IBenchmarkCase
{
    private const int Checks = 10;
    private const int Rounds = 40;
    private const int WarmUps = 5;
    private const int Edits = 3;
    private const int MostMoreStated = 8;
    private const string Workload = "remembered";

    /// <inheritdoc />
    public string Name => "remembered";

    /// <inheritdoc />
    public void Measure(BenchContext context, Findings findings)
    {
        using (var workspace = new Workspace(Checks, 2000))
        {
            MeasureTimes(context, findings, workspace);
            MeasureCounters(context, findings, workspace);
        }

        MeasureIgnored(context, findings);
    }

    private static void MeasureTimes(BenchContext context, Findings findings, Workspace workspace)
    {
        var missing = new List<MissingPeer>();
        var turbo = context.Peers.Find("turbo", missing);
        List<Peer> runners = turbo is null ? [context.FirstTry] : [context.FirstTry, turbo];
        const string Case = "10 checks, 2,000 files";
        Say(workspace, runners);
        workspace.Forbid(true);
        findings.Add(new Row { Workload = Workload, Case = $"{Case}: every check fails", Verdicts = Say(workspace, runners) });
        workspace.Forbid(false);
        var fresh = Say(workspace, runners);
        var verdicts = Say(workspace, runners);
        var measured = Bench.Rounds.Of([.. runners.Select(runner => Contender.Of(runner, workspace.Root, workspace.Environment))], context.Options.RoundsOr(Rounds), WarmUps);
        findings.Add(new Row
        {
            Workload = Workload,
            Case = $"{Case}: all remembered",
            Ours = measured[0],
            Peers = measured[1..],
            Missing = missing,
            Verdicts = [.. fresh, .. verdicts],
            Ran = "starts " + StartedPrograms.Describe(StartedPrograms.Count(context.FirstTry, workspace.Root, workspace.Outside, workspace.Environment)),
            Budgets = [Budget.RatioTo(turbo?.Name ?? "turbo", 0.6)],
        });
    }

    private static List<Verdict> Say(Workspace workspace, List<Peer> runners) =>
        [.. runners.Select(runner => new Verdict(runner.Name, runner.Run(workspace.Root, workspace.Environment).ExitCode))];

    private static void MeasureCounters(BenchContext context, Findings findings, Workspace workspace)
    {
        AddStarted(context, findings, workspace);
        AddCount(context, findings, "all of 2,000 files remembered: files hashed", [Counters(context, workspace).Hashed], Budget.Exactly(0));
        var hashed = new List<double>();
        for (var edit = 1; edit <= Edits; edit++)
        {
            workspace.Edit(edit);
            hashed.Add(Counters(context, workspace).Hashed);
        }

        AddCount(context, findings, "one of 2,000 files edited: files hashed", hashed, Budget.Exactly(1));
    }

    private static void AddStarted(BenchContext context, Findings findings, Workspace workspace)
    {
        var row = new Row { Workload = "counters", Case = "all of 2,000 files remembered: programs started besides git", Unit = "", Budgets = [Budget.Exactly(0)] };
        if (!StartedPrograms.IsComplete)
        {
            findings.Add(row with { Obstacle = "strace, which counts them, is not installed" });
            return;
        }

        var started = StartedPrograms.Count(context.FirstTry, workspace.Root, workspace.Outside, workspace.Environment);
        findings.Add(row with { Ours = new Measurement(context.FirstTry.Name, [started.Where(one => one.Key != "git").Sum(one => one.Value)]) });
    }

    private static void MeasureIgnored(BenchContext context, Findings findings)
    {
        using var workspace = new Workspace(Checks, context.Options.SizeOr(10_000, 2_000));
        Counters(context, workspace);
        var before = Counters(context, workspace);
        var ignored = context.Options.SizeOr(8_000, 1_000);
        workspace.AddIgnored(ignored);
        Counters(context, workspace);
        var after = Counters(context, workspace);
        var title = string.Create(CultureInfo.InvariantCulture, $"{context.Options.SizeOr(10_000, 2_000):#,0} inputs beside {ignored:#,0} ignored files");
        AddCount(context, findings, $"{title}: files hashed", [before.Hashed, after.Hashed], Budget.Exactly(0));
        AddCount(context, findings, $"{title}: files looked at more than without them", [after.Stated - before.Stated], Budget.Never(MostMoreStated));
    }

    private static void AddCount(BenchContext context, Findings findings, string title, List<double> values, Budget budget) =>
        findings.Add(new Row { Workload = "counters", Case = title, Unit = "", Ours = new Measurement(context.FirstTry.Name, values), Budgets = [budget] });

    private static (int Stated, int Hashed) Counters(BenchContext context, Workspace workspace)
    {
        var file = Path.Combine(workspace.Outside, "counters.json");
        var outcome = context.FirstTry.Run(workspace.Root, workspace.Environment.With("FIRSTTRY_COUNTERS", file));
        if (!outcome.Succeeded)
            throw new BenchmarkException($"firsttry ended with {outcome.ExitCode}: {System.Text.Encoding.UTF8.GetString(outcome.Output)}");

        using var counters = JsonDocument.Parse(File.ReadAllText(file));
        return (counters.RootElement.GetProperty("files_stated").GetInt32(), counters.RootElement.GetProperty("files_hashed").GetInt32());
    }
}
