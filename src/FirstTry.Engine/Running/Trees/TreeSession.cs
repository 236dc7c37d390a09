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
    private KnownFiles? _files;
    private IsolatedWorktree? _isolated;
    private CommittedIndex? _index;
    private readonly long _startedAt = (DateTimeOffset.UtcNow - DateTimeOffset.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick;
    private readonly PythonSources _sources = new(settings);
    private bool _hasFixed;

    /// <inheritdoc />
    public void BeforeFirstExecution()
    {
        settings.Starting();
        try
        {
            var mustLookAgain = TakeTree();
            if (settings.Look is not null)
            {
                Hide((mustLookAgain ? settings.LookAgain() : settings.Look).Wait());
            }

            Renew();
        }
        catch (OperationCanceledException) when (settings.Cancellation.IsCancellationRequested)
        {
            // Interrupted while waiting: the run notices it by itself and executes nothing.
        }
    }

    /// <summary>
    /// Those of the staged files that have changes which are neither staged nor hidden: where nothing is hidden all that are unstaged, and
    /// otherwise what somebody edited since the run began.
    /// </summary>
    /// <exception cref="GitException">git had to be asked and failed.</exception>
    public IReadOnlyList<RepoPath> FindEdited(IReadOnlyList<RepoPath> staged) =>
        _files is null ? settings.LookAgain().Wait().Unstaged : _files.FindEdited(staged);

    /// <inheritdoc />
    public EnvironmentBlock Guard(EnvironmentBlock environment) => _sources.Guard(environment);

    /// <summary>Says that the fixes of these files could not be staged: their owner's versions come back without them.</summary>
    public void FixesAreNotStaged(IReadOnlyList<RepoPath> files) => _isolated?.FixesAreNotStaged(files);

    /// <inheritdoc />
    public void BeforeFixes(IReadOnlyList<RepoPath>? files)
    {
        _sources.MayChange();
        _isolated?.ExpectChanges(files);
        _hasFixed = true;
    }

    /// <inheritdoc />
    public IReadOnlyList<DroppedFix> AfterFixes(Mutation mutation)
    {
        var dropped = new List<DroppedFix>();
        _files?.Learn(mutation.Left);
        if (_isolated is not null)
        {
            // Whoever still writes would write into what is about to be merged and staged.
            EndLeftovers();
            Merge(_isolated.MergeFixes(_files!.Unedited(mutation.Changed), mutation.IsComplete), dropped);

            // Should it be somebody's work that they hold, it is kept as well.
            Merge(_isolated.MergeFixes(_files.Unedited(mutation.Uncertain), mutation.IsComplete, isKept: true), dropped);
        }

        _files?.Learn(dropped.ConvertAll(static fix => fix.Path));
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
            }

            TellNewFiles();
            if (_isolated is not null)
            {
                TreeMessages.Tell(settings.Say, _isolated.Leave());
            }
        }
        finally
        {
            _index?.Dispose();
            _lock?.Dispose();
        }
    }

    // True when the look that was begun earlier may have seen the files of another run.
    private bool TakeTree()
    {
        var hasWaited = false;
        _lock = RunLock.Acquire(settings.Worktree, settings.Waits, Announce, settings.Cancellation);
        settings.Undisturbed?.Hold();
        if (Recovery.IsNeeded(settings.Worktree)
            && Recovery.Recover(settings.Worktree, settings.Environment, settings.Faults, _lock) is { } report)
        {
            TreeMessages.Tell(settings.Say, report);
            return true;
        }

        return hasWaited || settings.Undisturbed is { IsDisturbed: true };

        void Announce(LockOwner owner)
        {
            hasWaited = true;
            settings.Say($"waiting for {owner}, which checks this worktree");
        }
    }

    private void Hide(WorktreeState state)
    {
        _files = new KnownFiles(settings.Worktree.Root, state);
        var untracked = settings.HidesUntracked ? state.Untracked : [];
        var hidden = Together(state.Unstaged, settings.Staged);
        if (hidden.Count == 0 && untracked.Count == 0)
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

        _index = settings.Commit is { } commit ? CommittedIndex.Create(settings.Worktree, settings.Environment, commit) : null;
        _isolated = IsolatedWorktree.Enter(new IsolationRequest
        {
            Worktree = settings.Worktree,
            Environment = _index?.Environment ?? settings.Environment,
            Hidden = hidden,
            Untracked = untracked,
            Faults = settings.Faults,
        });
        _files.Learn(_isolated?.Hidden ?? []);
        _sources.AreReplaced(_isolated?.Hidden ?? []);
    }

    private void Renew()
    {
        if (_lock is { IsInherited: false }
            && RestoredFiles.Renew(settings.Worktree, settings.Faults, _isolated?.Hidden ?? [], settings.Renewed) is { Count: > 0 } refused)
        {
            settings.Say($"the time of {FileNames.Of(refused)} cannot be set: build tools may take for built what they built of other content");
        }

        // Nobody has edited them.
        _files?.Learn([.. settings.Renewed.Keys]);
    }

    private void TellNewFiles()
    {
        if (!_hasFixed || !settings.TellsNewFiles)
        {
            return;
        }

        var files = new List<RepoPath>();
        foreach (var path in settings.LookAgain().Wait().Untracked)
        {
            if (WorktreeFiles.StatOf(settings.Worktree.Root, path).ChangedNanoseconds >= _startedAt)
            {
                files.Add(path);
            }
        }

        if (files.Count > 0)
        {
            settings.Say($"{FileNames.Of(files)} came up during the run and is not tracked: it is not part of the commit");
        }
    }

    private static IReadOnlyList<RepoPath> Together(IReadOnlyList<RepoPath> unstaged, IReadOnlyList<RepoPath> staged)
    {
        if (staged.Count == 0)
        {
            return unstaged;
        }

        var all = new SortedSet<RepoPath>(unstaged);
        all.UnionWith(staged);
        return [.. all];
    }

    private static void Merge(IReadOnlyList<FixMerge> merges, List<DroppedFix> dropped)
    {
        foreach (var merge in merges)
        {
            if (merge.Conflict is { } reason)
            {
                dropped.Add(new DroppedFix(merge.Path, reason));
            }
        }
    }

    private void EndLeftovers()
    {
        if (ProcessTree.EndLeftovers(settings.Grace) is var count and > 0)
        {
            settings.Say(count == 1 ? "ended a process that a check left behind" : $"ended {count} processes that checks left behind");
        }
    }
}
