using System;
using System.Diagnostics;
using System.IO;
using System.Threading;
using FirstTry.Engine.Planning;
using FirstTry.Engine.Running;
using FirstTry.Processes;

namespace FirstTry.Cli.Screens.Live;

/// <summary>
/// The text report, and below it what runs now, once a run has lasted a while. Until then nothing of it costs anything but a thread that
/// sleeps.
/// </summary>
internal sealed class LiveReport : IRunListener, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);
    private readonly object _gate = new();
    private readonly LiveStream _terminal;
    private readonly IRunListener _report;
    private readonly Func<PlannedCheck, TimeSpan?> _expected;
    private readonly bool _isColoured;
    private RunProgress _progress = new(0);
    private LiveFrame? _frame;
    private bool _hasThread;
    private bool _isAlone;
    private bool _isOver;

    /// <param name="report">Makes the report whose lines come above.</param>
    /// <param name="expected">How long a check is going to take.</param>
    public LiveReport(
        Stream terminal, Func<TerminalSize> size, Func<Stream, IRunListener> report, Func<PlannedCheck, TimeSpan?> expected, bool isColoured)
    {
        _terminal = new LiveStream(terminal, size);
        _report = report(_terminal);
        _expected = expected;
        _isColoured = isColoured;
    }

    /// <inheritdoc />
    public void RunStarted(Plan plan)
    {
        _progress = new RunProgress(plan.Checks.Count);
        _report.RunStarted(plan);
    }

    /// <inheritdoc />
    public void CheckStarted(PlannedCheck check)
    {
        lock (_gate)
        {
            _progress.Running.Add(new RunningCheck(check, Stopwatch.GetTimestamp()));
            StartThread();

            // It has the terminal for itself until it ends.
            _isAlone |= check.Check.Interactive;
            if (check.Check.Interactive)
            {
                _terminal.Show(null);
            }

            _report.CheckStarted(check);
        }
    }

    /// <inheritdoc />
    public void CheckFinished(CheckResult result)
    {
        lock (_gate)
        {
            _progress.Done++;
            _progress.Running.RemoveAll(running => running.Name == result.Name);
            _isAlone &= !result.Planned.Check.Interactive;
            _report.CheckFinished(result);
        }
    }

    /// <inheritdoc />
    public void RunFinished(RunResult result)
    {
        Dispose();
        _report.RunFinished(result);
    }

    /// <summary>Takes the live lines away; also where the run ended without an end.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (!_isOver)
            {
                _isOver = true;
                _terminal.Show(null);
                Monitor.PulseAll(_gate);
            }
        }
    }

    /// <summary>Lets something else be written to the terminal: the live lines make room meanwhile.</summary>
    public void Beside(Action write) => _terminal.Beside(write);

    private void StartThread()
    {
        if (!_hasThread)
        {
            _hasThread = true;
            new Thread(Watch) { IsBackground = true, Name = "live view" }.Start();
        }
    }

    private void Watch()
    {
        try
        {
            lock (_gate)
            {
                while (!_isOver && Stopwatch.GetElapsedTime(_progress.StartedAt) is var elapsed && elapsed < Patience)
                {
                    Monitor.Wait(_gate, Patience - elapsed);
                }

                while (!_isOver)
                {
                    _frame ??= new LiveFrame(_expected, _isColoured);
                    _terminal.Show(_isAlone ? null : Draw);
                    Monitor.Wait(_gate, Interval);
                }
            }
        }
#pragma warning disable CA1031 // A terminal that went away takes the view along, never the run and its verdict.
        catch (Exception)
        {
            _frame = null;
        }
#pragma warning restore CA1031
    }

    private string[] Draw(TerminalSize size) => _frame is { } frame ? frame.Draw(_progress, size) : [];
}
