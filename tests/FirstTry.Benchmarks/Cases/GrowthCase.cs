using System;
using System.Collections.Generic;
using System.Linq;
using FirstTry.Benchmarks.Bench;
using FirstTry.Benchmarks.Reports;

namespace FirstTry.Benchmarks.Cases;

/// <summary>How the hook grows with the files of the repository, the staged ones among them, or the checks, beside lefthook and prek in the same rounds.</summary>
/// <param name="Title">What grows.</param>
/// <param name="Counted">What a size counts.</param>
/// <param name="SlopePer">The slope is told for so many of them.</param>
/// <param name="Sizes">By ascending size.</param>
/// <param name="Make">Gives the files, the staged files and the checks of a repository, from a size.</param>
internal sealed record GrowthCase(string Name, string Title, string Counted, double SlopePer, int[] Sizes, Func<int, (int Files, int Staged, int Checks)> Make) : IBenchmarkCase
{
    private const int Rounds = 11;
    private const int WarmUps = 3;
    private const int UsualFiles = 5_000;
    private const int UsualChecks = 3;
    private const int SizesOfQuick = 3;

    /// <summary>All that grows.</summary>
    public static IEnumerable<GrowthCase> All =>
    [
        new("growth-files", "files of the repository", "files", 1_000, [200, 1_000, 5_000, 20_000, 50_000, 100_000], static files => (files, 1, UsualChecks)),
        new("growth-staged", "staged files", "staged files", 100, [1, 10, 100, 250, 500], static staged => (UsualFiles, staged, UsualChecks)),
        new("growth-checks", "checks of the hook, each of them true", "checks", 100, [3, 20, 50, 100, 200], static checks => (UsualFiles, 1, checks)),
    ];

    /// <inheritdoc />
    public void Measure(BenchContext context, Findings findings)
    {
        var missing = new List<MissingPeer>();
        var peers = HookPeers.Find(context, missing, "lefthook", "prek");
        var points = new SortedDictionary<int, List<Measurement>>();

        // A quick run leaves out the largest.
        foreach (var size in context.Options.IsQuick ? Sizes[..SizesOfQuick] : Sizes)
        {
            points[size] = Measure(context, peers, Make(size));
            context.Tell($"  {size} {Counted}: {string.Join(", ", points[size].Select(one => $"{one.Runner} {Figures.Of(one.Statistics!.Value.Median, "ms")}"))}");
        }

        var runners = points.Values.First().Select((one, place) => new Curve(one.Runner, [.. points.Select(point => new Point(point.Key, point.Value[place].Values))]));
        findings.Add(new Series(Title, Counted, SlopePer, [.. runners]) { Missing = missing });
    }

    private static List<Measurement> Measure(BenchContext context, List<Peer> peers, (int Files, int Staged, int Checks) sizes)
    {
        using var repository = new BenchmarkRepository();
        repository.Fill(sizes.Files, sizes.Staged);
        repository.Configure("true", checks: sizes.Checks);
        var environment = repository.Environment;
        return Bench.Rounds.Of(
            [
                Contender.Of(context.FirstTry, repository.Root, environment),
                Contender.Of(context.FirstTry with { Name = "firsttry, nothing remembered" }, repository.Root, environment.With("FIRSTTRY_CACHE", "off")),
                .. peers.Select(peer => Contender.Of(peer, repository.Root, environment)),
            ],
            context.Options.RoundsOr(Rounds),
            WarmUps);
    }
}
