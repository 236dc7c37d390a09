using System;
using System.Threading;
using FirstTry.Engine.Planning;
using FirstTry.Processes;

namespace FirstTry.Engine.Running;

/// <summary>Runs one batch of a command and says what came of it.</summary>
internal static class BatchExecution
{
    /// <summary>Runs the batch to its end on the calling thread; <paramref name="starting"/> is called before its process starts.</summary>
    internal static BatchResult Run(CheckRun run, CheckBatch batch, RunContext context, Action starting, CancellationToken cancellation)
    {
        var check = run.Planned;
        var timeLeft = run.TimeLeft();
        if (timeLeft <= TimeSpan.Zero)
        {
            return TimedOut(check, new ProcessOutcome { End = ProcessEnd.TimedOut, ExitCode = 124 });
        }

        // First the help: whoever starts a process stands still until it runs, and another can start the next one meanwhile.
        starting();
        using var process = RunningProcess.Start(ToSpec(run, batch, context, timeLeft));
        var outcome = process.Wait(cancellation);
        return Judge(check, batch, outcome) with { Cpu = outcome.Cpu, PeakMemory = outcome.PeakMemory };
    }

    private static ProcessSpec ToSpec(CheckRun run, CheckBatch batch, RunContext context, TimeSpan? timeLeft) => new()
    {
        Program = batch.Program,
        Arguments = batch.Arguments,
        WorkingDirectory = run.WorkingDirectory,
        Environment = run.Environment!,
        Input = batch.Input,
        MergeOutput = true,
        Terminal = run.Planned.Check.Interactive,
        Timeout = timeLeft,
        Grace = context.Grace,
    };

    private static BatchResult Judge(PlannedCheck check, CheckBatch batch, ProcessOutcome outcome) => outcome.End switch
    {
        ProcessEnd.NotStarted => BatchResult.NotStarted($"check '{check.Name}' cannot start '{batch.Program}': {outcome.Failure}."
            + " Install it, or change the command of the check."),
        ProcessEnd.TimedOut => TimedOut(check, outcome),
        ProcessEnd.Cancelled => new BatchResult(CheckStatus.Cancelled, outcome.ExitCode, outcome.Output, null),
        ProcessEnd.Signalled => new BatchResult(CheckStatus.Failed, outcome.ExitCode, outcome.Output, $"ended by signal {outcome.ExitCode - 128}"),
        _ => JudgeExit(check, outcome),
    };

    private static BatchResult JudgeExit(PlannedCheck check, ProcessOutcome outcome)
    {
        if (outcome.ExitCode == 0)
        {
            var reason = outcome.LeftBehind == 0 ? null : $"ended {outcome.LeftBehind} left behind by the command";
            return new BatchResult(CheckStatus.Passed, 0, outcome.Output, reason);
        }

        if (check.Command?.Script is not null && outcome.ExitCode is ShellFailure.NotFound or ShellFailure.NotExecutable)
        {
            return new BatchResult(CheckStatus.Error, outcome.ExitCode, outcome.Output, WhyShellFailed(check, outcome));
        }

        return new BatchResult(CheckStatus.Failed, outcome.ExitCode, outcome.Output, $"exit code {outcome.ExitCode}");
    }

    private static string WhyShellFailed(PlannedCheck check, ProcessOutcome outcome)
    {
        var program = ShellFailure.FindProgram(outcome.Output) is { } name ? $"'{name}'" : "a program of its script";
        var failure = outcome.ExitCode == ShellFailure.NotFound ? "not found" : "not executable";
        return $"check '{check.Name}' cannot start {program}: {failure}. Install it, or change the command of the check.";
    }

    private static BatchResult TimedOut(PlannedCheck check, ProcessOutcome outcome) =>
        new(CheckStatus.TimedOut, outcome.ExitCode, outcome.Output, $"not done after {check.Check.Timeout}");
}
