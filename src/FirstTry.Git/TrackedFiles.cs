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
}
