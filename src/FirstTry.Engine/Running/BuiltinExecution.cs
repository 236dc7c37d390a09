using System;
using System.Text;
using System.Threading;
using FirstTry.Engine.Builtins;
using FirstTry.Engine.Builtins.Code;
using FirstTry.Engine.Planning;
using FirstTry.Graph;

namespace FirstTry.Engine.Running;

/// <summary>Runs a built-in check in this process and says what came of it.</summary>
internal static class BuiltinExecution
{
    /// <summary>Runs the check to its end on the calling thread.</summary>
    internal static BatchResult Run(PlannedCheck check, Plan plan, RunContext context, CancellationToken cancellation)
    {
        var (builtin, reason) = Find(check, context);
        if (builtin is null)
        {
            return BatchResult.NotStarted(reason!);
        }

        using var timeout = check.Check.Timeout is { } limit ? CancellationTokenSource.CreateLinkedTokenSource(cancellation) : null;
        timeout?.CancelAfter(check.Check.Timeout!.Value.ToTimeSpan());
        try
        {
            return Judge(builtin.Run(ContextOf(check, plan, context, timeout?.Token ?? cancellation)));
        }
        catch (OperationCanceledException)
        {
            return cancellation.IsCancellationRequested
                ? new BatchResult(CheckStatus.Cancelled, null, [], null)
                : new BatchResult(CheckStatus.TimedOut, null, [], $"not done after {check.Check.Timeout}");
        }
        catch (CodeCheckException exception)
        {
            var trace = exception.InnerException is { } cause ? Encoding.UTF8.GetBytes($"{cause}\n") : [];
            return new BatchResult(CheckStatus.Error, null, trace, $"check '{check.Name}' came to no verdict: {exception.Message}");
        }
#pragma warning disable CA1031 // A bug in one built-in check must not keep the others from their verdict; it is an error, so nothing passes.
        catch (Exception exception)
        {
            var trace = Encoding.UTF8.GetBytes($"This is a bug in firsttry.\n{exception}\n");
            return new BatchResult(CheckStatus.Error, null, trace, $"check '{check.Name}' ('{check.Builtin}'): {exception.Message}");
        }
#pragma warning restore CA1031
    }

    private static (BuiltinCheck? Check, string? Reason) Find(PlannedCheck check, RunContext context) => check.Check.Uses is { IsCode: true }
        ? CodeCheckSource.Find(check, context.Code)
        : (BuiltinCatalog.Find(check.Builtin!) ?? throw new InvalidOperationException($"'{check.Builtin}' of check '{check.Name}' is not a built-in check"), null);

    private static BuiltinContext ContextOf(PlannedCheck check, Plan plan, RunContext context, CancellationToken cancellation) => new(
        context.WorktreeRoot,
        check.Files,
        check.Check.Uses?.With ?? EquatableArray<AdapterOption>.Empty,
        plan.MessageFile,
        plan.Branch(),
        cancellation)
    {
        MayWrite = check.Bucket == Bucket.Mutating,
        Environment = context.Environment,
        IsJoining = plan.IsJoining,

        // Nothing runs beside a mutating check; in the other phases the cores are for other checks.
        Threads = check.Bucket == Bucket.Mutating ? plan.Workers ?? Math.Max(1, context.Cores) : 1,
    };

    private static BatchResult Judge(BuiltinOutcome outcome)
    {
        var output = Encoding.UTF8.GetBytes(outcome.Output);
        return outcome.Passed
            ? new BatchResult(CheckStatus.Passed, 0, output, null) { ChangedFiles = outcome.ChangedFiles }
            : new BatchResult(CheckStatus.Failed, 1, output, "exit code 1") { ChangedFiles = outcome.ChangedFiles };
    }
}
