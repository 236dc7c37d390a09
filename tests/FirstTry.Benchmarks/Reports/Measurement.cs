using System.Collections.Generic;
using System.Linq;

namespace FirstTry.Benchmarks.Reports;

/// <summary>What one runner took: one value a round, in the order of the rounds, so that values at the same place of two runners are neighbours in time.</summary>
/// <param name="Runner">The name with its version, as <c>lefthook 2.2.2</c>.</param>
/// <param name="Values">In the unit of the row.</param>
internal sealed record Measurement(string Runner, IReadOnlyList<double> Values)
{
    /// <summary>The middle and the spread; null when there are no values.</summary>
    public Statistics? Statistics => Values.Count == 0 ? null : FirstTry.Benchmarks.Statistics.Of(Values);

    /// <summary>This divided by the other, round by round; null when they do not pair.</summary>
    public Statistics? RatioTo(Measurement other) => Paired(other) ? FirstTry.Benchmarks.Statistics.Of(Values.Zip(other.Values, static (one, two) => one / two)) : null;

    /// <summary>This less the other, round by round; null when they do not pair.</summary>
    public Statistics? DifferenceTo(Measurement other) => Paired(other) ? FirstTry.Benchmarks.Statistics.Of(Values.Zip(other.Values, static (one, two) => one - two)) : null;

    private bool Paired(Measurement other) => Values.Count > 0 && Values.Count == other.Values.Count;
}
