using System;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Threading;

namespace FirstTry.Engine.Running;

/// <content>The place of remembered results: looked for right before a check would start, kept right after it ran.</content>
internal sealed partial class Scheduler
{
    // Stands for a batch: nothing is started, so no worker is taken.
    private const int Recalling = -1;

    // A mutating check is looked for when it is its turn: one before may have changed what it depends on.
    private CheckRun? FindToRecall()
    {
        if (_context.Memory is null)
        {
            return null;
        }

        foreach (var run in _runs)
        {
            if (run.Planned.Bucket != _bucket || run.Result is not null)
            {
                continue;
            }

            if (!run.IsRecalled && IsTurnOf(run) && IsReady(run))
            {
                return run;
            }
        }

        return null;
    }

    private void Recall(CheckRun run)
    {
        var start = Stopwatch.GetTimestamp();
        CheckResult? remembered = null;
        ExceptionDispatchInfo? failure = null;
        try
        {
            remembered = IsStopped() ? null : _context.Memory!.Recall(run.Planned);
        }
#pragma warning disable CA1031 // Nothing may be lost on a thread of our own: the exception goes on to the caller's thread, which throws it.
        catch (Exception exception)
        {
            failure = ExceptionDispatchInfo.Capture(exception);
        }
#pragma warning restore CA1031

        lock (_gate)
        {
            run.IsRecalling = false;
            run.LookUp = PeriodSince(start);
            _exception ??= failure;
            if (remembered is not null)
            {
                Settle(run, remembered with { LookUp = run.LookUp });
            }

            Monitor.PulseAll(_gate);
        }
    }

    private CheckResult Keep(CheckResult result) => _context.Memory?.Keep(result) ?? result;
}
