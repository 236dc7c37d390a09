using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FirstTry.Benchmarks.Bench;
using FirstTry.Benchmarks.Reports;

namespace FirstTry.Benchmarks.Cases;

/// <summary>The pre-commit hook around three checks that do nothing, in one repository, beside every runner of hooks in the same rounds: once as it is by default, where
/// it remembers what passed, and once with nothing remembered, where it runs the same as its peers.</summary>
internal sealed record HookCase(string Name, int Files, int Staged, int PartlyStaged) : IBenchmarkCase
{
    private const int Rounds = 40;
    private const int WarmUps = 5;
    private const string Workload = "hook";

    /// <summary>The most that it may take of the time of lefthook, and who says so.</summary>
    public required IReadOnlyList<(double Ratio, string Source)> OfLefthook { get; init; }

    /// <summary>The most that it may take of the time of prek; null where nothing is promised.</summary>
    public double? OfPrek { get; init; }

    /// <inheritdoc />
    public void Measure(BenchContext context, Findings findings)
    {
        var missing = new List<MissingPeer>();
        var peers = HookPeers.Find(context, missing, "lefthook", "prek", "pre-commit");
        var (files, staged) = (context.Options.SizeOr(Files, Math.Min(Files, 1001)), context.Options.SizeOr(Staged, Math.Min(Staged, 100)));
        using var repository = new BenchmarkRepository();
        repository.Fill(files, staged);
        repository.LeaveUnstaged(PartlyStaged);
        var title = string.Create(CultureInfo.InvariantCulture, $"3 × true, {staged} staged of {files:#,0} files") + (PartlyStaged > 0 ? string.Create(CultureInfo.InvariantCulture, $", {PartlyStaged} of them in part") : "");
        List<Peer> runners = [context.FirstTry, .. peers];
        findings.Add(new Row { Workload = Workload, Case = $"{title}: a check fails", Verdicts = HookVerdicts.OfFailing(repository, runners) });
        var row = new Row { Workload = Workload, Case = title, Missing = missing, Verdicts = HookVerdicts.OfPassing(repository, runners), Budgets = Budgets(peers) };
        repository.Configure("true");
        AddTimes(context, findings, repository, peers, row);
        if (PartlyStaged == 0)
            AddGit(context, findings, repository, title);

        if (!repository.HasUnstaged())
            throw new BenchmarkException($"{title}: an unstaged change is lost: nothing that was measured means anything");
    }

    private static void AddTimes(BenchContext context, Findings findings, BenchmarkRepository repository, List<Peer> peers, Row row)
    {
        var environment = repository.Environment;
        var forgetful = environment.With("FIRSTTRY_CACHE", "off");
        var measured = Bench.Rounds.Of(
            [Contender.Of(context.FirstTry, repository.Root, environment), Contender.Of(context.FirstTry, repository.Root, forgetful), .. peers.Select(peer => Contender.Of(peer, repository.Root, environment))],
            context.Options.RoundsOr(Rounds),
            WarmUps);
        var common = row with { Peers = measured[2..] };
        findings.Add(common with { Case = $"{row.Case}: all remembered", Ours = measured[0], Ran = Started(context, repository, "rw") });
        findings.Add(common with { Case = $"{row.Case}: nothing remembered", Ours = measured[1], Ran = Started(context, repository, "off") });
    }

    private static string Started(BenchContext context, BenchmarkRepository repository, string cache) => "starts " + StartedPrograms.Describe(
        StartedPrograms.Count(context.FirstTry, repository.Root, repository.Outside, repository.Environment.With("FIRSTTRY_CACHE", cache)));

    private static void AddGit(BenchContext context, Findings findings, BenchmarkRepository repository, string title)
    {
        List<double> counts = [.. ((string[])["rw", "off"]).Select(cache => (double)StartedPrograms.Count(
            context.FirstTry, repository.Root, repository.Outside, repository.Environment.With("FIRSTTRY_CACHE", cache)).GetValueOrDefault("git"))];
        findings.Add(new Row { Workload = "counters", Case = $"{title}: git processes", Unit = "", Ours = new Measurement(context.FirstTry.Name, counts), Budgets = [Budget.Exactly(1)] });
    }

    private List<Budget> Budgets(List<Peer> peers)
    {
        var (lefthook, prek) = (HookPeers.NameOf(peers, "lefthook"), HookPeers.NameOf(peers, "prek"));
        List<Budget> budgets = [.. OfLefthook.Select(most => Budget.RatioTo(lefthook, most.Ratio, most.Source))];
        if (OfPrek is { } ratio)
            budgets.Add(Budget.RatioTo(prek, ratio));

        return budgets;
    }
}
