using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Threading;
using FirstTry.Engine.Planning;
using FirstTry.Graph;

namespace FirstTry.Engine.Running;

/// <content>What happens to a batch outside of the lock, and how its check comes to a verdict.</content>
internal sealed partial class Scheduler
{
    private void Execute(CheckRun run, int batch)
    {
        try
        {
            if (batch == 0)
            {
                Tree.Enter();
                _context.Memory?.Starting(run.Planned);
                Prepare(run);
            }

            run.Outcomes[batch] ??= RunTimed(run, batch);
            Finish(run);
        }
#pragma warning disable CA1031 // Nothing may be lost on a thread of our own: the exception goes on to the caller's thread, which throws it.
        catch (Exception exception)
        {
            Abandon(run, exception);
        }
#pragma warning restore CA1031
    }

    private void Prepare(CheckRun run)
    {
        if (run.Planned.Bucket == Bucket.Mutating)
        {
            _fixes.Prepare();
            Tree.BeforeFixes(MutationWatch.FindsItsOwnFiles(run.Planned) ? null : run.Planned.Files);
            run.Watch = MutationWatch.Start(run.Planned, _context);
        }

        var failure = run.Prepare(_plan, _context, _environment, Tree);
        lock (_gate)
        {
            if (failure is not null)
            {
                run.Outcomes = [failure];
            }

            run.IsPreparing = false;
        }
    }

    private BatchResult RunTimed(CheckRun run, int batch)
    {
        var start = Stopwatch.GetTimestamp();
        var result = RunBatch(run, batch);
        return result with { Time = PeriodSince(start) };
    }

    private Period PeriodSince(long start) => new(Stopwatch.GetElapsedTime(_startedAt, start), Stopwatch.GetElapsedTime(start));

    private BatchResult RunBatch(CheckRun run, int batch)
    {
        if (IsStopped())
        {
            return new BatchResult(CheckStatus.Cancelled, null, [], null);
        }

        if (run.Batches is { } batches)
        {
            return BatchExecution.Run(run, batches[batch], _context, CallForHelp, Cancellation);
        }

        CallForHelp();
        return BuiltinExecution.Run(run.Planned, _plan, _context, Cancellation);
    }

    private void Finish(CheckRun run)
    {
        lock (_gate)
        {
            // The last batch to end brings the check to its verdict, still holding what it took: nothing else may write meanwhile.
            if (run.RunningBatches > 1 || (run.HasBatchLeft && !IsStopped()))
            {
                _tokens.GiveBack(run);
                Monitor.PulseAll(_gate);
                return;
            }
        }

        var result = Keep(Conclude(run));
        lock (_gate)
        {
            _tokens.GiveBack(run);
            Settle(run, result);
            Monitor.PulseAll(_gate);
        }
    }

    private CheckResult Conclude(CheckRun run)
    {
        var outcome = ResultOfBatches.Of(run.Outcomes);
        var changed = run.Watch?.FindChanged() ?? [];
        foreach (var file in outcome.ChangedFiles)
        {
            if (!changed.Contains(file))
            {
                changed.Add(file);
            }
        }

        var isComplete = outcome.Status is CheckStatus.Passed or CheckStatus.Failed;
        var dropped = run.Planned.Bucket == Bucket.Mutating ? Tree.AfterFixes(changed, isComplete) : [];
        var verdict = Judge(run.Planned, outcome, changed, dropped);
        var result = Results.Ran(run, outcome, verdict.Status) with
        {
            Reason = verdict.Reason,
            ChangedFiles = changed,
        };
        return Review(run, verdict.IsAlwaysFailure ? result with { IsFailure = true, IsGateClosed = true } : result);
    }

    private CheckVerdict Judge(PlannedCheck check, BatchResult outcome, List<RepoPath> changed, IReadOnlyList<DroppedFix> dropped) =>
        outcome.Status switch
        {
            CheckStatus.Cancelled => new(CheckStatus.Cancelled, _stopReason ?? "interrupted"),
            CheckStatus.Passed when changed.Count == 0 => new(CheckStatus.Passed, outcome.Reason),
            CheckStatus.Passed when check.Bucket == Bucket.Mutating => _fixes.Judge(check.Check, changed, dropped),
            CheckStatus.Passed => new(CheckStatus.Failed, $"changed {FileNames.Of(changed)} outside of the mutating bucket: set 'bucket: mutating'"),
            CheckStatus.Failed when changed.Count == 0 && check.NothingDone is { } nothing && outcome.ExitCode == nothing.Code => new(CheckStatus.Skipped, nothing.Reason),
            _ when changed.Count > 0 => new(outcome.Status, $"{outcome.Reason}; changed {FileNames.Of(changed)}"),
            _ => new(outcome.Status, outcome.Reason),
        };

    private void Abandon(CheckRun run, Exception exception)
    {
        lock (_gate)
        {
            _exception ??= ExceptionDispatchInfo.Capture(exception);
            run.IsPreparing = false;
            _tokens.GiveBack(run);
            run.Result ??= Results.Cancelled(run.Planned, "the run ended early");
            Monitor.PulseAll(_gate);
        }
    }
}
