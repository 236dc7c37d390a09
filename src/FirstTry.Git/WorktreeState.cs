using System;
using System.Collections.Generic;
using System.Threading;
using FirstTry.Graph;

namespace FirstTry.Git;

/// <summary>What one look at a working tree found. What not every run needs is worked out when it is first asked for.</summary>
public sealed class WorktreeState
{
    private readonly Lazy<TrackedEntries> _tracked;
    private readonly Lazy<IReadOnlyList<RepoPath>> _untracked;

    internal WorktreeState(IReadOnlyList<RepoPath> unstaged, Func<TrackedEntries> tracked, Func<TrackedEntries, IReadOnlyList<RepoPath>> untracked)
    {
        Unstaged = unstaged;
        _tracked = new Lazy<TrackedEntries>(tracked, LazyThreadSafetyMode.ExecutionAndPublication);
        _untracked = new Lazy<IReadOnlyList<RepoPath>>(() => untracked(_tracked.Value), LazyThreadSafetyMode.ExecutionAndPublication);
    }

    /// <summary>Tracked files whose content, type, mode or existence is not what the index says, in byte order; what stays in doubt counts.</summary>
    public IReadOnlyList<RepoPath> Unstaged { get; }

    /// <summary>Every tracked path with its state on disk.</summary>
    /// <exception cref="GitException">The index is of a kind that only git reads, and git failed.</exception>
    public TrackedEntries Tracked => _tracked.Value;

    /// <summary>
    /// Files and links that are neither tracked nor ignored, and, with a slash at the end, nested repositories and folders without anything
    /// in them; in byte order. A process is started only where there are names that the index does not have.
    /// </summary>
    /// <exception cref="GitException">git had to be asked and failed.</exception>
    public IReadOnlyList<RepoPath> Untracked => _untracked.Value;
}
