using System;
using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Engine.Running;

/// <summary>What came of one batch.</summary>
internal sealed record BatchResult(CheckStatus Status, int? ExitCode, byte[] Output, string? Reason)
{
    /// <summary>What a built-in check says it changed.</summary>
    internal IReadOnlyList<RepoPath> ChangedFiles { get; init; } = [];

    /// <summary>The processor time that it took.</summary>
    internal TimeSpan Cpu { get; init; }

    /// <summary>The most memory that one of its processes held.</summary>
    internal long PeakMemory { get; init; }

    /// <summary>When it ran; null when nothing was started.</summary>
    internal Period? Time { get; init; }

    internal static BatchResult NotStarted(string reason) => new(CheckStatus.Error, null, [], reason);
}
