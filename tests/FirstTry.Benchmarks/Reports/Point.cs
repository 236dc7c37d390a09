using System.Collections.Generic;

namespace FirstTry.Benchmarks.Reports;

/// <summary>One size of a curve and what was measured there.</summary>
/// <param name="X">The size.</param>
/// <param name="Values">One value a round.</param>
internal sealed record Point(double X, IReadOnlyList<double> Values)
{
    /// <summary>The middle and the spread.</summary>
    public Statistics Statistics => FirstTry.Benchmarks.Statistics.Of(Values);
}
