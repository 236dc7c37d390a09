using System.Collections.Generic;
using FirstTry.Engine.Planning;
using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Engine.Running.Fixes;

/// <summary>Finds out which files changed while one mutating check ran, by comparing contents before and after.</summary>
internal sealed class MutationWatch
{
    private readonly ContentSnapshot _snapshot;
    private readonly RunContext _context;

    private MutationWatch(MutationScope scope, ContentSnapshot snapshot, RunContext context)
    {
        Scope = scope;
        _snapshot = snapshot;
        _context = context;
    }

    /// <summary>What the check may write.</summary>
    internal MutationScope Scope { get; }

    /// <summary>What differed from the index when the check had ended; null where nobody looked.</summary>
    internal IReadOnlyList<RepoPath>? UnstagedAfter { get; private set; }

    /// <summary>The files that were not what they had been when the check ended, whoever changed them.</summary>
    internal SortedSet<RepoPath> Changed { get; } = [];

    /// <summary>What was seen of each file that was looked at, before it was read.</summary>
    internal Dictionary<RepoPath, FileStat> Left { get; } = [];

    /// <summary>Looks at the files before the check starts.</summary>
    internal static MutationWatch Start(MutationScope scope, RunContext context)
    {
        var snapshot = ContentSnapshot.Take(context.WorktreeRoot, scope.Check.Files, isWholeKept: context.Review is not null);
        if (!scope.IsDeclared && context.Commit is { } commit)
        {
            snapshot.Add(commit.Staged);
        }

        return new MutationWatch(scope, snapshot, context);
    }

    /// <summary>
    /// Looks again, right after the last process of the check has ended: the shorter that takes, the less can somebody else have done.
    /// </summary>
    /// <param name="before">What differed from the index before the check started.</param>
    internal void End(ContentSnapshot? before)
    {
        Changed.UnionWith(_snapshot.FindChanged(Left));
        if (before is null || (Scope.Check.Check.Outputs is null && !FindsItsOwnFiles(Scope.Check)))
        {
            return;
        }

        // A command that is not handed its files may write any of them, and one with outputs those as well: what differed from the index
        // before is compared by content, and whatever differs only now was changed.
        Changed.UnionWith(before.FindChanged(Left));
        UnstagedAfter = _context.FindUnstaged!();
        foreach (var path in UnstagedAfter)
        {
            if (!_snapshot.Includes(path) && !before.Includes(path))
            {
                Left[path] = WorktreeFiles.StatOf(_context.WorktreeRoot, path);
                Changed.Add(path);
            }
        }
    }

    /// <summary>What changed files were before.</summary>
    internal List<OriginalFile> OriginalsOf(IReadOnlyList<RepoPath> changed, ContentSnapshot? before) => _snapshot.OriginalsOf(changed, before);

    /// <summary>Whether the check is a command that is not handed its files.</summary>
    internal static bool FindsItsOwnFiles(PlannedCheck check) =>
        check.Command is { } command && check.Check.Stdin != StandardInput.Files && !Placeholders.WantsFiles(command);
}
