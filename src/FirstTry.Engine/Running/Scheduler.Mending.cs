using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using FirstTry.Graph;

namespace FirstTry.Engine.Running;

/// <content>How mutating checks come to their verdicts: when none of them runs any more, in the order of the plan.</content>
internal sealed partial class Scheduler
{
    private bool _isConcluding;

    private void EndMutation(CheckRun run)
    {
        _window.End(run);
        lock (_gate)
        {
            run.EndedAt = Stopwatch.GetTimestamp();
            _tokens.GiveBack(run);
            StopNowAfter(run);
            if (IsMutating())
            {
                Monitor.PulseAll(_gate);
                return;
            }

            _isConcluding = true;
        }

        _window.Close();
        foreach (var ended in _runs)
        {
            if (ended.Mutation is not null && ended.Result is null)
            {
                var result = Keep(ConcludeMutation(ended));
                lock (_gate)
                {
                    Settle(ended, result);
                }
            }
        }

        lock (_gate)
        {
            _isConcluding = false;
            Monitor.PulseAll(_gate);
        }
    }

    // Its own verdict waits for those beside it, which a failure is to end.
    private void StopNowAfter(CheckRun run)
    {
        if (_plan.FailFast != FailFast.Now || _stopReason is not null)
        {
            return;
        }

        var outcome = ResultOfBatches.Of(run.Outcomes);
        var result = Results.Ran(run, outcome, Judge(run.Planned, outcome).Status);
        if (result.IsFailure)
        {
            StopNow(result);
        }
    }

    private bool IsMutating()
    {
        foreach (var run in _runs)
        {
            if (run.Planned.Bucket == Bucket.Mutating && run.HasStarted && run.EndedAt == 0 && run.Result is null)
            {
                return true;
            }
        }

        return false;
    }

    private CheckResult ConcludeMutation(CheckRun run)
    {
        var outcome = ResultOfBatches.Of(run.Outcomes);
        var mutation = run.Mutation! with { IsComplete = outcome.Status is CheckStatus.Passed or CheckStatus.Failed };
        var dropped = Tree.AfterFixes(mutation);
        var changed = new SortedSet<RepoPath>(mutation.Changed);
        changed.UnionWith(mutation.Uncertain);
        var verdict = changed.Count == 0 && dropped.Count == 0 ? Judge(run.Planned, outcome)
            : outcome.Status == CheckStatus.Passed ? _fixes.Judge(run.Planned, mutation, dropped, run.Companions)
            : JudgeObjection(run, outcome, mutation);
        var result = Results.Ran(run, outcome, verdict.Status) with { Reason = verdict.Reason, ChangedFiles = [.. changed] };
        return Review(run, verdict.IsAlwaysFailure ? result with { IsFailure = true, IsGateClosed = true } : result);
    }

    private CheckVerdict JudgeObjection(CheckRun run, BatchResult outcome, Mutation mutation)
    {
        var reason = outcome.Status == CheckStatus.Cancelled ? _stopReason ?? "interrupted" : outcome.Reason;
        if (mutation.Changed.Count > 0)
        {
            reason += $"; changed {FileNames.Of(mutation.Changed)}";
        }

        return new(outcome.Status, mutation.Uncertain.Count == 0 ? reason : $"{reason}; {Fixes.FixPolicy.DescribeUncertain(run.Planned, mutation.Uncertain, run.Companions)}");
    }
}
