using System.Collections.Generic;

namespace FirstTry.Benchmarks.Reports;

/// <summary>How cost grows with a size, a curve for each runner.</summary>
/// <param name="Title">What grows.</param>
/// <param name="XName">What the size counts, as "files".</param>
/// <param name="SlopePer">The slope is told for so many of them.</param>
/// <param name="Curves">Ours first.</param>
internal sealed record Series(string Title, string XName, double SlopePer, IReadOnlyList<Curve> Curves)
{
    /// <summary>The unit of all values.</summary>
    public string Unit { get; init; } = "ms";

    /// <summary>Runners that belong here and could not be measured.</summary>
    public IReadOnlyList<MissingPeer> Missing { get; init; } = [];
}
