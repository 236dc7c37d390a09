using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Git;

/// <summary>The files that a run looks at.</summary>
/// <param name="Selection">How they were chosen.</param>
/// <param name="Files">Files and symbolic links, in byte order, each once, without submodules. They exist, but for staged ones removed since.</param>
/// <param name="Deleted">What was removed, in byte order.</param>
public sealed record ChangeSet(FileSelection Selection, IReadOnlyList<RepoPath> Files, IReadOnlyList<RepoPath> Deleted)
{
    /// <summary>
    /// What commits contain and the working tree does not, in byte order: of a pushed branch that is not checked out, removed since, or outside
    /// of a sparse checkout. No check can look at these files, which callers must say.
    /// </summary>
    public IReadOnlyList<RepoPath> Absent { get; init; } = [];

    /// <summary>A change set without files.</summary>
    public static ChangeSet Empty(FileSelection selection) => new(selection, [], []);

    /// <summary>The same change with its files sorted by whether the working tree has them.</summary>
    internal ChangeSet In(Worktree worktree)
    {
        var (present, absent) = (new List<RepoPath>(Files.Count), new List<RepoPath>());
        foreach (var file in Files)
        {
            (WorktreeFiles.HasFile(worktree.Root, file) ? present : absent).Add(file);
        }

        return this with { Files = present, Absent = absent };
    }
}
