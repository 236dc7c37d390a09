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
        var result = scheduler.Run();
        listener.RunFinished(result);
        return result;
    }
}
