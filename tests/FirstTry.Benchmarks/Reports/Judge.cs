using System;
using System.Linq;

namespace FirstTry.Benchmarks.Reports;

/// <summary>Says whether a budget is held. What was not measured, or not for equal work, never is.</summary>
internal static class Judge
{
    /// <summary>What became of a budget of a row.</summary>
    public static Judgement Of(Row row, Budget budget)
    {
        var figure = row.Ours is { } ours ? FigureOf(row, ours, budget) : null;
        if (!row.AreVerdictsEqual)
            return new Judgement(budget, Outcome.VerdictsDiffer, figure, Difference(row));

        var reason = ReasonAgainst(row, budget, figure);
        return reason.Length > 0 ? new Judgement(budget, Outcome.NotMeasured, null, reason)
            : new Judgement(budget, IsWithin(row, budget, figure!.Value) ? Outcome.Held : Outcome.NotHeld, figure, "");
    }

    private static double? FigureOf(Row row, Measurement ours, Budget budget)
    {
        var peer = row.Peers.FirstOrDefault(peer => peer.Runner == budget.Peer);
        return budget.Kind switch
        {
            BudgetKind.Ratio => peer is null ? null : ours.RatioTo(peer)?.Median,
            BudgetKind.Difference => peer is null ? null : ours.DifferenceTo(peer)?.Median,
            BudgetKind.Median => ours.Statistics?.Median,
            BudgetKind.Largest => ours.Statistics?.Maximum,
            _ => ours.Statistics is { } values ? Furthest(values, budget.Limit) : null,
        };
    }

    // The value that is worst for a budget that names one value only.
    private static double Furthest(Statistics values, double limit) =>
        Math.Abs(values.Maximum - limit) >= Math.Abs(values.Minimum - limit) ? values.Maximum : values.Minimum;

    private static bool IsWithin(Row row, Budget budget, double figure) =>
        budget.Kind == BudgetKind.Exactly ? row.Ours!.Values.All(value => value == budget.Limit) : figure <= budget.Limit;

    private static string ReasonAgainst(Row row, Budget budget, double? figure)
    {
        if (row.Obstacle.Length > 0)
            return row.Obstacle;

        var missing = row.Missing.FirstOrDefault(missing => missing.Runner == budget.Peer);
        return row.Ours is null || row.Ours.Values.Count == 0 ? "nothing was measured"
            : missing is not null ? $"{missing.Runner} is missing: {missing.Reason}"
            : figure is null ? $"{budget.Peer} was not measured in the same rounds"
            : !double.IsFinite(figure.Value) ? "the figure is no number"
            : budget.Peer is not null && !(HasVerdict(row, budget.Peer) && HasVerdict(row, row.Ours.Runner)) ? $"there are no verdicts of {row.Ours.Runner} and {budget.Peer}"
            : "";
    }

    private static bool HasVerdict(Row row, string runner) => row.Verdicts.Any(verdict => verdict.Runner == runner);

    private static string Difference(Row row)
    {
        if (row.Verdicts.FirstOrDefault(verdict => !verdict.DidItsWork) is { } idle)
            return $"{idle.Runner} ran {List(idle.Ran)}, not {List(idle.Owed)}";

        var first = row.Verdicts[0];
        var other = row.Verdicts.FirstOrDefault(verdict => !verdict.AgreesWith(first)) ?? row.Verdicts[^1];
        return $"{first.Runner} {Said(first)}, {other.Runner} {Said(other)}";
    }

    private static string Said(Verdict verdict) => verdict.IsPassed ? "passed"
        : verdict.Failed is null ? $"failed ({verdict.ExitCode})"
        : $"failed for {List(verdict.Failed)}";

    private static string List(System.Collections.Generic.IReadOnlyList<string>? names) => names is null or { Count: 0 } ? "nothing" : string.Join(", ", names);
}
