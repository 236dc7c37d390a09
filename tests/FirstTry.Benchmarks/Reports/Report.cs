using System.Collections.Generic;
using System.Linq;

namespace FirstTry.Benchmarks.Reports;

/// <summary>All that one run of <c>bench</c> found out. The same report is always written with the same bytes.</summary>
internal sealed record Report
{
    /// <summary>What was run and how, as the command line.</summary>
    public required string Title { get; init; }

    /// <summary>Where.</summary>
    public required Machine Machine { get; init; }

    /// <summary>The rows, in the order of the cases.</summary>
    public IReadOnlyList<Row> Rows { get; init; } = [];

    /// <summary>The curves.</summary>
    public IReadOnlyList<Series> Series { get; init; } = [];

    /// <summary>Every peer that some row or curve lacks, each once.</summary>
    public IEnumerable<MissingPeer> Missing => Rows.SelectMany(row => row.Missing).Concat(Series.SelectMany(series => series.Missing)).Distinct();

    /// <summary>0 when all budgets are held and all verdicts equal, 2 when nothing at all was measured, 1 otherwise.</summary>
    public int ExitCode =>
        !Rows.Any(row => row.Ours is { Values.Count: > 0 }) && Series.Count == 0 ? 2
        : Rows.All(row => row.AreVerdictsEqual && row.Obstacle.Length == 0 && row.Judgements.All(judgement => judgement.Outcome == Outcome.Held)) ? 0
        : 1;
}
