using System.Collections.Generic;
using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Engine.Running;

/// <summary>Decides what a fix means for the verdict: what passes is what is committed or pushed, so a fix that is not in it fails.</summary>
internal sealed class FixPolicy(RunContext context)
{
    private HashSet<RepoPath>? _staged;
    private HashSet<RepoPath>? _unstaged;

    /// <summary>Looks at the commit in progress; to be called before the first mutating check writes.</summary>
    internal void Prepare()
    {
        if (context.Commit is { } commit && _staged is null)
        {
            _staged = [.. commit.Staged];
            _unstaged = [.. commit.FindUnstaged()];
        }
    }

    /// <summary>The status of a check that had no objection but changed these files, and its reason; stages what may be staged.</summary>
    internal (CheckStatus Status, string? Reason) Judge(Check check, List<RepoPath> changed)
    {
        if (changed.Count == 0)
        {
            return (CheckStatus.Passed, null);
        }

        return context.Commit is { } commit ? JudgeInCommit(check, changed, commit) : JudgeWithoutCommit(changed);
    }

    private (CheckStatus Status, string? Reason) JudgeWithoutCommit(List<RepoPath> changed)
    {
        var fixedFiles = "fixed " + FileNames.Of(changed);
        return context.Hook switch
        {
            "pre-push" => (CheckStatus.Failed, fixedFiles + ", which what is pushed does not have: commit it, then push again"),
            "pre-commit" or "pre-merge-commit" or "prepare-commit-msg" or "commit-msg" =>
                (CheckStatus.Failed, fixedFiles + ", too late for this commit: stage it, then commit again"),
            _ => (CheckStatus.Fixed, fixedFiles),
        };
    }

    private (CheckStatus Status, string? Reason) JudgeInCommit(Check check, List<RepoPath> changed, CommitInProgress commit)
    {
        var sorted = Sort(changed);
        if (!check.Stage && changed.Count > sorted.Outside.Count)
        {
            var left = changed.FindAll(_staged!.Contains);
            return (CheckStatus.Failed, $"fixed {FileNames.Of(left)}, and 'stage: false' leaves that out of the commit: stage it, then commit again");
        }

        if (sorted.Stageable.Count > 0)
        {
            try
            {
                commit.Stage(sorted.Stageable);
            }
            catch (GitException exception)
            {
                return (CheckStatus.Error, "the fix could not be staged: " + exception.Message);
            }
        }

        return Explain(changed, sorted);
    }

    private static (CheckStatus Status, string? Reason) Explain(List<RepoPath> changed, SortedFixes sorted)
    {
        if (sorted.Deleted.Count > 0)
        {
            return (CheckStatus.Failed, $"deleted {FileNames.Of(sorted.Deleted)}, and the commit still has it: stage that or restore it, then commit again");
        }

        if (sorted.Unstaged.Count > 0)
        {
            return (CheckStatus.Failed, $"the fix of {FileNames.Of(sorted.Unstaged)} is not in the commit: the file also has unstaged changes;"
                + " stage or stash them, then commit again");
        }

        var outside = sorted.Outside.Count == 0 || sorted.Outside.Count == changed.Count
            ? sorted.Outside.Count == 0 ? "" : ", not part of the commit"
            : $"; {FileNames.Of(sorted.Outside)} not part of the commit";
        return (CheckStatus.Fixed, $"fixed {FileNames.Of(changed)}{outside}");
    }

    private SortedFixes Sort(List<RepoPath> changed)
    {
        var sorted = new SortedFixes([], [], [], []);
        foreach (var file in changed)
        {
            var pile = !_staged!.Contains(file) ? sorted.Outside
                : _unstaged!.Contains(file) ? sorted.Unstaged
                : WorktreeFiles.KindOf(context.WorktreeRoot, file) == FileKind.Absent ? sorted.Deleted
                : sorted.Stageable;
            pile.Add(file);
        }

        return sorted;
    }

    private sealed record SortedFixes(
        List<RepoPath> Stageable, List<RepoPath> Unstaged, List<RepoPath> Deleted, List<RepoPath> Outside);
}
