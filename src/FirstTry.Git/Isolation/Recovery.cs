using System;
using System.Collections.Generic;
using System.Threading;
using FirstTry.Git.Internal;
using FirstTry.Git.Isolation.Internal;
using FirstTry.Graph;
using FirstTry.Processes;

namespace FirstTry.Git.Isolation;

/// <summary>Puts back what a run that was killed had hidden.</summary>
public static class Recovery
{
    private const int MostAttempts = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    // A git that is asked to go takes its lock file along; one that is killed leaves it.
    private static readonly TimeSpan OrphansGrace = TimeSpan.FromSeconds(2);

    /// <summary>Whether files of this worktree are hidden, by a run that was killed or by one that still runs; one system call.</summary>
    public static bool IsNeeded(Worktree worktree) => IsNeeded(new IsolationPlace(worktree));

    internal static bool IsNeeded(IsolationPlace place) => OperatingSystem.IsLinux() && Disk.StatOf(place.Folder).Kind != FileKind.Absent;

    /// <summary>
    /// Puts everything back. Whoever has edited a file since the run was killed keeps that, and is told where the hidden version lies.
    /// It may itself be killed at any time, and begun again. Null when the run that hid the files still lives.
    /// </summary>
    /// <param name="held">The worktree's lock, where the caller has it already.</param>
    /// <exception cref="GitException">A file could not be put back, or the journal is damaged; nothing is lost.</exception>
    public static RecoveryReport? Recover(Worktree worktree, EnvironmentBlock environment, FaultPoints faults, RunLock? held = null)
    {
        var own = held is null && IsNeeded(worktree) ? RunLock.TryTakeOver(worktree) : null;
        try
        {
            return held is { IsInherited: true } || (held is null && own is null) || !IsNeeded(worktree)
                ? null
                : Recover(worktree, environment, new Disk(faults));
        }
        catch (DiskException exception)
        {
            throw new GitException($"Hidden changes cannot be put back: {exception.Message} Nothing is lost; 'firsttry recover' tries again.");
        }
        finally
        {
            own?.Dispose();
        }
    }

    /// <summary>What is hidden at this moment; null when nothing is.</summary>
    /// <exception cref="GitException">The journal is damaged.</exception>
    public static HiddenWork? Find(Worktree worktree)
    {
        if (!IsNeeded(worktree))
        {
            return null;
        }

        using var free = RunLock.TryTakeOver(worktree);
        var state = Journal.Read(new IsolationPlace(worktree));
        var files = new List<RepoPath>();
        foreach (var file in state?.Files ?? [])
        {
            files.Add(file.Path);
        }

        return new HiddenWork(state?.Owner.ProcessId ?? 0, free is null || state is { Owner: var owner } && owner.IsAlive(), state?.BackupRef ?? "", files);
    }

    private static RecoveryReport? Recover(Worktree worktree, EnvironmentBlock environment, Disk disk)
    {
        if (Journal.Read(new IsolationPlace(worktree)) is not { } state)
        {
            // It was killed before it hid anything, or after it had put everything back. Its git may still write what is of no use any more.
            foreach (var process in new IsolationPlace(worktree).FindOwners())
            {
                _ = ProcessTree.EndOrphansOf(process, OrphansGrace);
            }

            Discard(new IsolationPlace(worktree), disk);
            return new RecoveryReport(null, []);
        }

        // This process itself may have failed to put something back.
        if (state.Owner.IsAlive() && state.Owner != RunningOwner.Current())
        {
            return null;
        }

        // The git that was to stage a fix, or a check, would write into what is about to be put back.
        if (!state.Owner.IsAlive())
        {
            _ = ProcessTree.EndOrphansOf(state.Owner.ProcessId, OrphansGrace);
        }

        var place = new IsolationPlace(worktree, state.RunId);
        var restoration = new Restoration(state, place, disk, new BackupStore(worktree, environment, disk))
        {
            IsFixStaged = file => IsStaged(worktree, environment, file),
        };
        Restorations.FinishCopies(state, place, disk);
        var results = Restorations.GiveBack(state, restoration);
        Discard(place, disk);
        return new RecoveryReport(state.BackupRef, results);
    }

    // A git that the killed run had started may for a moment go on to write what is of no use any more.
    private static void Discard(IsolationPlace place, Disk disk)
    {
        Restorations.Discard(place, disk);
        for (var i = 0; i < MostAttempts && Disk.StatOf(place.Folder).Kind != FileKind.Absent; i++)
        {
            Thread.Sleep(Pause);
            Restorations.Discard(place, disk);
        }
    }

    // The index that counts is the repository's own: the one of a commit that was cut short is gone with it.
    private static bool IsStaged(Worktree worktree, EnvironmentBlock environment, HiddenFile file)
    {
        var arguments = new List<byte[]>(ProcessArguments.Of(StatusOutput.Question(untracked: "no"))) { file.Path.Bytes };
        using var process = new GitCommand(worktree, environment.With("GIT_INDEX_FILE", null)).Start(arguments);
        foreach (var entry in StatusOutput.Parse(GitCommand.OutputOf(["status"], process.Wait())))
        {
            if (entry.Path == file.Path)
            {
                return entry.Unstaged == '.';
            }
        }

        return true;
    }
}
