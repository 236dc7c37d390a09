using System.Collections.Generic;
using System.Diagnostics;
using FirstTry.Engine.Planning;

namespace FirstTry.Engine.Running;

/// <summary>Makes results.</summary>
internal static class Results
{
    /// <summary>The result of a check that is not run.</summary>
    internal static CheckResult Skipped(PlannedCheck check, string reason, bool isGateClosed) =>
        new() { Planned = check, Status = CheckStatus.Skipped, Reason = reason, IsGateClosed = isGateClosed };

    /// <summary>The result of a check that an interrupt kept from starting.</summary>
    internal static CheckResult Cancelled(PlannedCheck check, string reason) =>
        new() { Planned = check, Status = CheckStatus.Cancelled, Reason = reason, IsGateClosed = true };

    /// <summary>The result of a check that ran, with what its status means for the run and for the checks that need it.</summary>
    internal static CheckResult Ran(CheckRun run, BatchResult outcome, CheckStatus status)
    {
        var isFailure = status switch
        {
            CheckStatus.Failed or CheckStatus.TimedOut => !run.Planned.Check.AllowFailure,
            // What could not be started has no verdict that could be allowed.
            CheckStatus.Error => true,
            _ => false,
        };
        return new CheckResult
        {
            Planned = run.Planned,
            Status = status,
            ExitCode = outcome.ExitCode,
            Queued = Stopwatch.GetElapsedTime(run.ReadyAt, run.StartedAt),
            Duration = run.EndedAt == 0 ? Stopwatch.GetElapsedTime(run.StartedAt) : Stopwatch.GetElapsedTime(run.StartedAt, run.EndedAt),
            Batches = PeriodsOf(run.Outcomes),
            LookUp = run.LookUp,
            Output = outcome.Output,
            Cpu = outcome.Cpu,
            PeakMemory = outcome.PeakMemory,
            IsFailure = isFailure,
            IsGateClosed = isFailure || status == CheckStatus.Cancelled,
        };
    }

    private static Period[] PeriodsOf(BatchResult?[] batches)
    {
        if (batches is [{ Time: { } only }])
        {
            return [only];
        }

        var periods = new List<Period>();
        foreach (var batch in batches)
        {
            if (batch?.Time is { } time)
            {
                periods.Add(time);
            }
        }

        return [.. periods];
    }
}
