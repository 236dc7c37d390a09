using System;
using System.Collections.Generic;
using System.IO;
using FirstTry.Processes;

namespace FirstTry.Git.Hooks;

/// <summary>
/// Where git looks for hooks. Git itself is asked: LibGit2Sharp does not see a hooksPath from <c>config.worktree</c>, <c>-c</c> or
/// <c>GIT_CONFIG_*</c>.
/// </summary>
/// <param name="Directory">Where git looks.</param>
/// <param name="CommonDirectory">The git directory that all worktrees share.</param>
/// <param name="Setting">The <c>core.hooksPath</c> that counts; null when there is none.</param>
/// <param name="Worktrees">The tops of all worktrees, this one first.</param>
internal sealed record HooksLocation(string Directory, string CommonDirectory, HooksPathSetting? Setting, IReadOnlyList<string> Worktrees)
{
    private const string WorktreeLine = "worktree ";

    /// <summary>Where git looks when no <c>core.hooksPath</c> is set.</summary>
    public string OwnDirectory => Path.Combine(CommonDirectory, "hooks");

    /// <summary>Whether git looks in its own directory.</summary>
    public bool IsOwn => string.Equals(Directory, OwnDirectory, StringComparison.Ordinal);

    /// <summary>Asks git at a directory.</summary>
    /// <exception cref="GitException">There is no working tree here, or hooks are switched off.</exception>
    public static HooksLocation Find(string startDirectory, EnvironmentBlock environment)
    {
        var git = new GitQuestion(startDirectory, environment);
        if (string.Equals(git.Answer("rev-parse", "--is-bare-repository"), "true", StringComparison.Ordinal))
        {
            throw new GitException(
                $"{startDirectory} is a bare repository: it has no working tree with a firsttry.yml to check. Run this in a clone of it, or in one of its worktrees.");
        }

        var root = git.Answer("rev-parse", "--show-toplevel");
        var setting = ReadSetting(git);
        if (setting is { Value.Length: 0 })
        {
            throw new GitException(
                $"core.hooksPath is empty ({setting.Origin}), so git runs no hooks. Unset it there, or set it to a directory.");
        }

        // Paths from `rev-parse` are made absolute by us: --path-format is younger than some gits that are still about.
        var common = Path.Combine(startDirectory, git.Answer("rev-parse", "--git-common-dir"));
        var directory = Path.Combine(startDirectory, git.Answer("rev-parse", "--git-path", "hooks"));
        return new HooksLocation(Path.GetFullPath(directory), Path.GetFullPath(common), setting, ReadWorktrees(git, root));
    }

    private static HooksPathSetting? ReadSetting(GitQuestion git)
    {
        var fields = git.TryAnswer("config", "--show-scope", "--show-origin", "--null", "--get", "core.hooksPath")?.Split('\0');
        return fields is [var scope, var origin, var value, ..] ? new HooksPathSetting(scope, origin, value) : null;
    }

    private static List<string> ReadWorktrees(GitQuestion git, string root)
    {
        var worktrees = new List<string> { root };
        foreach (var line in git.Answer("worktree", "list", "--porcelain").Split('\n'))
        {
            if (line.StartsWith(WorktreeLine, StringComparison.Ordinal) && line[WorktreeLine.Length..] is var path && path != root)
            {
                worktrees.Add(path);
            }
        }

        return worktrees;
    }
}
