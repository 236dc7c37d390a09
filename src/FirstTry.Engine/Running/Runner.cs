using System.Runtime.ExceptionServices;
using System.Threading;
using FirstTry.Engine.Planning;

namespace FirstTry.Engine.Running;

/// <summary>Runs plans.</summary>
public static class Runner
{
    /// <summary>
    /// Runs the checks of a plan and returns when the last one has its verdict and nothing that it started is left. The first check runs
    /// on the calling thread, others get threads only where they really run at once. Cancelling ends every process tree.
    /// </summary>
    public static RunResult Run(Plan plan, RunContext context, IRunListener listener, CancellationToken cancellation = default)
    {
        listener.RunStarted(plan);
        using var scheduler = new Scheduler(plan, context, listener, cancellation);
        var (result, failure) = RunAndLeave(scheduler);
        listener.RunFinished(result);
        failure?.Throw();
        return result;
    }

    // Whatever happens, what was hidden comes back before anything else; only then the run says what was done.
    private static (RunResult Result, ExceptionDispatchInfo? Failure) RunAndLeave(Scheduler scheduler)
    {
        RunResult? result = null;
        ExceptionDispatchInfo? failure = null;
        try
        {
            result = scheduler.Run();
        }
        finally
        {
            failure = scheduler.Tree.Leave();
            if (result is null)
            {
                failure?.Throw();
            }
        }

        return (result, failure);
    }
}
