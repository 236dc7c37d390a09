namespace FirstTry.Benchmarks.Reports;

/// <summary>What became of a budget.</summary>
internal enum Outcome
{
    /// <summary>Measured, within the limit, and every verdict was equal.</summary>
    Held,

    /// <summary>Measured and beyond the limit.</summary>
    NotHeld,

    /// <summary>The runners did not say or do the same: no time of theirs means anything.</summary>
    VerdictsDiffer,

    /// <summary>There is no figure.</summary>
    NotMeasured,
}
