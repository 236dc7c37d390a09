using System.Collections.Generic;
using FirstTry.Git.Internal;
using FirstTry.Graph;
using FirstTry.Processes;

namespace FirstTry.Git.Isolation.Internal;

/// <summary>What an index that only git can read has for paths.</summary>
internal sealed class StatedByGit
{
    private readonly Dictionary<RepoPath, StagedState> _states = [];

    /// <summary>Asks git once for everything.</summary>
    /// <exception cref="GitException">git failed.</exception>
    public StatedByGit(Worktree worktree, EnvironmentBlock environment)
    {
        // "<mode> <id> <stage> TAB <path>"
        foreach (var line in NulList.Split(new GitCommand(worktree, environment).Run("ls-files", "-z", "--cached", "--stage")))
        {
            var tab = System.Array.IndexOf(line, (byte)'\t');
            if (tab < 1)
            {
                throw new GitException("git's list of tracked files is not understood.");
            }

            _states[new RepoPath(line[(tab + 1)..])] = line[tab - 1] != '0' ? StagedState.Unmerged
                : line is [(byte)'1', (byte)'6', ..] ? StagedState.Submodule
                : StagedState.Present;
        }

        // Only the comparison tells a file that is announced from an empty one.
        foreach (var entry in StatusOutput.Parse(new GitCommand(worktree, environment).Run(StatusOutput.Question(untracked: "no"))))
        {
            if (entry is { Staged: '.', Unstaged: 'A' })
            {
                _states[entry.Path] = StagedState.Absent;
            }
        }
    }

    /// <summary>What the index has for a path.</summary>
    public StagedState StateOf(RepoPath path) => _states.GetValueOrDefault(path, StagedState.Absent);
}
