using System;
using System.Collections.Generic;
using FirstTry.Engine.Planning;
using FirstTry.Graph;

namespace FirstTry.Engine.Running;

/// <summary>What came of one check of a run.</summary>
public sealed record CheckResult
{
    /// <summary>The check as it was planned.</summary>
    public required PlannedCheck Planned { get; init; }

    /// <summary>The verdict.</summary>
    public required CheckStatus Status { get; init; }

    /// <summary>Why; always filled but for a plain pass.</summary>
    public string? Reason { get; init; }

    /// <summary>The exit code, the highest of several batches; null when nothing ran.</summary>
    public int? ExitCode { get; init; }

    /// <summary>How long it was ready and had to wait for a worker, or for another check with the same <c>exclusive</c>.</summary>
    public TimeSpan Queued { get; init; }

    /// <summary>How long it ran.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Whether an earlier pass stands in for a run: nothing was started.</summary>
    public bool IsCached { get; init; }

    /// <summary>How long the remembered run took that was not run again.</summary>
    public TimeSpan Saved { get; init; }

    /// <summary>The fingerprint of everything that the verdict depends on; null when none was computed.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Why no earlier pass could stand in: "src/app.py changed"; null when nobody asked, and for a check that did not run.</summary>
    public string? MissReason { get; init; }

    /// <summary>The processor time of everything that it ran, as far as the system tells.</summary>
    public TimeSpan Cpu { get; init; }

    /// <summary>The most memory, in bytes, that one of its processes held; 0 where the system does not tell.</summary>
    public long PeakMemory { get; init; }

    /// <summary>When each of its batches ran; empty when nothing did.</summary>
    public IReadOnlyList<Period> Batches { get; init; } = [];

    /// <summary>When an earlier pass was looked for; null when nobody looked.</summary>
    public Period? LookUp { get; init; }

    /// <summary>Everything it wrote, standard output and standard error in the order written, batch after batch.</summary>
    public byte[] Output { get; init; } = [];

    /// <summary>Files that a mutating check changed.</summary>
    public IReadOnlyList<RepoPath> ChangedFiles { get; init; } = [];

    /// <summary>Whether the run fails because of it.</summary>
    public bool IsFailure { get; init; }

    /// <summary>Whether checks that need it do not run.</summary>
    public bool IsGateClosed { get; init; }

    /// <summary>Whether it objects, and <c>allow_failure</c> makes that a warning.</summary>
    public bool IsWarning => Status is CheckStatus.Failed or CheckStatus.TimedOut && !IsFailure;

    /// <summary>The name of the check.</summary>
    public string Name => Planned.Name;

    /// <summary>The phase that it ran in.</summary>
    public Bucket Bucket => Planned.Bucket;

    /// <summary>How many files it looked at; 0 when it did not run.</summary>
    public int FileCount => Status == CheckStatus.Skipped ? 0 : Planned.Files.Count;
}
