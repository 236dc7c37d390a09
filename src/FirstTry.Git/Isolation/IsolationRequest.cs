using System;
using System.Collections.Generic;
using FirstTry.Graph;
using FirstTry.Processes;

namespace FirstTry.Git.Isolation;

/// <summary>What is to be hidden, and where.</summary>
public sealed record IsolationRequest
{
    /// <summary>The working tree; the caller holds its <see cref="RunLock"/>.</summary>
    public required Worktree Worktree { get; init; }

    /// <summary>The variables of the caller, with those that git gave the hook: they name the index in use.</summary>
    public required EnvironmentBlock Environment { get; init; }

    /// <summary>Tracked files whose content, mode, type or existence is not what is staged.</summary>
    public required IReadOnlyList<RepoPath> Hidden { get; init; }

    /// <summary>Files that are not tracked and are hidden as well; what ends with a slash, a nested repository or an empty folder, stays.</summary>
    public IReadOnlyList<RepoPath> Untracked { get; init; } = [];

    /// <summary>Numbers the writing steps, for tests.</summary>
    public FaultPoints Faults { get; init; } = FaultPoints.None;

    /// <summary>Tells the time, for the names of backups.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
