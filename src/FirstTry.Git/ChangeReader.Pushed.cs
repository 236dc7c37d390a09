using System.Collections.Generic;
using FirstTry.Git.Internal;
using FirstTry.Graph;

namespace FirstTry.Git;

/// <content>What a push adds.</content>
public sealed partial class ChangeReader
{
    /// <summary>
    /// What all pushed refs add over the remote, together. A ref that the remote has is compared with what it has there; a new one, or one
    /// whose remote commit is not known here, with the points where it left what the remote's branches are known to have: several after merges,
    /// and then a file counts that differs from any of them. Deletions, and tags of something else than a commit, add nothing.
    /// </summary>
    /// <param name="remote">What git gives the hook first: the name of the remote, or its address when it has no name.</param>
    /// <exception cref="GitException">git failed, or what is pushed is not in this repository.</exception>
    public ChangeSet Pushed(IReadOnlyList<PushedRef> refs, string remote)
    {
        var (files, deleted) = (new List<RepoPath>(), new List<RepoPath>());
        _git.EnsureRepository();
        foreach (var pushed in refs)
        {
            if (pushed.IsDeletion)
            {
                continue;
            }

            if (CommitOrNull(pushed.LocalId) is not { } tip)
            {
                EnsureObject(pushed);
                continue;
            }

            foreach (var start in StartsOf(pushed, tip, remote))
            {
                var added = Diff(FileSelection.Pushed, start, tip);
                files.AddRange(added.Files);
                deleted.AddRange(added.Deleted);
            }
        }

        return new ChangeSet(FileSelection.Pushed, NulList.Sorted(files), NulList.Sorted(deleted)).In(worktree);
    }

    // A tag of a file is no commit and adds none; an id that is nothing at all hides what it adds.
    private void EnsureObject(PushedRef pushed)
    {
        if (!_git.Try("cat-file", "-e", pushed.LocalId).Succeeded)
        {
            throw new GitException(
                $"{pushed.LocalRef} is pushed as {pushed.LocalId}, which this repository does not have: what it adds cannot be checked.");
        }
    }

    private List<string> StartsOf(PushedRef pushed, string tip, string remote)
    {
        if (!pushed.IsNew && CommitOrNull(pushed.RemoteId) is { } known)
        {
            return MergeBase(known, tip) is { } fork ? [fork] : [EmptyTree()];
        }

        return StartsOfNew(tip, remote);
    }

    // The boundary of "reachable from the tip, but from no branch of the remote": where the new commits begin. More than one after merges.
    private List<string> StartsOfNew(string tip, string remote)
    {
        var known = _git.Try("config", "--get", $"remote.{remote}.url").Succeeded ? $"--remotes={remote}" : "--remotes";
        var listed = Text(_git.Run("rev-list", "--boundary", tip, "--not", known));
        var starts = new List<string>();
        var isNew = false;
        foreach (var line in listed.Split('\n', System.StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] == '-')
            {
                starts.Add(line[1..]);
            }
            else
            {
                isNew = true;
            }
        }

        return (isNew, starts.Count) switch
        {
            (false, _) => [],
            (true, 0) => [EmptyTree()],
            _ => starts,
        };
    }

    private string? MergeBase(string left, string right)
    {
        var outcome = _git.Try("merge-base", left, right);
        return outcome.Succeeded ? Text(outcome.Output) : null;
    }

    /// <summary>The id of the commit that an id or name stands for; null when it is none, such as a tag of a file.</summary>
    public string? CommitOrNull(string id)
    {
        var outcome = _git.Try("rev-parse", "--verify", "--quiet", "--end-of-options", id + "^{commit}");
        return outcome.Succeeded ? Text(outcome.Output) : null;
    }
}
