using System.Collections.Generic;
using FirstTry.Engine.Fingerprints;
using FirstTry.Engine.History;
using FirstTry.Engine.Planning;
using FirstTry.Engine.Store;
using FirstTry.Git;

namespace FirstTry.Cli.Composition;

/// <summary>Why a check ran or was remembered, and what it would do now.</summary>
internal sealed record Explanation
{
    /// <summary>The name of the check.</summary>
    public required string Check { get; init; }

    /// <summary>The last run that had it, in this worktree; null when there was none.</summary>
    public PastRun? LastRun { get; init; }

    /// <summary>What that run says of it; null when there was none.</summary>
    public PastCheck? Last => LastRun?.Find(Check);

    /// <summary>Whether an earlier run computed a fingerprint that the last one can be compared with.</summary>
    public bool HasEarlier { get; init; }

    /// <summary>What changed from the run before to the last one; null when that is not known any more.</summary>
    public IReadOnlyList<FingerprintDifference>? LastChanges { get; init; }

    /// <summary>Why it would be skipped now; null when it would not.</summary>
    public string? SkipReason { get; init; }

    /// <summary>What would come of looking for it now; null when nothing is remembered at all.</summary>
    public Foresight? Now { get; init; }

    /// <summary>What changed since the last run; null when that is not known.</summary>
    public IReadOnlyList<FingerprintDifference>? NowChanges { get; init; }

    /// <summary>Looks at the history and at the working tree; null when the config has errors, which are printed.</summary>
    public static Explanation? Of(Invocation invocation, Worktree worktree, string check)
    {
        var runs = new RunHistory(worktree.CommonDirectory).Read();
        var name = RunRecord.NameOf(worktree);
        var last = FindLast(runs, name, check, runs.Count, mustHaveFingerprint: false);
        var explanation = new Explanation { Check = check, LastRun = last < 0 ? null : runs[last] };
        var graph = GraphSource.Load(invocation, worktree);
        if (graph is null)
        {
            return null;
        }

        // A check that is gone from the config has a past, but no present.
        var run = graph.FindCheck(check) is null ? null : ManualRun.Prepare(invocation, worktree, new RunOptions { Checks = [check] });
        if (run is null)
        {
            return explanation;
        }

        var mode = Variables.Cache(invocation.Environment) ?? CacheMode.ReadWrite;
        var memory = RunMemory.OpenToLook(invocation, run, mode);
        return memory is null ? explanation : WithChanges(explanation, memory, runs, last, name) is var past
            && Find(run.Plan, check) is { SkipReason: null } planned ? WithNow(past, memory, planned) : past with { SkipReason = Find(run.Plan, check)?.SkipReason };
    }

    private static Explanation WithChanges(Explanation explanation, RunMemory memory, IReadOnlyList<PastRun> runs, int last, string worktree)
    {
        if (last < 0 || explanation.Last?.Fingerprint is not { } fingerprint
            || FindLast(runs, worktree, explanation.Check, last, mustHaveFingerprint: true) is not (var before and >= 0))
        {
            return explanation;
        }

        var earlier = runs[before].Find(explanation.Check)!.Fingerprint!;
        return explanation with
        {
            HasEarlier = true,
            LastChanges = earlier == fingerprint ? [] : memory.Explanation.Compare(earlier, fingerprint),
        };
    }

    private static Explanation WithNow(Explanation explanation, RunMemory memory, PlannedCheck planned)
    {
        var now = memory.Results.Foresee(planned);
        var before = explanation.Last?.Fingerprint;
        return explanation with
        {
            Now = now,
            NowChanges = before is null || now.Fingerprint is null ? null
                : before == now.Key ? []
                : memory.Explanation.Compare(before, now.Fingerprint),
        };
    }

    private static int FindLast(IReadOnlyList<PastRun> runs, string worktree, string check, int end, bool mustHaveFingerprint)
    {
        for (var i = end - 1; i >= 0; i--)
        {
            if (runs[i].Worktree == worktree && runs[i].Find(check) is { } found && (found.Fingerprint is not null || !mustHaveFingerprint))
            {
                return i;
            }
        }

        return -1;
    }

    private static PlannedCheck? Find(Plan plan, string check)
    {
        foreach (var planned in plan.Checks)
        {
            if (planned.Name == check)
            {
                return planned;
            }
        }

        return null;
    }
}
