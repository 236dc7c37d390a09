using System;
using System.Collections.Generic;

namespace FirstTry.Git.Hooks;

/// <summary>Where firsttry lay when the hooks were installed, for clients that start git without a PATH.</summary>
/// <param name="Path">Absolute, or counted from the top of whichever worktree the hook runs in.</param>
/// <param name="IsInWorktree">True when the path counts from the top of the worktree.</param>
internal sealed record RememberedBinary(string Path, bool IsInWorktree)
{
    /// <summary>
    /// Null when there is nothing to remember. A path inside a worktree is kept relative: the hooks serve all worktrees. One in
    /// <paramref name="commonDirectory"/> belongs to all of them and stays absolute.
    /// </summary>
    public static RememberedBinary? From(string? path, IReadOnlyList<string> worktrees, string commonDirectory)
    {
        if (string.IsNullOrEmpty(path) || !System.IO.Path.IsPathRooted(path))
        {
            return null;
        }

        var nearest = IsInside(path, commonDirectory) ? null : NearestAbove(path, worktrees);
        return nearest is null
            ? new RememberedBinary(Shell(path), IsInWorktree: false)
            : new RememberedBinary(Shell(path[(nearest.TrimEnd('/').Length + 1)..]), IsInWorktree: true);
    }

    private static string? NearestAbove(string path, IReadOnlyList<string> worktrees)
    {
        string? nearest = null;
        foreach (var worktree in worktrees)
        {
            if (IsInside(path, worktree) && worktree.Length > (nearest?.Length ?? -1))
            {
                nearest = worktree;
            }
        }

        return nearest;
    }

    private static bool IsInside(string path, string directory) => path.StartsWith(directory.TrimEnd('/') + "/", StringComparison.Ordinal);

    // The shell of Git for Windows takes C:/dir/firsttry.exe; a backslash is part of a name elsewhere.
    private static string Shell(string path) => OperatingSystem.IsWindows() ? path.Replace('\\', '/') : path;
}
