using System;
using System.Collections.Generic;
using FirstTry.Git;
using FirstTry.Git.Isolation;
using FirstTry.Graph;
using FirstTry.Processes;

namespace FirstTry.Engine.Running.Trees;

/// <summary>
/// A run's stay in a working tree: alone in it, and with everything out of sight that is not staged. Where nothing is unstaged, no file is
/// touched.
/// </summary>
public sealed class TreeSession(TreeSettings settings) : IWorktreeSession
{
    private RunLock? _lock;
    private WorktreeState? _state;
    private IsolatedWorktree? _isolated;

    /// <inheritdoc />
    public void BeforeFirstExecution()
    {
        try
        {
            var mustLookAgain = TakeTree();
            if (settings.Look is not null)
            {
                Hide((mustLookAgain ? settings.LookAgain() : settings.Look).Wait());
            }
        }
        catch (OperationCanceledException) when (settings.Cancellation.IsCancellationRequested)
        {
            // Interrupted while waiting: the run notices it by itself and executes nothing.
        }
    }

    /// <summary>
    /// Those of the staged files that have changes which are neither staged nor hidden: everything where nothing is hidden, and otherwise
    /// what somebody edited since the run began.
    /// </summary>
    /// <exception cref="GitException">git had to be asked and failed.</exception>
    public IReadOnlyList<RepoPath> FindEdited(IReadOnlyList<RepoPath> staged)
    {
        if (_state is null)
        {
            return settings.LookAgain().Wait().Unstaged;
        }

        var hidden = new HashSet<RepoPath>(_isolated?.Hidden ?? []);
        var edited = new List<RepoPath>();
        for (var i = 0; i < staged.Count; i++)
        {
            var place = _state.Tracked.IndexOf(staged[i].Bytes);
            if (!hidden.Contains(staged[i]) && (place < 0 || _state.Tracked[place].Status != WorktreeFiles.StatOf(settings.Worktree.Root, staged[i])))
            {
                edited.Add(staged[i]);
            }
        }

        return edited;
    }

    /// <inheritdoc />
    public void BeforeFixes(IReadOnlyList<RepoPath>? files) => _isolated?.ExpectChanges(files);

    /// <inheritdoc />
    public IReadOnlyList<DroppedFix> AfterFixes(IReadOnlyList<RepoPath> changed, bool isComplete)
    {
        if (_isolated is null)
        {
            return [];
        }

        // Whoever still writes would write into what is about to be merged and staged.
        EndLeftovers();
        var dropped = new List<DroppedFix>();
        foreach (var merge in _isolated.MergeFixes(changed, isComplete))
        {
            if (merge.Conflict is { } reason)
            {
                dropped.Add(new DroppedFix(merge.Path, reason));
            }
        }

        return dropped;
    }

    /// <inheritdoc />
    public void AfterLastExecution()
    {
        try
        {
            if (_isolated is not null)
            {
                EndLeftovers();
                TreeMessages.Tell(settings.Say, _isolated.Leave());
            }
        }
        finally
        {
            _lock?.Dispose();
        }
    }

    // True when the look that was begun earlier may have seen the files of another run.
    private bool TakeTree()
    {
        var hasWaited = false;
        _lock = RunLock.Acquire(settings.Worktree, settings.Waits, Announce, settings.Cancellation);
        if (Recovery.IsNeeded(settings.Worktree)
            && Recovery.Recover(settings.Worktree, settings.Environment, settings.Faults, _lock) is { } report)
        {
            TreeMessages.Tell(settings.Say, report);
            return true;
        }

        return hasWaited;

        void Announce(LockOwner owner)
        {
            hasWaited = true;
            settings.Say($"waiting for {owner}, which checks this worktree");
        }
    }

    private void Hide(WorktreeState state)
    {
        _state = state;
        var untracked = settings.HidesUntracked ? state.Untracked : [];
        if (state.Unstaged.Count == 0 && untracked.Count == 0)
        {
            return;
        }

        if (_lock is { IsInherited: true })
        {
            throw new GitException(
                "There are unstaged changes, and this run is part of another one in the same worktree: they cannot be hidden. Stage or stash them.");
        }

        if (!IsolatedWorktree.IsSupported)
        {
            settings.Say("unstaged changes cannot be hidden on this system: the checks see them too");
            return;
        }

        _isolated = IsolatedWorktree.Enter(new IsolationRequest
        {
            Worktree = settings.Worktree,
            Environment = settings.Environment,
            Hidden = state.Unstaged,
            Untracked = untracked,
            Faults = settings.Faults,
        });
    }

    private void EndLeftovers()
    {
        if (ProcessTree.EndLeftovers(settings.Grace) is var count and > 0)
        {
            settings.Say(count == 1 ? "ended a process that a check left behind" : $"ended {count} processes that checks left behind");
        }
    }
}
