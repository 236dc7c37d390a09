using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace FirstTry.Processes.Internal.Windows;

/// <summary>
/// A process on Windows, where arguments and variables are text. Through System.Diagnostics.Process: two pipes, so that merged
/// output keeps its order only as far as the readers keep up, and a tree that is ended by parentage.
/// </summary>
internal sealed class WindowsProcess : IPlatformProcess
{
    private const int FileNotFound = 2;
    private const int PathNotFound = 3;

    private readonly ProcessSpec _spec;
    private readonly Process _process;
    private readonly CappedStream _output;
    private readonly CappedStream _error;
    private readonly Task _streams;
    private readonly long _startedAt = Stopwatch.GetTimestamp();

    private WindowsProcess(ProcessSpec spec, Process process)
    {
        _spec = spec;
        _process = process;
        _output = new CappedStream(spec.MaxOutputBytes);
        _error = spec.MergeOutput ? _output : new CappedStream(spec.MaxOutputBytes);
        _streams = spec.Terminal
            ? Task.CompletedTask
            : Task.WhenAll(
                process.StandardOutput.BaseStream.CopyToAsync(_output),
                process.StandardError.BaseStream.CopyToAsync(_error),
                Task.Run(WriteInput));
    }

    /// <inheritdoc />
    public int Id => _process.Id;

    /// <summary>Starts a process; null with the reason when that fails.</summary>
    public static WindowsProcess? Start(ProcessSpec spec, out string? failure)
    {
        try
        {
            failure = null;
            var process = Process.Start(Describe(spec));
            return process is null ? throw new Win32Exception(FileNotFound) : new WindowsProcess(spec, process);
        }
        catch (Win32Exception exception)
        {
            failure = exception.NativeErrorCode is FileNotFound or PathNotFound ? "not found" : $"not started: {exception.Message}";
            return null;
        }
    }

    /// <inheritdoc />
    public ProcessOutcome Wait(CancellationToken cancellation)
    {
        var forced = AwaitExit(cancellation);
        if (forced is not null)
            _process.Kill(entireProcessTree: true);

        _process.WaitForExit(_spec.Grace);
        var duration = Stopwatch.GetElapsedTime(_startedAt);

        // A process left behind may hold the pipes open; what has arrived by then is taken.
        Task.WhenAny(_streams, Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None)).Wait(CancellationToken.None);
        return new ProcessOutcome
        {
            End = forced ?? ProcessEnd.Exited,
            ExitCode = _process.HasExited ? _process.ExitCode : 1,
            Output = _output.ToArray(),
            Error = _spec.MergeOutput ? [] : _error.ToArray(),
            Truncated = _output.Truncated || _error.Truncated,
            Duration = duration,
        };
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);

        _process.Dispose();
    }

    private static ProcessStartInfo Describe(ProcessSpec spec)
    {
        var start = new ProcessStartInfo(spec.Program.ToString())
        {
            WorkingDirectory = spec.WorkingDirectory.ToString(),
            UseShellExecute = false,
            CreateNoWindow = !spec.Terminal,
            RedirectStandardInput = !spec.Terminal,
            RedirectStandardOutput = !spec.Terminal,
            RedirectStandardError = !spec.Terminal,
        };
        foreach (var argument in spec.Arguments)
            start.ArgumentList.Add(Encoding.UTF8.GetString(argument));

        start.Environment.Clear();
        foreach (var entry in spec.Environment.Entries)
        {
            var text = Encoding.UTF8.GetString(entry);
            var end = text.IndexOf('=', Math.Min(1, text.Length));
            if (end > 0)
                start.Environment[text[..end]] = text[(end + 1)..];
        }

        return start;
    }

    private ProcessEnd? AwaitExit(CancellationToken cancellation)
    {
        try
        {
            var limit = _spec.Timeout ?? Timeout.InfiniteTimeSpan;
            return _process.WaitForExitAsync(CancellationToken.None).Wait((int)limit.TotalMilliseconds, cancellation)
                ? null
                : ProcessEnd.TimedOut;
        }
        catch (OperationCanceledException)
        {
            return ProcessEnd.Cancelled;
        }
    }

    private void WriteInput()
    {
        try
        {
            using var input = _process.StandardInput.BaseStream;
            input.Write(_spec.Input ?? []);
        }
        catch (IOException)
        {
            // The process has closed its input: it does not want the rest.
        }
    }
}
