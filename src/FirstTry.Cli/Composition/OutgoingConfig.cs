using System;
using System.Collections.Generic;
using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Cli.Composition;

/// <summary>
/// The config that goes out with a commit: it decides what is checked, not one with changes that stay behind. The personal file counts as it
/// lies there, unless it is tracked.
/// </summary>
internal static class OutgoingConfig
{
    /// <summary>The files of the config among those that differ from what goes out, as they go out.</summary>
    /// <param name="commit">The commit that goes out; empty for what is staged.</param>
    public static Dictionary<string, byte[]?> Differing(Invocation invocation, Worktree worktree, string commit, IReadOnlyList<RepoPath> differing)
    {
        var outgoing = new Dictionary<string, byte[]?>(StringComparer.Ordinal);
        foreach (var path in differing)
        {
            // What a link leads to may be anywhere; and one that is only announced (git add -N), or not in the commit at all, is the only one there is.
            if (IsOfConfig(path)
                && WorktreeFiles.KindOf(worktree.Root, path) != FileKind.Symlink
                && OutgoingFile.Read(worktree, invocation.Environment, commit, path.ToString()) is { Length: > 0 } content)
            {
                outgoing[path.ToString()] = content;
            }
        }

        foreach (var name in outgoing.Keys)
        {
            invocation.Say(commit.Length == 0
                ? $"{name} has unstaged changes: what is staged of it counts"
                : $"{name} differs from the commit that is pushed: that one's counts");
        }

        return outgoing;
    }

    private static bool IsOfConfig(RepoPath path) =>
        (path.Bytes.AsSpan().StartsWith("firsttry."u8) && ConfigFiles.IsName(path.ToString()))
        || (path.Bytes.AsSpan().StartsWith("checks/"u8) && CodeFiles.IsName(path.ToString()));

    /// <summary>The config of a worktree that has nothing but a commit; null where that has none, and the one of the working tree counts.</summary>
    /// <param name="worktree">Where the push was asked for: what lies there, and not in the commit, is not to be read.</param>
    public static Dictionary<string, byte[]?>? Of(Worktree pushed, Worktree worktree)
    {
        var main = ConfigFiles.Find(pushed.Root);
        var outgoing = new Dictionary<string, byte[]?>(StringComparer.Ordinal);
        foreach (var name in ConfigFiles.MainNames)
        {
            outgoing[name] = WorktreeFiles.KindOf(pushed.Root, RepoPath.FromText(name)) is FileKind.File or FileKind.Executable
                ? WorktreeFiles.Read(pushed.Root, RepoPath.FromText(name))
                : null;
        }

        foreach (var name in CodeFiles.In(worktree.Root))
        {
            outgoing[name] = null;
        }

        foreach (var (name, content) in CodeFiles.Read(pushed.Root))
        {
            outgoing[name] = content;
        }

        return main is null || outgoing[main] is null ? null : outgoing;
    }
}
