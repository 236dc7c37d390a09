using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading;
using FirstTry.Processes.Internal.Posix;
using FirstTry.Testing;

namespace FirstTry.Processes.Tests;

public sealed class Ending_a_process
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(400);

    public Ending_a_process() => ProcessTree.Adopt();

    [Fact]
    public void A_timeout_ends_the_process()
    {
        var outcome = ProcessRunner.Run(Scripts.Program("sleep", "600") with { Timeout = Soon });

        Assert.Equal(ProcessEnd.TimedOut, outcome.End);
        Assert.Equal(130, outcome.ExitCode);
    }

    [Fact]
    public void A_tree_that_ignores_every_polite_signal_is_killed()
    {
        const string script = """
            trap '' INT TERM HUP
            sh -c 'echo $$ >> pids; while :; do sleep 1; done' &
            echo $$ >> pids
            while :; do sleep 1; done
            """;
        using var directory = TemporaryDirectory.Create();

        var outcome = CancelOnceStarted(directory, 2, Script(directory, script) with { Grace = Soon });

        Assert.Equal(ProcessEnd.Cancelled, outcome.End);
        Assert.Equal(137, outcome.ExitCode);
        AssertAllGone(directory, 2);
    }

    [Fact]
    public void A_process_that_obeys_the_interrupt_may_clean_up_and_its_output_is_kept()
    {
        const string script = "trap 'echo cleaned; exit 3' INT; echo started; echo $$ > pids; while :; do sleep 0.05; done";
        using var directory = TemporaryDirectory.Create();

        var outcome = CancelOnceStarted(directory, 1, Script(directory, script) with { Grace = TimeSpan.FromMinutes(1) });

        Assert.Equal(3, outcome.ExitCode);
        Assert.Equal("started\ncleaned\n", Scripts.Text(outcome.Output));
    }

    [Fact]
    public void Output_without_end_does_not_keep_a_process_alive()
    {
        var spec = Scripts.Sh("trap '' INT; exec yes") with { Timeout = Soon, Grace = Soon, MaxOutputBytes = 100 };

        var outcome = ProcessRunner.Run(spec);

        Assert.Equal(ProcessEnd.TimedOut, outcome.End);
        Assert.InRange(outcome.Output.Length, 0, 100);
    }

    [Fact]
    public void A_daemon_that_left_session_and_group_is_ended_with_its_check()
    {
        const string daemon = "echo $$ >> pids; trap \"\" INT TERM; exec sleep 600 </dev/null >/dev/null 2>&1";
        using var directory = TemporaryDirectory.Create();
        var spec = Script(directory, $"(setsid sh -c '{daemon}' &); echo $$ >> pids; sleep 600");

        CancelOnceStarted(directory, 2, spec with { Grace = Soon });

        AssertAllGone(directory, 2);
    }

    [Fact]
    public void A_background_process_that_holds_the_output_does_not_hold_up_the_end()
    {
        using var directory = TemporaryDirectory.Create();
        var spec = Script(directory, "(trap '' INT TERM; sh -c 'echo $$ >> pids; exec sleep 600') & echo started; exit 5");

        var outcome = ProcessRunner.Run(spec with { Grace = Soon });

        Assert.Equal(ProcessEnd.Exited, outcome.End);
        Assert.Equal(5, outcome.ExitCode);
        Assert.Equal("started\n", Scripts.Text(outcome.Output));
        Assert.InRange(outcome.LeftBehind, 1, 2);
        AssertAllGone(directory, 1);
    }

    [Fact]
    public void A_background_process_that_writes_its_last_lines_is_heard()
    {
        var outcome = ProcessRunner.Run(Scripts.Sh("(sleep 0.1; echo late) & echo early"));

        Assert.Equal("early\nlate\n", Scripts.Text(outcome.Output));
        Assert.Equal(0, outcome.LeftBehind);
    }

    [Fact]
    public void A_daemon_that_lets_go_of_the_output_is_left_alone()
    {
        using var directory = TemporaryDirectory.Create();

        var outcome = ProcessRunner.Run(Script(directory, "setsid sleep 600 </dev/null >/dev/null 2>&1 & echo $! > pids; sleep 0.1"));

        var daemon = Assert.Single(Pids(directory));
        Assert.Equal(0, outcome.LeftBehind);
        Assert.True(Scripts.IsRunning(daemon));
        using var killer = Process.GetProcessById(daemon);
        killer.Kill();
    }

    [Fact]
    public void What_is_cancelled_beforehand_is_not_started()
    {
        using var directory = TemporaryDirectory.Create();
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();

        var outcome = ProcessRunner.Run(Script(directory, "echo $$ > pids"), cancellation.Token);

        Assert.Equal(ProcessEnd.Cancelled, outcome.End);
        Assert.False(File.Exists(directory.PathOf("pids")));
    }

    [Fact]
    public void A_process_that_nobody_waits_for_is_ended_when_disposed_of()
    {
        using var process = RunningProcess.Start(Scripts.Sh("trap '' INT TERM; sleep 600"));
        var id = process.Id;

        process.Dispose();

        Assert.False(Directory.Exists($"/proc/{id}"));
    }

    [Fact]
    public void Where_the_kernel_has_no_process_descriptors_a_thread_notices_the_end()
    {
        using var ended = RunningProcess.Start(Scripts.Sh("echo out; exit 6"), ExitWatchKind.Thread);
        using var timedOut = RunningProcess.Start(Scripts.Sh("sleep 600") with { Timeout = Soon }, ExitWatchKind.Thread);

        Assert.Equal(6, ended.Wait().ExitCode);
        Assert.Equal(ProcessEnd.TimedOut, timedOut.Wait().End);
    }

    [Fact]
    public void An_interactive_process_is_ended_without_its_group_which_is_ours()
    {
        var spec = Scripts.Sh("trap '' INT TERM; sh -c 'sleep 600' & wait; sleep 600") with { Terminal = true };

        var outcome = ProcessRunner.Run(spec with { Timeout = Soon, Grace = Soon });

        Assert.Equal(ProcessEnd.TimedOut, outcome.End);
        Assert.Empty(outcome.Output);
    }

    private static ProcessSpec Script(TemporaryDirectory directory, string script) =>
        Scripts.Sh(script) with { WorkingDirectory = directory.FullPath, MergeOutput = true };

    /// <summary>Cancels from another thread once the script has written so many process ids.</summary>
    private static ProcessOutcome CancelOnceStarted(TemporaryDirectory directory, int count, ProcessSpec spec)
    {
        using var cancellation = new CancellationTokenSource();
        using var process = RunningProcess.Start(spec);
        var canceller = new Thread(() =>
        {
            SpinWait.SpinUntil(() => Pids(directory).Count == count, TimeSpan.FromSeconds(30));
            cancellation.Cancel();
        });
        canceller.Start();
        var outcome = process.Wait(cancellation.Token);
        canceller.Join();
        return outcome;
    }

    private static void AssertAllGone(TemporaryDirectory directory, int count)
    {
        var ids = Pids(directory);
        Assert.Equal(count, ids.Count);
        Assert.All(ids, id => Assert.False(Scripts.IsRunning(id), $"{id} still runs"));
        Assert.All(ids, id => Assert.False(Directory.Exists($"/proc/{id}"), $"{id} is a zombie"));
    }

    private static List<int> Pids(TemporaryDirectory directory)
    {
        var ids = new List<int>();
        if (!File.Exists(directory.PathOf("pids")))
            return ids;

        foreach (var line in File.ReadAllLines(directory.PathOf("pids")))
        {
            if (line.Length > 0)
                ids.Add(int.Parse(line, CultureInfo.InvariantCulture));
        }

        return ids;
    }
}
