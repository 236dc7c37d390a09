using System.Collections.Generic;

namespace FirstTry.Git.Hooks;

/// <summary>What was done to one hook.</summary>
/// <param name="Name">The hook as git calls it.</param>
/// <param name="Path">Where it lies.</param>
/// <param name="Change">What became of it.</param>
public sealed record HookReport(string Name, string Path, HookChange Change)
{
    /// <summary>The hook that was there before and is run first; null when there was none or it has been put back.</summary>
    public string? Earlier { get; init; }

    /// <summary>True when git would have run the earlier hook, so that it is run.</summary>
    public bool EarlierRuns { get; init; }

    /// <summary>What this call moved aside, under its new path.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];

    /// <summary>Whole sentences for the user: what was kept, where, and whether it is run.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];
}
