using System;
using System.Threading;
using FirstTry.Git;
using FirstTry.Git.Isolation;
using FirstTry.Processes;

namespace FirstTry.Engine.Running.Trees;

/// <summary>How a run stays in a working tree.</summary>
public sealed record TreeSettings
{
    /// <summary>The working tree.</summary>
    public required Worktree Worktree { get; init; }

    /// <summary>The variables of the caller, with those that git gave the hook: they name the index in use.</summary>
    public required EnvironmentBlock Environment { get; init; }

    /// <summary>Says one line to whoever started the run.</summary>
    public required Action<string> Say { get; init; }

    /// <summary>The look at the tree that was begun before anything else; null where nothing is hidden.</summary>
    public WorktreeLook? Look { get; init; }

    /// <summary>Looks at the tree anew, since another run may have had hidden files in it meanwhile.</summary>
    public required Func<WorktreeLook> LookAgain { get; init; }

    /// <summary>Whether untracked files are hidden too.</summary>
    public bool HidesUntracked { get; init; }

    /// <summary>Whether to wait for another run in the same tree.</summary>
    public bool Waits { get; init; } = true;

    /// <summary>How long processes that checks left behind may take to go, before files are put back.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Numbers the writing steps, for tests.</summary>
    public FaultPoints Faults { get; init; } = FaultPoints.None;

    /// <summary>Ends the waiting for another run.</summary>
    public CancellationToken Cancellation { get; init; }
}
