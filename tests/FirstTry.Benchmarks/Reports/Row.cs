using System.Collections.Generic;
using System.Linq;

namespace FirstTry.Benchmarks.Reports;

/// <summary>One case that was measured, or that could not be.</summary>
internal sealed record Row
{
    /// <summary>The group of rows it is shown with: all of one group have the same peers.</summary>
    public required string Workload { get; init; }

    /// <summary>What is measured.</summary>
    public required string Case { get; init; }

    /// <summary>The unit of all values; empty where they are counts of what <see cref="Case"/> names.</summary>
    public string Unit { get; init; } = "ms";

    /// <summary>Our values; null when nothing was measured.</summary>
    public Measurement? Ours { get; init; }

    /// <summary>The values of every other runner, in the order of the columns.</summary>
    public IReadOnlyList<Measurement> Peers { get; init; } = [];

    /// <summary>Runners that belong here and are not in <see cref="Peers"/>.</summary>
    public IReadOnlyList<MissingPeer> Missing { get; init; } = [];

    /// <summary>What every runner said, a run without anything remembered first.</summary>
    public IReadOnlyList<Verdict> Verdicts { get; init; } = [];

    /// <summary>What is promised; a row may only tell a time.</summary>
    public IReadOnlyList<Budget> Budgets { get; init; } = [];

    /// <summary>Where the time went that was saved; null where nothing is to be saved.</summary>
    public Saving? Saved { get; init; }

    /// <summary>What firsttry ran.</summary>
    public string Ran { get; init; } = "";

    /// <summary>What a run of everything ran and found.</summary>
    public string FullRun { get; init; } = "";

    /// <summary>Why nothing was measured; empty when it was.</summary>
    public string Obstacle { get; init; } = "";

    /// <summary>True when every runner said the same and did what it had to.</summary>
    public bool AreVerdictsEqual => Verdicts.All(verdict => verdict.DidItsWork && Verdicts.All(verdict.AgreesWith));

    /// <summary>Each budget judged.</summary>
    public IEnumerable<Judgement> Judgements => Budgets.Select(budget => Judge.Of(this, budget));
}
