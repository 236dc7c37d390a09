using System;
using System.Collections.Generic;
using FirstTry.Git.Internal;
using FirstTry.Graph;
using FirstTry.Processes;

namespace FirstTry.Git;

/// <summary>The files that git knows.</summary>
public static class TrackedFiles
{
    /// <summary>Every path of the index in use, whether the file exists or not; a path with a merge conflict once.</summary>
    /// <exception cref="GitException">git failed.</exception>
    public static IReadOnlyList<RepoPath> All(Worktree worktree, EnvironmentBlock environment) =>
        NulList.Sorted(
            NulList.Split(new GitCommand(worktree, environment).Run("ls-files", "-z", "--cached")).ConvertAll(path => new RepoPath(path)));

    /// <summary>The paths of the index in use that end in certain bytes; no process is started where the index can be read here.</summary>
    /// <exception cref="GitException">The index is of a kind that only git reads, and git failed.</exception>
    public static List<RepoPath> EndingIn(Worktree worktree, EnvironmentBlock environment, ReadOnlySpan<byte> suffix)
    {
        var index = new WorktreeScan(worktree, environment, threads: 1).Listing();
        var paths = new List<RepoPath>();
        for (var i = 0; i < index.Count; i++)
        {
            if (index.NameOf(i).EndsWith(suffix))
            {
                paths.Add(new RepoPath(index.NameOf(i).ToArray()));
            }
        }

        return paths;
    }
}
