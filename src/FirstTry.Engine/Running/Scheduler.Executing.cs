using System;
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
            _window.Join(run);
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

        if (run.Planned.Bucket == Bucket.Mutating)
        {
            EndMutation(run);
            return;
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
        var verdict = outcome.Status switch
        {
            CheckStatus.Passed when outcome.ChangedFiles.Count > 0 =>
                new(CheckStatus.Failed, $"changed {FileNames.Of(outcome.ChangedFiles)} outside of the mutating bucket: set 'bucket: mutating'"),
            _ => Judge(run.Planned, outcome),
        };
        return Results.Ran(run, outcome, verdict.Status) with { Reason = verdict.Reason, ChangedFiles = outcome.ChangedFiles };
    }

    // The verdict of a check that changed nothing.
    private CheckVerdict Judge(PlannedCheck check, BatchResult outcome) => outcome.Status switch
    {
        CheckStatus.Cancelled => new(CheckStatus.Cancelled, _stopReason ?? "interrupted"),
        CheckStatus.Failed when check.NothingDone is { } nothing && outcome.ExitCode == nothing.Code => new(CheckStatus.Skipped, nothing.Reason),
        _ => new(outcome.Status, outcome.Reason),
    };

    private void Abandon(CheckRun run, Exception exception)
    {
        lock (_gate)
        {
            _exception ??= ExceptionDispatchInfo.Capture(exception);
            run.IsPreparing = false;
            _tokens.GiveBack(run);
            _isConcluding = false;
            run.Result ??= Results.Cancelled(run.Planned, "the run ended early");
            foreach (var other in _runs)
            {
                // Nobody is left to bring them to their verdict.
                other.Result ??= other.EndedAt == 0 ? null : Results.Cancelled(other.Planned, "the run ended early");
            }

            Monitor.PulseAll(_gate);
        }
    }
}
