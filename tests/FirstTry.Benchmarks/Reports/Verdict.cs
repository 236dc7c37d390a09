using System;
using System.Collections.Generic;
using System.Linq;

namespace FirstTry.Benchmarks.Reports;

/// <summary>What a runner said about the work of a row, and what it did for that.</summary>
/// <param name="Runner">The name, as in its <see cref="Measurement"/>.</param>
/// <param name="ExitCode">As the process ended: runners agree when all are zero or none is.</param>
internal sealed record Verdict(string Runner, int ExitCode)
{
    /// <summary>The checks that failed, each once; null where the runner does not tell.</summary>
    public IReadOnlyList<string>? Failed { get; init; }

    /// <summary>The checks that really ran, by the marks they left; null where nobody looked.</summary>
    public IReadOnlyList<string>? Ran { get; init; }

    /// <summary>The checks that had to run; null where any number of them is right.</summary>
    public IReadOnlyList<string>? Owed { get; init; }

    /// <summary>True when the runner let the change pass.</summary>
    public bool IsPassed => ExitCode == 0;

    /// <summary>False when something that had to run did not, or something else did.</summary>
    public bool DidItsWork => Owed is null || (Ran is not null && Same(Owed, Ran));

    /// <summary>True when both passed or both failed, and, where both tell, for the same checks.</summary>
    public bool AgreesWith(Verdict other) =>
        IsPassed == other.IsPassed && (Failed is null || other.Failed is null || Same(Failed, other.Failed));

    private static bool Same(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        one.Order(StringComparer.Ordinal).SequenceEqual(other.Order(StringComparer.Ordinal), StringComparer.Ordinal);
}
