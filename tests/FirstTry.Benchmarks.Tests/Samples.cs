using System.Linq;
using FirstTry.Benchmarks.Reports;

namespace FirstTry.Benchmarks.Tests;

/// <summary>Rows and reports that tests begin with.</summary>
internal static class Samples
{
    public static Machine Machine { get; } = new("Processor <&> | of tests", 2, "System", "git version 2.0", 0.25);

    /// <summary>Ours takes a quarter of what the peer takes, and both passed.</summary>
    public static Row Row { get; } = new()
    {
        Workload = "hook",
        Case = "one | two",
        Ours = new Measurement("firsttry", [1, 2, 3]),
        Peers = [new Measurement("peer 1.0", [4, 8, 12])],
        Verdicts = [new Verdict("firsttry", 0), new Verdict("peer 1.0", 0)],
        Budgets = [Budget.RatioTo("peer 1.0", 0.3)],
    };

    public static Series Series { get; } = new("files of the repository", "files", 1000,
    [
        new Curve("firsttry", [new Point(1000, [5, 6, 7]), new Point(2000, [7, 8, 9]), new Point(3000, [9, 10, 11])]),
        new Curve("peer 1.0", [new Point(1000, [10]), new Point(2000, [20])]),
    ])
    {
        Missing = [new MissingPeer("other", "npm could not install it")],
    };

    public static Report Report { get; } = new()
    {
        Title = "firsttry & \"peers\" <of> tests",
        Machine = Machine,
        Rows =
        [
            Row,
            Row with { Case = "refused", Saved = Saving.Of(1000, 400, 250.5), Ran = "lint", FullRun = "lint, types", Verdicts = [.. Row.Verdicts.Select(verdict => verdict with { ExitCode = 1, Failed = ["lint"] })], Budgets = [Budget.RatioTo("peer 1.0", 0.2)] },
            Row with { Case = "differs", Verdicts = [Row.Verdicts[0], Row.Verdicts[1] with { ExitCode = 2 }] },
            new Row { Workload = "counts", Case = "git processes", Unit = "processes", Ours = new Measurement("firsttry", [1]), Budgets = [Budget.Exactly(1)] },
            new Row { Workload = "other", Case = "not there", Obstacle = "line one\nline | two", Budgets = [Budget.AtMost(10)] },
        ],
        Series = [Series],
    };
}
