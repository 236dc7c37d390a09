using System;

namespace FirstTry.Engine.History;

/// <summary>What a run of the past says of one check.</summary>
public sealed record PastCheck
{
    /// <summary>The name of the check.</summary>
    public required string Name { get; init; }

    /// <summary>The phase that it ran in, as the config spells it.</summary>
    public string Bucket { get; init; } = "";

    /// <summary>The verdict, as the JSON report spells it: <c>passed</c>, <c>timed_out</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Whether an earlier pass stood in for a run.</summary>
    public bool IsCached { get; init; }

    /// <summary>Why, as the report said; empty for a plain pass.</summary>
    public string Reason { get; init; } = "";

    /// <summary>How long it waited for a worker.</summary>
    public TimeSpan Queued { get; init; }

    /// <summary>How long it ran; for a remembered pass, how long it took to find it.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The processor time that it took.</summary>
    public TimeSpan Cpu { get; init; }

    /// <summary>The most memory, in bytes, that one of its processes held.</summary>
    public long PeakMemory { get; init; }

    /// <summary>How long the run took that was not run again.</summary>
    public TimeSpan Saved { get; init; }

    /// <summary>How many files it looked at.</summary>
    public int Files { get; init; }

    /// <summary>The exit code; null when nothing ran.</summary>
    public int? ExitCode { get; init; }

    /// <summary>The fingerprint; null when none was computed.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Whether it was executed to a verdict of its own, neither remembered nor skipped nor ended by somebody.</summary>
    public bool IsExecuted => !IsCached && Status is "passed" or "failed" or "fixed" or "timed_out";
}
