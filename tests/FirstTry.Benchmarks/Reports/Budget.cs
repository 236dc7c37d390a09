namespace FirstTry.Benchmarks.Reports;

/// <summary>A promise about the measurement of a row.</summary>
/// <param name="Kind">What is limited.</param>
/// <param name="Limit">The most it may be.</param>
/// <param name="Peer">The runner it is compared with; null where it stands alone.</param>
/// <param name="Source">Where the promise is made, as "design" or "issue": the same figure may be promised twice; empty when there is only one.</param>
internal sealed record Budget(BudgetKind Kind, double Limit, string? Peer = null, string Source = "")
{
    /// <summary>The median of the ratios to a peer is at most this.</summary>
    public static Budget RatioTo(string peer, double limit, string source = "") => new(BudgetKind.Ratio, limit, peer, source);

    /// <summary>The median of what it takes more than a peer is at most this.</summary>
    public static Budget MoreThan(string peer, double limit, string source = "") => new(BudgetKind.Difference, limit, peer, source);

    /// <summary>The median is at most this.</summary>
    public static Budget AtMost(double limit, string source = "") => new(BudgetKind.Median, limit, Source: source);

    /// <summary>No value is above this.</summary>
    public static Budget Never(double above, string source = "") => new(BudgetKind.Largest, above, Source: source);

    /// <summary>Every value is this.</summary>
    public static Budget Exactly(double value, string source = "") => new(BudgetKind.Exactly, value, Source: source);
}
