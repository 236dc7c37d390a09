using System;
using System.Collections.Generic;
using System.Threading;
using FirstTry.Git;
using FirstTry.Git.Isolation;
using FirstTry.Graph;
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

    /// <summary>Called before anything is executed or hidden, perhaps more than once: from then on a signal must not end the program at once.</summary>
    public Action Starting { get; init; } = static () => { };

    /// <summary>The look at the tree that was begun before anything else; null where nothing is hidden.</summary>
    public WorktreeLook? Look { get; init; }

    /// <summary>What a look at the tree found that somebody else of this run holds anyway; null where there is none.</summary>
    public Func<TrackedEntries?> Seen { get; init; } = static () => null;

    /// <summary>Looks at the tree anew, since another run may have had hidden files in it meanwhile.</summary>
    public required Func<WorktreeLook> LookAgain { get; init; }

    /// <summary>
    /// The commit that is checked instead of what is staged; null checks what is staged. Then files that are staged are hidden as well.
    /// </summary>
    public string? Commit { get; init; }

    /// <summary>What is staged on top of <see cref="Commit"/>.</summary>
    public IReadOnlyList<RepoPath> Staged { get; init; } = [];

    /// <summary>Whether untracked files are hidden too.</summary>
    public bool HidesUntracked { get; init; }

    /// <summary>Whether files that come up while checks mend something are named: they are not part of the commit.</summary>
    public bool TellsNewFiles { get; init; }

    /// <summary>Whether to wait for another run in the same tree.</summary>
    public bool Waits { get; init; } = true;

    /// <summary>How long processes that checks left behind may take to go, before files are put back: whatever they write meanwhile gets in between.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Numbers the writing steps, for tests.</summary>
    public FaultPoints Faults { get; init; } = FaultPoints.None;

    /// <summary>Tells whether another run has hidden files since <see cref="Look"/>; null where that cannot matter.</summary>
    public UndisturbedTree? Undisturbed { get; init; }

    /// <summary>Gets the files whose time the run has set before its first check, and the time: nobody else has written them.</summary>
    public IDictionary<RepoPath, long> Renewed { get; } = new Dictionary<RepoPath, long>();

    /// <summary>Ends the waiting for another run.</summary>
    public CancellationToken Cancellation { get; init; }
}
