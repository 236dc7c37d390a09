using System;
using System.Collections.Generic;
using System.IO;
using FirstTry.Git.Internal;
using FirstTry.Graph;
using FirstTry.Processes;

namespace FirstTry.Git;

/// <summary>Puts what was mended into the commit in progress.</summary>
public static class Staging
{
    /// <summary>
    /// Makes the working content of exactly these paths the staged one, in the index in use. <c>git commit PATH</c> commits from an index of
    /// its own and keeps the one that becomes the real index apart; both are brought along, or the mended lines would show as taken back.
    /// </summary>
    /// <exception cref="GitException">git failed: the commit must not go on.</exception>
    public static void Add(Worktree worktree, EnvironmentBlock environment, IReadOnlyList<RepoPath> paths)
    {
        if (paths.Count == 0)
        {
            return;
        }

        Update(worktree, environment, paths);
        if (NextRealIndex(worktree, environment) is { } real)
        {
            Update(worktree, environment.With("GIT_INDEX_FILE", real), paths);
        }
    }

    private static void Update(Worktree worktree, EnvironmentBlock environment, IReadOnlyList<RepoPath> paths) =>
        new GitCommand(worktree, environment).Feed(NulList.Join(paths), "update-index", "-z", "--stdin");

    // "next-index-<process id>.lock" is the index of a partial commit; "index.lock" beside it is what replaces the index afterwards.
    private static string? NextRealIndex(Worktree worktree, EnvironmentBlock environment)
    {
        if (environment["GIT_INDEX_FILE"] is not { Length: > 0 } used
            || !Path.GetFileName(used).StartsWith("next-index-", StringComparison.Ordinal))
        {
            return null;
        }

        var real = Path.Combine(worktree.GitDirectory, "index.lock");
        return File.Exists(real) ? real : null;
    }
}
