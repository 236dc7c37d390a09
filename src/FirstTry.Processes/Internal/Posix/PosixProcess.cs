using System;
using System.Diagnostics;
using System.Threading;

namespace FirstTry.Processes.Internal.Posix;

/// <summary>A child of this process, started by posix_spawn, and the pipes to it.</summary>
internal sealed unsafe partial class PosixProcess : IPlatformProcess
{
    // poll says that a pipe takes input when it takes at least PIPE_BUF bytes; writing no more than that never blocks.
    private static readonly int InputChunk = OperatingSystem.IsLinux() ? 4096 : 512;

    private const string NoDescriptors =
        "not started: this process has no file descriptors left; raise the limit (ulimit -n) or run fewer at once";

    private readonly ProcessSpec _spec;
    private readonly ProcessMark _mark;
    private readonly Streams _streams;
    private readonly ExitWatch _watch;
    private readonly long _startedAt = Stopwatch.GetTimestamp();
    private OutputBuffer _output;
    private OutputBuffer _error;
    private byte[]? _input;
    private int _written;
    private long _exitedAt;
    private long _lastOutputAt;
    private bool _isReaped;
    private bool _isWoken;

    private PosixProcess(ProcessSpec spec, int id, ProcessMark mark, Streams streams, ExitWatch watch)
    {
        _spec = spec;
        _input = spec.Input;
        Id = id;
        _mark = mark;
        _streams = streams;
        _output = new OutputBuffer(spec.MaxOutputBytes);
        _error = new OutputBuffer(spec.MaxOutputBytes);
        _watch = watch;
    }

    /// <inheritdoc />
    public int Id { get; }

    private bool HasExited => _exitedAt != 0;

    private bool IsAsking => _input is { } input && _written < input.Length;

    /// <summary>Starts a process; null with the reason when that fails.</summary>
    public static PosixProcess? Start(ProcessSpec spec, ExitWatchKind watchKind, out string? failure)
    {
        if (Streams.Open(spec) is not { } streams)
        {
            failure = NoDescriptors;
            return null;
        }

        var mark = ProcessMark.Next();
        var id = Spawn.Start(spec, mark.AddTo(spec.Environment), streams, out failure);
        var watch = id == 0 ? null : ExitWatch.Open(id, watchKind);
        if (watch is null)
        {
            streams.Dispose();
            failure ??= Abandon(id);
            return null;
        }

        streams.CloseChildEnds();
        RootProcesses.Add(id);
        if (streams.Input >= 0)
            Signals.IgnoreBrokenPipes();

        var process = new PosixProcess(spec, id, mark, streams, watch);
        process.Ask();

        // The pipe is empty: this does not block, and the process finds its first question when it is ready to read.
        if (process.IsAsking && spec.Dialogue is not null)
            process.WriteInput();

        return process;
    }

    /// <inheritdoc />
    public ProcessOutcome Wait(CancellationToken cancellation)
    {
        using var wake = new WakePipe(cancellation);
        var timeoutAt = _spec.Timeout is { } timeout ? After(_startedAt, timeout) : long.MaxValue;
        var leftBehind = 0;
        ProcessEnd? forced = null;
        while (forced is null && !(HasExited && !_streams.AreOpen))
        {
            if (HasExited && Stopwatch.GetTimestamp() >= LingerEnd)
            {
                leftBehind = EndStragglers();
                break;
            }

            if (!HasExited && _isWoken)
                forced = ProcessEnd.Cancelled;
            else if (!HasExited && Stopwatch.GetTimestamp() >= timeoutAt)
                forced = ProcessEnd.TimedOut;
            else if (!HasExited && DeathWatch.IsMissing)
                PumpUnwatched(timeoutAt, wake.Descriptor);
            else
                Pump(HasExited ? LingerEnd : timeoutAt, wake.Descriptor);
        }

        if (forced is not null)
            EndTree();

        return Finish(forced, leftBehind);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (!_isReaped)
        {
            KillTree();
            Reap();
        }

        _watch.Dispose();
        _streams.Dispose();
    }

    // Started, and then there was no descriptor left to see its end by.
    private static string Abandon(int id)
    {
        int status;
        _ = LibC.kill(id, Signals.Kill);
        _ = LibC.waitpid(id, &status, 0);
        return NoDescriptors;
    }

    private static long After(long timestamp, TimeSpan span) =>
        span.TotalSeconds >= int.MaxValue ? long.MaxValue : timestamp + (long)(span.TotalSeconds * Stopwatch.Frequency);

