using System.Collections.Generic;
using FirstTry.Engine.Planning;
using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Engine.Running.Fixes;

/// <summary>Decides what a fix means for the verdict: what passes is what is committed or pushed, so a fix that is not in it fails.</summary>
internal sealed class FixPolicy(RunContext context)
{
    private HashSet<RepoPath>? _staged;
    private HashSet<RepoPath>? _unstaged;

    /// <summary>Looks at the commit in progress; to be called before a mutating check writes.</summary>
    /// <param name="scope">What that check may write, where others run beside it and only that can be looked at; null looks at everything.</param>
    internal void Prepare(MutationScope? scope)
    {
        if (context.Commit is not { } commit)
        {
            return;
        }

        _staged ??= [.. commit.Staged];
        if (scope is null)
        {
            _unstaged = [.. commit.FindUnstaged(commit.Staged)];
            return;
        }

        var own = new List<RepoPath>();
        for (var i = 0; i < commit.Staged.Count; i++)
        {
            if (scope.Includes(commit.Staged[i]))
            {
                own.Add(commit.Staged[i]);
            }
        }

        foreach (var path in commit.FindUnstaged(own))
        {
            if (scope.Includes(path))
            {
                _unstaged!.Add(path);
            }
        }
    }

    /// <summary>What a check comes to that had no objection but left this behind, some of whose fixes were dropped; stages what may be staged.</summary>
    /// <param name="companions">All checks that ran meanwhile, this one included.</param>
    internal CheckVerdict Judge(PlannedCheck check, Mutation mutation, IReadOnlyList<DroppedFix> dropped, IReadOnlyList<string> companions)
    {
        var own = mutation.Changed.Count + dropped.Count == 0 ? new(CheckStatus.Fixed, null) : JudgeOwn(check.Check, [.. mutation.Changed], dropped);
        return mutation.Uncertain.Count == 0 ? own : JudgeUncertain(check, mutation.Uncertain, own, companions);
    }

    /// <summary>Says that files changed and nobody can tell by whom.</summary>
    internal static string DescribeUncertain(PlannedCheck check, IReadOnlyList<RepoPath> files, IReadOnlyList<string> companions)
    {
        var changed = $"changed during the run: {FileNames.Of(files)}";
        return companions.Count > 1 ? $"{changed}, while {string.Join(", ", companions)} ran"
            : check.Builtin is not null ? $"{changed}, not by '{check.Name}'"
            : new MutationScope(check).IsDeclared ? $"{changed}, while only '{check.Name}' ran, which does not name it in 'files' or 'outputs'"
            : $"{changed}, by '{check.Name}' or by somebody else: it names no 'files' and no 'outputs'";
    }

    private CheckVerdict JudgeOwn(Check check, List<RepoPath> changed, IReadOnlyList<DroppedFix> dropped)
    {
        if (dropped.Count > 0)
        {
            return JudgeDropped(check, changed, dropped);
        }

        return context.Commit is { } commit ? JudgeInCommit(check, changed, commit) : JudgeWithoutCommit(changed);
    }

    // What nobody answers for is not staged. Where the commit has the file, it would be another one than what checks see from here on.
    private CheckVerdict JudgeUncertain(PlannedCheck check, IReadOnlyList<RepoPath> files, CheckVerdict own, IReadOnlyList<string> companions)
    {
        var text = DescribeUncertain(check, files, companions);
        var reason = own.Reason is null ? text : $"{own.Reason}; {text}";
        if (context.Commit is null)
        {
            return JudgeWithoutCommit([.. files]).Status == CheckStatus.Fixed
                ? own with { Reason = reason }
                : new(CheckStatus.Failed, $"{reason}; what goes out does not have it: commit it, then try again");
        }

        for (var i = 0; i < files.Count; i++)
        {
            if (_staged!.Contains(files[i]))
            {
                return own with { Status = CheckStatus.Failed, Reason = $"{reason}; it is not staged: look at it and stage it, then commit again" };
            }
        }

        return own with { Reason = $"{reason}, not part of the commit" };
    }

    // What could be mended without a choice still goes into the commit, which the check stops all the same.
    private CheckVerdict JudgeDropped(Check check, List<RepoPath> changed, IReadOnlyList<DroppedFix> dropped)
    {
        var paths = new List<RepoPath>();
        foreach (var fix in dropped)
        {
            paths.Add(fix.Path);
        }

        var taken = changed.FindAll(file => !paths.Contains(file));
        var others = taken.Count == 0 || context.Commit is not { } commit ? new(CheckStatus.Fixed, null) : JudgeInCommit(check, taken, commit);
        var reason = $"the fix of {FileNames.Of(paths)} was dropped: {dropped[0].Reason}; stage or stash the unstaged changes, then commit again";
        return others.Status == CheckStatus.Fixed
            ? new(CheckStatus.Failed, reason)
            : others with { Status = CheckStatus.Failed, Reason = $"{reason}; {others.Reason}" };
    }

    private CheckVerdict JudgeWithoutCommit(List<RepoPath> changed)
    {
        var fixedFiles = "fixed " + FileNames.Of(changed);
        return context.Hook switch
        {
            "pre-push" => new(CheckStatus.Failed, fixedFiles + ", which what is pushed does not have: commit it, then push again"),
            "pre-commit" or "pre-merge-commit" or "prepare-commit-msg" or "commit-msg" =>
                new(CheckStatus.Failed, fixedFiles + ", too late for this commit: stage it, then commit again"),
            _ => new(CheckStatus.Fixed, fixedFiles),
        };
    }

    private CheckVerdict JudgeInCommit(Check check, List<RepoPath> changed, CommitInProgress commit)
    {
        var sorted = Sort(changed);
        if (!check.Stage && changed.Count > sorted.Outside.Count)
        {
            var left = changed.FindAll(_staged!.Contains);
            return new(CheckStatus.Failed, $"fixed {FileNames.Of(left)}, and 'stage: false' leaves that out of the commit: stage it, then commit again");
        }

        if (sorted.Stageable.Count > 0)
        {
            try
            {
                commit.Stage(sorted.Stageable);
            }
            catch (GitException exception)
            {
                return new(CheckStatus.Failed, "the fix could not be staged: " + exception.Message) { IsAlwaysFailure = true };
            }
        }

        return Explain(changed, sorted);
    }

    private static CheckVerdict Explain(List<RepoPath> changed, SortedFixes sorted)
    {
        if (sorted.Deleted.Count > 0)
        {
            return new(CheckStatus.Failed, $"deleted {FileNames.Of(sorted.Deleted)}, and the commit still has it: stage that or restore it, then commit again");
        }

        if (sorted.Unstaged.Count > 0)
        {
            return new(CheckStatus.Failed, $"the fix of {FileNames.Of(sorted.Unstaged)} is not in the commit: the file also has unstaged changes;"
                + " stage or stash them, then commit again");
        }

        var outside = sorted.Outside.Count == 0 || sorted.Outside.Count == changed.Count
            ? sorted.Outside.Count == 0 ? "" : ", not part of the commit"
            : $"; {FileNames.Of(sorted.Outside)} not part of the commit";
        return new(CheckStatus.Fixed, $"fixed {FileNames.Of(changed)}{outside}");
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
