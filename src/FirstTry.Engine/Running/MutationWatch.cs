using System.Collections.Generic;
using FirstTry.Engine.Planning;
using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Engine.Running;

/// <summary>Finds out which files one mutating check changed, by comparing contents before and after.</summary>
internal sealed class MutationWatch
{
    private readonly ContentSnapshot _snapshot;
    private readonly RunContext _context;
    private readonly bool _isScanned;

    private MutationWatch(ContentSnapshot snapshot, RunContext context, bool isScanned)
    {
        _snapshot = snapshot;
        _context = context;
        _isScanned = isScanned;
    }

    /// <summary>Looks at the files before the check starts.</summary>
    internal static MutationWatch Start(PlannedCheck check, RunContext context)
    {
        var snapshot = ContentSnapshot.Take(context.WorktreeRoot, check.Files, isWholeKept: context.Review is not null);
        var isScanned = FindsItsOwnFiles(check) && context.FindUnstaged is not null;
        if (isScanned)
        {
            snapshot.Add(context.FindUnstaged!());
        }

        return new MutationWatch(snapshot, context, isScanned);
    }

    /// <summary>The files that are not what they were, in byte order.</summary>
    internal List<RepoPath> FindChanged()
    {
        var changed = _snapshot.FindChanged();
        if (_isScanned)
        {
            AddNewlyUnstaged(changed);
        }

        changed.Sort();
        return changed;
    }

    /// <summary>What changed files were before.</summary>
    internal List<OriginalFile> OriginalsOf(IReadOnlyList<RepoPath> changed) => _snapshot.OriginalsOf(changed);

    // A command that is not handed its files may write any of them: what differed from the index before is compared by content, and
    // whatever differs only now was changed.
    private void AddNewlyUnstaged(List<RepoPath> changed)
    {
        var unstaged = _context.FindUnstaged!();
        for (var i = 0; i < unstaged.Count; i++)
        {
            if (!_snapshot.Includes(unstaged[i]))
            {
                changed.Add(unstaged[i]);
            }
        }
    }

    /// <summary>Whether the check is a command that is not handed its files.</summary>
    internal static bool FindsItsOwnFiles(PlannedCheck check) =>
        check.Command is { } command && check.Check.Stdin != StandardInput.Files && !Placeholders.WantsFiles(command);
}
