using FirstTry.Git.Isolation.Internal;

namespace FirstTry.Git.Isolation;

/// <summary>
/// Tells whether another run has hidden files in a worktree since it was first looked at: whoever reads files without the worktree's lock may
/// have seen what is staged in the place of what their owner has. Costs two system calls a question.
/// </summary>
public sealed class UndisturbedTree
{
    private readonly IsolationPlace _place;
    private readonly FileStat _before;
    private bool _isDisturbed;
    private bool _isHeld;

    private UndisturbedTree(Worktree worktree)
    {
        _place = new IsolationPlace(worktree);
        _before = RestoredFiles.Stamp(_place);
        _isDisturbed = Recovery.IsNeeded(_place);

        // A run that is part of another one is to see what that one lets it see.
        _isHeld = _isDisturbed && LockOwners.Find(worktree.GitDirectory) is { ProcessId: not 0 } owner && LockOwners.IsAncestor(owner.ProcessId);
        _isDisturbed &= !_isHeld;
    }

    /// <summary>To be called before the first look.</summary>
    public static UndisturbedTree Begin(Worktree worktree) => new(worktree);

    /// <summary>Whether somebody else has hidden files meanwhile; stays true.</summary>
    public bool IsDisturbed => _isHeld ? _isDisturbed : _isDisturbed |= Recovery.IsNeeded(_place) || RestoredFiles.Stamp(_place) != _before;

    /// <summary>To be called once this run has the worktree's lock: from now on nobody else hides anything.</summary>
    public void Hold()
    {
        _ = IsDisturbed;
        _isHeld = true;
    }
}
