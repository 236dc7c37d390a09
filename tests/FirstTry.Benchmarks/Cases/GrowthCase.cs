using System;
using System.Collections.Generic;
using System.Linq;
using FirstTry.Benchmarks.Bench;
using FirstTry.Benchmarks.Reports;

namespace FirstTry.Benchmarks.Cases;

/// <summary>How the hook grows with the files of the repository, the staged ones among them, and the checks, beside lefthook and prek in the same rounds.</summary>
internal sealed class GrowthCase : IBenchmarkCase
{
    private const int Rounds = 11;
    private const int WarmUps = 3;
    private const int UsualFiles = 5_000;
    private const int UsualChecks = 3;

    /// <inheritdoc />
    public string Name => "growth";

    /// <inheritdoc />
    public void Measure(BenchContext context, Findings findings)
    {
        var usual = context.Options.SizeOr(UsualFiles, 1_000);
        findings.Add(Curves(context, "files of the repository", "files", 1_000, Sizes(context, 200, 1_000, 5_000, 20_000, 50_000, 100_000), files => Repository(files, 1, UsualChecks)));
        findings.Add(Curves(context, "staged files", "staged files", 100, Sizes(context, 1, 10, 100, 250, 500), staged => Repository(usual, staged, UsualChecks)));
        findings.Add(Curves(context, "checks of the hook, each of them true", "checks", 100, Sizes(context, 3, 20, 50, 100, 200), checks => Repository(usual, 1, checks)));
    }

    // A quick run leaves out the largest.
    private static int[] Sizes(BenchContext context, params int[] sizes) => context.Options.IsQuick ? sizes[..3] : sizes;

    private static BenchmarkRepository Repository(int files, int staged, int checks)
    {
        var repository = new BenchmarkRepository();
        repository.Fill(files, staged);
        repository.Configure("true", checks: checks);
        return repository;
    }

    private static Series Curves(BenchContext context, string title, string unit, double slopePer, int[] sizes, Func<int, BenchmarkRepository> make)
    {
        var missing = new List<MissingPeer>();
        var peers = HookPeers.Find(context, missing, "lefthook", "prek");
        var points = new SortedDictionary<int, List<Measurement>>();
        foreach (var size in sizes)
        {
            using var repository = make(size);
            var environment = repository.Environment;
            points[size] = Bench.Rounds.Of(
                [
                    Contender.Of(context.FirstTry, repository.Root, environment),
                    Contender.Of(context.FirstTry with { Name = "firsttry, nothing remembered" }, repository.Root, environment.With("FIRSTTRY_CACHE", "off")),
                    .. peers.Select(peer => Contender.Of(peer, repository.Root, environment)),
                ],
                context.Options.RoundsOr(Rounds),
                WarmUps);
            context.Tell($"  {size} {unit}: {string.Join(", ", points[size].Select(one => $"{one.Runner} {Figures.Of(one.Statistics!.Value.Median, "ms")}"))}");
        }

        var runners = points.Values.First().Select((one, place) => new Curve(one.Runner, [.. points.Select(point => new Point(point.Key, point.Value[place].Values))]));
        return new Series(title, unit, slopePer, [.. runners]) { Missing = missing };
    }
}
