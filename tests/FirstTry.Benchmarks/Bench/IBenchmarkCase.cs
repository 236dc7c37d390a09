namespace FirstTry.Benchmarks.Bench;

/// <summary>Something that <c>bench</c> measures. <see cref="BenchmarkCases"/> names them all.</summary>
internal interface IBenchmarkCase
{
    /// <summary>The name for <c>--only</c>: a word, or several joined by hyphens.</summary>
    string Name { get; }

    /// <summary>Measures and adds rows and curves to the findings. What was added before an exception stays in the report.</summary>
    /// <exception cref="BenchmarkException">It cannot be measured, or would mean nothing; becomes a row that says so.</exception>
    void Measure(BenchContext context, Findings findings);
}
