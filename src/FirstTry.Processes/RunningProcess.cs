using System;
using System.Threading;
using FirstTry.Processes.Internal;
using FirstTry.Processes.Internal.Posix;
using FirstTry.Processes.Internal.Windows;

namespace FirstTry.Processes;

/// <summary>A process that has been started and not yet waited for.</summary>
public sealed class RunningProcess : IDisposable
{
    private readonly IPlatformProcess? _process;
    private ProcessOutcome? _outcome;

    private RunningProcess(IPlatformProcess? process, ProcessOutcome? outcome)
    {
        _process = process;
        _outcome = outcome;
    }

    /// <summary>The process id; 0 when the process was not started.</summary>
    public int Id => _process?.Id ?? 0;

    /// <summary>Starts a process. One that cannot be started gives its failure from <see cref="Wait"/>.</summary>
    public static RunningProcess Start(ProcessSpec spec) => Start(spec, ExitWatch.Preferred);

    internal static RunningProcess Start(ProcessSpec spec, ExitWatchKind watch)
    {
        ArgumentNullException.ThrowIfNull(spec);
        string? failure;
        IPlatformProcess? process = OperatingSystem.IsWindows()
            ? WindowsProcess.Start(spec, out failure)
            : PosixProcess.Start(spec, watch, out failure);
        return new RunningProcess(process, failure is null ? null : ProcessOutcome.NotStarted(failure));
    }

    /// <summary>
    /// Reads all output and waits for the end, on the calling thread. Cancelling ends the process with everything it started and
    /// then returns. A second call returns the same outcome.
    /// </summary>
    public ProcessOutcome Wait(CancellationToken cancellation = default) => _outcome ??= _process!.Wait(cancellation);

    /// <summary>Kills the process with everything it started when it has not been waited for.</summary>
    public void Dispose() => _process?.Dispose();
}
