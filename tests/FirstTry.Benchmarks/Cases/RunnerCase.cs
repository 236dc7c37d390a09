using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FirstTry.Benchmarks.Bench;
using FirstTry.Benchmarks.Reports;

namespace FirstTry.Benchmarks.Cases;

/// <summary>The hook through the native runner of a repository beside the hook through firsttry: with few checks in the config, with many, and after an edit of it.</summary>
internal sealed class RunnerCase : IBenchmarkCase
{
    private const int Rounds = 40;
    private const int WarmUps = 5;
    private const int Spare = 199;
    private const string Workload = "runner";

    /// <inheritdoc />
    public string Name => "runner";

    /// <inheritdoc />
    public void Measure(BenchContext context, Findings findings)
    {
        var files = context.Options.SizeOr(5_001, 501);
        using var few = Filled(files, 0);
        using var many = Filled(files, Spare);
        var (fewRunner, fewTime) = RunnerBenchmark.Build(few, context.FirstTry);
        var (manyRunner, manyTime) = RunnerBenchmark.Build(many, context.FirstTry);
        findings.Add(new Row { Workload = "runner, builds", Case = "firsttry build", Ours = new Measurement("firsttry", [fewTime.TotalMilliseconds, manyTime.TotalMilliseconds]) });
        var title = string.Create(CultureInfo.InvariantCulture, $"hook in {files:#,0} files");
        (BenchmarkRepository Repository, Peer Peer)[] runs =
        [
            (few, fewRunner), (few, context.FirstTry), (many, manyRunner with { Name = $"runner, {Spare} checks more" }), (many, context.FirstTry with { Name = $"firsttry, {Spare} checks more" }),
        ];
        var measured = Measure(context, runs);
        var verdicts = Verdicts(runs);
        findings.Add(RowOf(title, measured[0], [measured[1]], verdicts, Budget.RatioTo(measured[1].Runner, 1)));
        findings.Add(RowOf($"{title}, {Spare} checks more in the config", measured[2], [measured[0], measured[3]], verdicts, Budget.MoreThan(measured[0].Runner, 0.3)));

        // The runner starts, finds that the config has changed, and becomes firsttry.
        few.Configure("true", spare: 1);
        runs = [(few, fewRunner), (few, context.FirstTry)];
        measured = Measure(context, runs);
        findings.Add(RowOf($"{title}, after an edit of the config", measured[0], [measured[1]], Verdicts(runs), Budget.MoreThan(measured[1].Runner, 3)));
    }

    private static BenchmarkRepository Filled(int files, int spare)
    {
        var repository = new BenchmarkRepository();
        repository.Fill(files, 1);
        repository.Configure("true", spare);
        return repository;
    }

    private static List<Measurement> Measure(BenchContext context, (BenchmarkRepository Repository, Peer Peer)[] runs) =>
        Bench.Rounds.Of([.. runs.Select(run => Contender.Of(run.Peer, run.Repository.Root, run.Repository.Environment))], context.Options.RoundsOr(Rounds), WarmUps);

    private static List<Verdict> Verdicts((BenchmarkRepository Repository, Peer Peer)[] runs) =>
        [.. runs.Select(run => new Verdict(run.Peer.Name, run.Peer.Run(run.Repository.Root, run.Repository.Environment).ExitCode))];

    private static Row RowOf(string title, Measurement ours, List<Measurement> peers, List<Verdict> verdicts, Budget budget) =>
        new() { Workload = Workload, Case = title, Ours = ours, Peers = peers, Verdicts = verdicts, Budgets = [budget] };
}
