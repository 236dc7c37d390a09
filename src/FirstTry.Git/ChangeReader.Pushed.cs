using System.Collections.Generic;
using FirstTry.Git.Internal;
using FirstTry.Graph;

namespace FirstTry.Git;

/// <content>What a push adds.</content>
public sealed partial class ChangeReader
{
    /// <summary>
    /// What all pushed refs add over the remote, together. A ref that the remote has is compared with what it has there; a new one, or one
    /// whose remote commit is not known here, with the point where it left what the remote's branches are known to have. Deletions add nothing.
    /// </summary>
    /// <param name="remote">The name of the remote, which git gives the hook first.</param>
    /// <exception cref="GitException">git failed.</exception>
    public ChangeSet Pushed(IReadOnlyList<PushedRef> refs, string remote)
    {
        var (files, deleted) = (new List<RepoPath>(), new List<RepoPath>());
        foreach (var pushed in refs)
        {
            if (pushed.IsDeletion || CommitOrNull(pushed.LocalId) is not { } tip)
            {
                continue;
            }

            foreach (var start in StartsOf(pushed, tip, remote))
            {
                var added = Diff(FileSelection.Pushed, start, tip);
                files.AddRange(added.Files);
                deleted.AddRange(added.Deleted);
            }
        }

        return new ChangeSet(FileSelection.Pushed, NulList.Sorted(Existing(files)), NulList.Sorted(deleted));
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
        var listed = Text(_git.Run("rev-list", "--boundary", tip, "--not", $"--remotes={remote}"));
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

    private string? CommitOrNull(string id)
    {
        var outcome = _git.Try("rev-parse", "--verify", "--quiet", id + "^{commit}");
        return outcome.Succeeded ? Text(outcome.Output) : null;
    }
}
