using System;
using System.Collections.Generic;
using System.IO;
using FirstTry.Git.Isolation.Internal;
using FirstTry.Graph;

namespace FirstTry.Git.Isolation;

/// <content>Putting the owner's versions back.</content>
public sealed partial class IsolatedWorktree
{
    private readonly HashSet<RepoPath> _notStaged = [];

    /// <summary>Says that the fixes of these files could not be staged: their owner's versions come back without them.</summary>
    public void FixesAreNotStaged(IReadOnlyList<RepoPath> files) => _notStaged.UnionWith(files);

    /// <summary>
    /// Puts every file back: as its owner left it, together with a fix, or, where somebody else has written meanwhile, as that is. Called
    /// once, when no check runs any more.
    /// </summary>
    /// <exception cref="GitException">A file could not be put back. It is safe, and the next command of firsttry tries again.</exception>
    public IReadOnlyList<HiddenFileResult> Leave()
    {
        var results = GiveBack();
        Discard(_place, _disk);
        Prune();
        return results;
    }

    // Here something has been written anyway; a run without unstaged changes does not even look.
    private void Prune()
    {
        var now = _request.Clock.GetUtcNow();
        try
        {
            if (Backups.HaveOld(_request.Worktree, now))
            {
                Backups.Prune(_request.Worktree, _request.Environment, now);
            }
        }
        catch (Exception exception) when (exception is GitException or IOException or UnauthorizedAccessException)
        {
            // Old backups that stay are nobody's loss, and the next run tries again.
            return;
        }
    }

    private List<HiddenFileResult> GiveBack() =>
        Restorations.GiveBack(_state, new Restoration(_state, _place, _disk, _backup) { IsFixStaged = file => !_notStaged.Contains(file.Path) });

    // The step that failed may have been one in the middle of hiding a file.
    private void Undo()
    {
        Restorations.FinishCopies(_state, _place, _disk);
        _ = GiveBack();
    }

    // The next command clears away what cannot be removed now.
    private static void Discard(IsolationPlace place, Disk disk)
    {
        try
        {
            Restorations.Discard(place, disk);
        }
        catch (IOException)
        {
            return;
        }
    }
}
