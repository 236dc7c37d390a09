using System;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Threading;
using FirstTry.Graph;
using FirstTry.Processes;

namespace FirstTry.Engine.Running;

/// <content>Which batch is started next, and by whom.</content>
internal sealed partial class Scheduler
{
    // Works until there is nothing to start; the caller stays until the whole bucket has its verdicts.
    private void Work(bool isCaller)
    {
        while (Take(isCaller) is { } job)
        {
            if (job.Batch == Recalling)
                Recall(job.Run);
            else
                Execute(job.Run, job.Batch);
        }
    }

    private (CheckRun Run, int Batch)? Take(bool isCaller)
    {
        lock (_gate)
        {
            while (true)
            {
                if (FindNext() is { } run)
                {
                    return (run, Begin(run));
                }

                if (!isCaller || IsBucketDecided())
                {
                    return null;
                }

                _isCallerIdle = true;
                Monitor.Wait(_gate);
                _isCallerIdle = false;
            }
        }
    }

    private int Begin(CheckRun run)
    {
        if (!run.IsRecalled)
        {
            run.IsRecalled = run.IsRecalling = true;
            return Recalling;
        }

        _tokens.Take(run);
        if (!run.HasStarted)
        {
            run.Start();
            run.IsPreparing = true;
            Tell(static (listener, check) => listener.CheckStarted(check), run.Planned);
        }

        return run.NextBatch++;
    }

    // The caller waits for its turn already, or a thread is made: outside of the lock, and once the own process runs.
    private void CallForHelp()
    {
        lock (_gate)
        {
            if (FindNext() is null)
            {
                return;
            }

            if (_isCallerIdle)
            {
                Monitor.PulseAll(_gate);
                return;
            }
        }

        WorkerThread.Start(() => Work(isCaller: false), StackBytes);
    }

    // The first check, in the order of starting, that has something to start and may. Gives verdicts to those that will not run. Before
    // anything is started, everything that is ready is looked for in memory: what hits everywhere never touches the tree. While fixes are put into
    // the commit, nothing may write or look.
    private CheckRun? FindNext() => _isConcluding ? null : FindToRecall() ?? FindToStart();

    private CheckRun? FindToStart()
    {
        if (IsBucketDecided())
        {
            return null;
        }

        // Worked out when the first check is to start: what is remembered needs no order.
        _order ??= StartOrder.Of(_runs, _bucket, Workers, _context.ExpectedDuration);
        foreach (var run in _order)
        {
            if (run.Result is not null)
            {
                continue;
            }

            if (!run.HasStarted && (run.IsRecalling || !IsTurnOf(run) || !IsReady(run)))
            {
                continue;
            }

            if (run.HasBatchLeft && run.EndedAt == 0 && (IsStopped() ? run.RunningBatches == 0 : _tokens.Allow(run)))
            {
                return run;
            }
        }

        return null;
    }

    private static bool IsTurnOf(CheckRun run)
    {
        foreach (var earlier in run.Follows)
        {
            if (earlier.Result is null)
            {
                return false;
            }
        }

        return true;
    }

    private bool IsReady(CheckRun run)
    {
        if (run.Planned.SkipReason is { } reason)
        {
            Settle(run, Results.Skipped(run.Planned, reason, isGateClosed: false));
            return false;
        }

        if (_interrupt.IsCancellationRequested || _exception is not null)
        {
            Settle(run, Results.Cancelled(run.Planned, "interrupted"));
            return false;
        }

        var obstacle = Gate.WhyClosed(run.Needs) ?? _stopReason;
        if (obstacle is not null)
        {
            Settle(run, Results.Skipped(run.Planned, obstacle, isGateClosed: true));
            return false;
        }

        var isReady = Gate.IsDecided(run.Needs);
        if (isReady && run.ReadyAt == 0)
        {
            run.ReadyAt = Stopwatch.GetTimestamp();
        }

        return isReady;
    }

    private bool IsStopped() => Cancellation.IsCancellationRequested || _exception is not null;

    private bool IsBucketDecided()
    {
        foreach (var run in _runs)
        {
            if (run.Planned.Bucket == _bucket && run.Result is null)
            {
                return false;
            }
        }

        return true;
    }

    private void Settle(CheckRun run, CheckResult result)
    {
        run.Result = result;
        _tokens.Release(run);
        if (result.IsFailure)
        {
            _firstFailure ??= result;
            if (_plan.FailFast == FailFast.Now && _stopReason is null)
            {
                StopNow(result);
            }
        }

        Tell(static (listener, what) => listener.CheckFinished(what), result);
    }

    private void StopNow(CheckResult failure)
    {
        _stopReason = WhyStopped(failure, "now");
        _stop!.Cancel();
    }

    // A listener that fails must not take a thread along: what it threw goes on to the caller, who throws it when nothing runs any more.
    private void Tell<T>(Action<IRunListener, T> say, T what)
    {
        if (_exception is not null)
        {
            return;
        }

        try
        {
            say(_listener, what);
        }
#pragma warning disable CA1031 // see above
        catch (Exception exception)
        {
            _exception = ExceptionDispatchInfo.Capture(exception);
        }
#pragma warning restore CA1031
    }
}
