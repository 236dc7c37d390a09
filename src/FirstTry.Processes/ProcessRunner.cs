using System.Threading;

namespace FirstTry.Processes;

/// <summary>Runs processes to their end.</summary>
public static class ProcessRunner
{
    /// <summary>Starts a process and waits for it on the calling thread. Failures are outcomes, never exceptions.</summary>
    public static ProcessOutcome Run(ProcessSpec spec, CancellationToken cancellation = default)
    {
        if (cancellation.IsCancellationRequested)
            return new ProcessOutcome { End = ProcessEnd.Cancelled, ExitCode = 130 };

        using var process = RunningProcess.Start(spec);
        return process.Wait(cancellation);
    }
}
