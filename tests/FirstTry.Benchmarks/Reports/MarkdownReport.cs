using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace FirstTry.Benchmarks.Reports;

/// <summary>The report as tables of Markdown: the budgets, the times of each workload, the growth, and what is missing.</summary>
internal static class MarkdownReport
{
    private const int MostOfReason = 300;

    /// <summary>Writes everything that the report has; what it has not has no heading.</summary>
    public static string Write(Report report)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(MarkdownTable.Escaped(report.Title)).Append("\n\n").Append(MarkdownTable.Escaped(MachineFacts.Describe(report.Machine)))
            .Append(". Times are medians of whole processes in interleaved rounds, quartiles in brackets; a ratio is the median of the ratios within the rounds.\n");
        Append(text, "Budgets", Budgets(report));
        foreach (var workload in report.Rows.Where(row => row.Ours is not null).GroupBy(row => row.Workload, StringComparer.Ordinal))
            Append(text, workload.Key, Times([.. workload]));

        Append(text, "Growth", Growth(report.Series));
        Append(text, "Not measured", Obstacles(report));
        return text.Append('\n').Append(MarkdownTable.Escaped(Summary(report))).Append('\n').ToString();
    }

    private static void Append(StringBuilder text, string heading, MarkdownTable table)
    {
        if (table.ToString() is { Length: > 0 } lines)
            text.Append("\n## ").Append(MarkdownTable.Escaped(heading)).Append("\n\n").Append(lines);
    }

    private static MarkdownTable Budgets(Report report)
    {
        var table = new MarkdownTable("workload", "case", "budget", "measured", "outcome", "verdicts");
        foreach (var row in report.Rows)
        {
            foreach (var judgement in row.Judgements)
            {
                var outcome = Figures.Of(judgement.Outcome) + (judgement.Reason.Length > 0 ? $": {Shortened(judgement.Reason)}" : "");
                table.Add(row.Workload, row.Case, Figures.Of(judgement.Budget, row.Unit), Figures.Of(judgement, row.Unit), outcome, Verdicts(row));
            }
        }

        return table;
    }

    private static MarkdownTable Times(List<Row> rows)
    {
        List<string> peers = [.. rows.SelectMany(row => row.Peers).Select(peer => peer.Runner).Distinct(StringComparer.Ordinal)];
        var (hasRan, hasFull, hasSaved) = (rows.Exists(row => row.Ran.Length > 0), rows.Exists(row => row.FullRun.Length > 0), rows.Exists(row => row.Saved is not null));
        var table = new MarkdownTable(
            ["case", "firsttry", .. peers, .. Where(hasRan, "firsttry ran"), .. Where(hasFull, "a full run"), .. Where(hasSaved, "saved by not running", "saved by running at once"), "verdicts"]);
        foreach (var row in rows.Where(row => row.Ours!.Statistics is not null))
        {
            var saved = row.Saved is { } saving ? (Figures.Of(saving.NotRunning, "ms"), Figures.Of(saving.AtOnce, "ms")) : ("", "");
            table.Add(
            [
                row.Case, Figures.Of(row.Ours!.Statistics!.Value, row.Unit), .. peers.Select(peer => Peer(row, peer)),
                .. Where(hasRan, row.Ran), .. Where(hasFull, row.FullRun), .. Where(hasSaved, saved.Item1, saved.Item2), Verdicts(row),
            ]);
        }

        return table;
    }

    private static string[] Where(bool isThere, params string[] cells) => isThere ? cells : [];

    private static string Peer(Row row, string runner)
    {
        var peer = row.Peers.FirstOrDefault(peer => peer.Runner == runner);
        return peer?.Statistics is not { } times ? ""
            : row.Ours!.RatioTo(peer) is { } ratio && double.IsFinite(ratio.Median) ? $"{Figures.Of(times, row.Unit)}; × {Figures.Of(ratio.Median)} ({Figures.Of(ratio.LowerQuartile)}–{Figures.Of(ratio.UpperQuartile)})"
            : Figures.Of(times, row.Unit);
    }

    private static string Verdicts(Row row) => row.Verdicts.Count == 0 ? ""
        : !row.AreVerdictsEqual ? "DIFFER"
        : row.Verdicts[0].IsPassed ? $"{row.Verdicts.Count} passed"
        : $"{row.Verdicts.Count} failed{(row.Verdicts[0].Failed is { Count: > 0 } failed ? $": {string.Join(", ", failed)}" : "")}";

    private static MarkdownTable Growth(IReadOnlyList<Series> all)
    {
        var table = new MarkdownTable("growth", "runner", "slope", "medians");
        foreach (var series in all)
        {
            foreach (var curve in series.Curves)
            {
                var slope = curve.Slope is { } each ? $"{Figures.Of(each * series.SlopePer, series.Unit)} per {Figures.Of(series.SlopePer)} {series.XName}" : "–";
                table.Add(series.Title, curve.Runner, slope, string.Join(", ", curve.Points.Select(point => $"{Figures.Of(point.X)}: {Figures.Of(point.Statistics.Median, series.Unit)}")));
            }
        }

        return table;
    }

    private static MarkdownTable Obstacles(Report report)
    {
        var table = new MarkdownTable("what", "why");
        foreach (var row in report.Rows.Where(row => row.Obstacle.Length > 0))
            table.Add($"{row.Workload}: {row.Case}", Shortened(row.Obstacle));

        foreach (var missing in report.Missing)
            table.Add(missing.Runner, Shortened(missing.Reason));

        return table;
    }

    private static string Shortened(string reason) => reason.Length <= MostOfReason ? reason : string.Concat(reason.AsSpan(0, MostOfReason), " …");

    private static string Summary(Report report)
    {
        var judgements = report.Rows.SelectMany(row => row.Judgements).ToList();
        var differing = report.Rows.Count(row => !row.AreVerdictsEqual);
        return $"{judgements.Count(judgement => judgement.Outcome == Outcome.Held)} of {judgements.Count} budgets held, "
            + $"{judgements.Count(judgement => judgement.Outcome == Outcome.NotHeld)} not held, "
            + $"{judgements.Count(judgement => judgement.Outcome == Outcome.NotMeasured)} not measured; "
            + (differing == 0 ? "all verdicts are equal." : $"rows whose verdicts DIFFER: {differing}.");
    }
}
