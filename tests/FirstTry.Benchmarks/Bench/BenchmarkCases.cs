using System.Collections.Generic;

namespace FirstTry.Benchmarks.Bench;

/// <summary>Everything that <c>bench</c> measures, in this order.</summary>
internal static class BenchmarkCases
{
    /// <summary>The cases; a new one is added here and nowhere else.</summary>
    public static IReadOnlyList<IBenchmarkCase> All { get; } =
    [
    ];
}
