using System;
using System.Collections.Generic;

namespace FirstTry.Engine.History;

/// <summary>One run of the past: a line of the history.</summary>
public sealed record PastRun
{
    /// <summary>When it began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>The commit that was checked out, in hexadecimal digits; null before the first one, and where only git could tell.</summary>
    public string? Commit { get; init; }

    /// <summary>The name of the linked worktree that it ran in; empty for the main one.</summary>
    public string Worktree { get; init; } = "";

    /// <summary>The hook that started it; null by hand.</summary>
    public string? Hook { get; init; }

    /// <summary>The profile; null for an inline one.</summary>
    public string? Profile { get; init; }

    /// <summary>The cache mode, as <c>--cache</c> spells it.</summary>
    public string Cache { get; init; } = "";

    /// <summary>The verdict, as the JSON report spells it.</summary>
    public required string Verdict { get; init; }

    /// <summary>The exit code.</summary>
    public int ExitCode { get; init; }

    /// <summary>From the first check's turn to the last one's end.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Its checks, in the order of the plan.</summary>
    public IReadOnlyList<PastCheck> Checks { get; init; } = [];

    /// <summary>What it says of a check; null when it was not part of it.</summary>
    public PastCheck? Find(string check)
    {
        for (var i = 0; i < Checks.Count; i++)
        {
            if (Checks[i].Name == check)
            {
                return Checks[i];
            }
        }

        return null;
    }
}
