namespace FirstTry.Benchmarks.Reports;

/// <summary>What of a measurement a budget limits.</summary>
internal enum BudgetKind
{
    /// <summary>The median of the ratios to a peer within the rounds.</summary>
    Ratio,

    /// <summary>The median of the differences to a peer within the rounds.</summary>
    Difference,

    /// <summary>The median.</summary>
    Median,

    /// <summary>The largest value.</summary>
    Largest,

    /// <summary>Every value, which has to be the limit itself.</summary>
    Exactly,
}
