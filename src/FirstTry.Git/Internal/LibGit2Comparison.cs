using System;
using System.Collections.Generic;
using System.IO;
using FirstTry.Graph;
using LibGit2Sharp;

namespace FirstTry.Git.Internal;

/// <summary>
/// Compares commits through libgit2, without a process. It only reads objects by their ids: the index, refs, filters and line ends are git's,
/// for libgit2 answers wrongly where <c>GIT_INDEX_FILE</c>, external filters or a <c>working-tree-encoding</c> are in use.
/// </summary>
internal static class LibGit2Comparison
{
    private const int Sha1Digits = 40;

    /// <summary>
    /// What changed from one commit (null: from nothing) to another. Null when libgit2 cannot open the repository, lacks an object, or cannot
    /// say it exactly; then git must be asked.
    /// </summary>
    public static ChangeSet? TryCompare(Worktree worktree, FileSelection selection, string? from, string to)
    {
        if (to.Length != Sha1Digits || HasReplacements(worktree))
        {
            return null;
        }

        try
        {
            return Compare(worktree, selection, from, to);
        }
        catch (Exception exception) when (exception is LibGit2SharpException or DllNotFoundException or TypeInitializationException)
        {
            return null;
        }
    }

    private static ChangeSet? Compare(Worktree worktree, FileSelection selection, string? from, string to)
    {
        using var repository = new Repository(worktree.CommonDirectory);
        var (before, after) = (from is null ? null : repository.Lookup<Commit>(from), repository.Lookup<Commit>(to));
        if (after is null || (from is not null && before is null))
        {
            return null;
        }

        var options = new CompareOptions { Similarity = SimilarityOptions.None };
        using var changes = repository.Diff.Compare<TreeChanges>(before?.Tree, after.Tree, options);
        var (files, deleted) = (new List<RepoPath>(), new List<RepoPath>());
        foreach (var change in changes)
        {
            // libgit2's binding makes text of paths: one whose bytes are not UTF-8 is no longer the path.
            if (change.Path.Contains('\uFFFD'))
            {
                return null;
            }

            if (IsFile(change.Mode))
            {
                files.Add(RepoPath.FromText(change.Path));
            }
            else if (IsFile(change.OldMode))
            {
                deleted.Add(RepoPath.FromText(change.Path));
            }
        }

        return new ChangeSet(selection, NulList.Sorted(files), NulList.Sorted(deleted));
    }

    // "git replace" puts objects in the place of others; libgit2 does not know of it.
    private static bool HasReplacements(Worktree worktree)
    {
        var (folder, packed) = (Path.Combine(worktree.CommonDirectory, "refs", "replace"), Path.Combine(worktree.CommonDirectory, "packed-refs"));
        return Directory.Exists(folder) || (File.Exists(packed) && File.ReadAllText(packed).Contains(" refs/replace/", StringComparison.Ordinal));
    }

    private static bool IsFile(Mode mode) => mode is Mode.NonExecutableFile or Mode.NonExecutableGroupWritableFile or Mode.ExecutableFile or Mode.SymbolicLink;
}