    private static int MillisecondsUntil(long timestamp)
    {
        if (timestamp == long.MaxValue)
            return -1;

        var left = timestamp - Stopwatch.GetTimestamp();
        var perMillisecond = Stopwatch.Frequency / 1000;
        return left <= 0 ? 0 : (int)Math.Min((left + perMillisecond - 1) / perMillisecond, 60_000);
    }

    private void PumpUnwatched(long timeoutAt, int wakeDescriptor)
    {
        var watchAt = After(_startedAt, DeathWatch.Patience);
        Pump(Math.Min(watchAt, timeoutAt), wakeDescriptor);
        if (Stopwatch.GetTimestamp() >= watchAt)
            DeathWatch.Begin();
    }

    /// <summary>Waits until a stream, the exit or a wake-up has something to say, or until a moment; false when nothing had.</summary>
    private bool Pump(long until, int wakeDescriptor = -1)
    {
        var set = stackalloc PollDescriptor[5];
        set[0] = new PollDescriptor(_streams.Output, PollDescriptor.In);
        set[1] = new PollDescriptor(_streams.Error, PollDescriptor.In);
        set[2] = new PollDescriptor(IsAsking ? _streams.Input : -1, PollDescriptor.Out);
        set[3] = new PollDescriptor(HasExited ? -1 : _watch.Descriptor, PollDescriptor.In);
        set[4] = new PollDescriptor(_isWoken ? -1 : wakeDescriptor, PollDescriptor.In);
        int ready;
        do
            ready = LibC.poll(set, 5, MillisecondsUntil(until));
        while (ready < 0 && LibC.Errno == Errors.Interrupted);

        if (set[0].IsReady)
        {
            Read(ref _output, ref _streams.Output, set[0]);
            Ask();
        }

        if (set[1].IsReady)
            Read(ref _error, ref _streams.Error, set[1]);

        if (set[2].IsReady)
            WriteInput();

        if (set[3].IsReady)
            _exitedAt = Stopwatch.GetTimestamp();

        _isWoken |= set[4].IsReady;
        return ready > 0;
    }

    private void Read(ref OutputBuffer buffer, ref int descriptor, PollDescriptor state)
    {
        if (!state.HasInput || !buffer.ReadFrom(descriptor))
            Descriptors.Close(ref descriptor);
        else if (HasExited)
            _lastOutputAt = Stopwatch.GetTimestamp();
    }

    /// <summary>Lets the dialogue, if there is one, say what comes next once everything before has been written.</summary>
    private void Ask()
    {
        if (_spec.Dialogue is null || IsAsking || _streams.Input < 0)
            return;

        (_input, _written) = (_spec.Dialogue.Ask(_output.Kept, out var heard), 0);
        _output.Drop(heard);
        if (_input is null)
            Descriptors.Close(ref _streams.Input);
    }

    private void WriteInput()
    {
        var input = _input!;
        nint written;
        fixed (byte* start = &input[_written])
            written = LibC.write(_streams.Input, start, (nuint)Math.Min(input.Length - _written, InputChunk));

        if (written < 0 && LibC.Errno == Errors.Interrupted)
            return;

        // An error is a reader that has closed its end: it does not want the rest, which is no failure.
        _written += (int)Math.Max(written, 0);
        if (written < 0 || (_written == input.Length && _spec.Dialogue is null))
            Descriptors.Close(ref _streams.Input);
    }

    private ProcessOutcome Finish(ProcessEnd? forced, int leftBehind)
    {
        while (_streams.AreOpen && Pump(until: 0))
        {
        }

        var exitedAt = HasExited ? _exitedAt : Stopwatch.GetTimestamp();
        var status = Reap(out var usage);
        _streams.Dispose();
        var signal = status & 0x7f;
        return new ProcessOutcome
        {
            End = forced ?? (signal == 0 ? ProcessEnd.Exited : ProcessEnd.Signalled),
            ExitCode = signal == 0 ? (status >> 8) & 0xff : 128 + signal,
            Output = _output.ToArray(),
            Error = _error.ToArray(),
            Truncated = _output.Truncated || _error.Truncated,
            Duration = Stopwatch.GetElapsedTime(_startedAt, exitedAt),
            LeftBehind = leftBehind,
            Cpu = usage.Cpu,
            PeakMemory = usage.PeakMemory,
        };
    }
}
