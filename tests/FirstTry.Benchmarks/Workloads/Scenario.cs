using System;
using System.Collections.Generic;

namespace FirstTry.Benchmarks.Workloads;

/// <summary>A change before a commit, what was checked before it, and what has to come of it.</summary>
/// <param name="Name">How it is called in the table.</param>
/// <param name="Before">What is remembered when it is measured.</param>
/// <param name="Change">Makes the change; it differs from that of every other number.</param>
internal sealed record Scenario(string Name, Remembered Before, Action<Workplace, int> Change)
{
    /// <summary>What firsttry has to run and nothing else, as the checks mark it, for the change of a number.</summary>
    public Func<int, IReadOnlyList<string>> Runs { get; init; } = static _ => [];

    /// <summary>The checks that object to the change.</summary>
    public IReadOnlyList<string> Fails { get; init; } = [];

    /// <summary>The file that a formatter rewrites, for the change of a number; null where none does.</summary>
    public Func<int, string>? Rewrites { get; init; }

    /// <summary>True when the change has to take a thousandth of all checks one after another, with nothing cached.</summary>
    public bool IsThousandTimesFaster { get; init; }
}
