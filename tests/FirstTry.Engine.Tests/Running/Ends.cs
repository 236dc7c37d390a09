using System;
using System.IO;
using System.Linq;
using System.Threading;
using FirstTry.Engine.Planning;
using FirstTry.Engine.Running;
using FirstTry.Graph;

namespace FirstTry.Engine.Tests.Running;

public sealed class Ends
{
    [Fact]
    public void A_check_that_is_not_done_in_time_is_ended_with_everything_it_started()
    {
        using var scene = Scene.Create();

        var result = scene.Run(Scene.Shell("a", "echo begun; sleep 300 & echo $! > child; wait") with { Timeout = new Duration(3_000) });

        Assert.Equal((CheckStatus.TimedOut, "not done after 3s", 1), (result.Checks[0].Status, result.Checks[0].Reason, result.ExitCode));
        Assert.Equal("begun\n", Scene.TextOf(result.Checks[0]));
        Trees.AssertGone(scene.Read("child"));
    }

    [Fact]
    public void An_interrupt_ends_what_runs_as_a_tree_and_cancels_what_waits()
    {
        using var scene = Scene.Create(cores: 1);
        using var interrupt = new CancellationTokenSource();
        var check = Scene.Shell("a", "sleep 300 & echo $! > child.new; mv child.new child; wait");
        using var watcher = new Timer(_ => CancelWhenThere(scene.PathOf("child"), interrupt), null, 10, 10);

        var result = scene.Run(scene.Request(check, Scene.Shell("b", "true"), Scene.Shell("c", "true") with { Bucket = Bucket.Slow }), cancellation: interrupt.Token);

        Assert.Equal((true, Verdict.Interrupted, 130), (result.IsInterrupted, result.Verdict, result.ExitCode));
        Assert.All(result.Checks, item => Assert.Equal((CheckStatus.Cancelled, "interrupted"), (item.Status, item.Reason)));
        Trees.AssertGone(scene.Read("child"));
    }

    [Fact]
    public void A_run_that_is_interrupted_before_it_starts_starts_nothing()
    {
        using var scene = Scene.Create();
        using var interrupt = new CancellationTokenSource();
        interrupt.Cancel();

        var result = scene.Run(scene.Request(Scene.Shell("a", "touch ran")), cancellation: interrupt.Token);

        Assert.Equal(130, result.ExitCode);
        Assert.False(File.Exists(scene.PathOf("ran")));
    }

    [Fact]
    public void A_check_that_a_signal_ends_has_failed()
    {
        using var scene = Scene.Create();

        var result = scene.Run(Scene.Shell("a", "kill -9 $$"));

        Assert.Equal((CheckStatus.Failed, (int?)137, "ended by signal 9"), (result.Checks[0].Status, result.Checks[0].ExitCode, result.Checks[0].Reason));
    }

    [Fact]
    public void A_listener_hears_one_thing_at_a_time_and_a_start_before_each_end()
    {
        using var scene = Scene.Create(cores: 8);
        var listener = new StrictListener();

        scene.Run(scene.Request([.. Enumerable.Range(0, 40).Select(i => Scene.Shell($"c{i}", i % 3 == 0 ? "false" : "true"))]), listener: listener);

        Assert.Equal(40, listener.Finished);
        Assert.True(listener.IsOver);
    }

    [Fact]
    public void A_bug_comes_out_on_the_thread_of_the_caller()
    {
        using var scene = Scene.Create(cores: 4);
        scene.Change("a.txt", "x");
        var context = scene.Context() with
        {
            Commit = new CommitInProgress { Staged = scene.Files, FindUnstaged = _ => [], Stage = _ => throw new InvalidOperationException("bug") },
        };
        var checks = new[] { Scene.Shell("a", "true"), Scene.Shell("m", "echo y > a.txt; : {files}") with { Bucket = Bucket.Mutating }, Scene.Shell("n", "true") with { Bucket = Bucket.Mutating } };

        Assert.Equal("bug", Assert.Throws<InvalidOperationException>(() => scene.Run(scene.Request(checks), context)).Message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void A_listener_that_fails_fails_the_run_on_the_thread_of_the_caller(int cores)
    {
        using var scene = Scene.Create(cores: cores);
        var request = scene.Request([.. Enumerable.Range(0, 6).Select(i => Scene.Shell($"c{i}", "true")), Scene.Shell("idle", "x {files}")]);

        Assert.Equal("the disk is full", Assert.Throws<IOException>(() => scene.Run(request, listener: new FailingListener())).Message);
    }

    private static void CancelWhenThere(string path, CancellationTokenSource interrupt)
    {
        if (File.Exists(path))
        {
            interrupt.Cancel();
        }
    }

    /// <summary>Cannot write what it hears.</summary>
    private sealed class FailingListener : IRunListener
    {
        public void RunStarted(Plan plan)
        {
        }

        public void CheckStarted(PlannedCheck check)
        {
        }

        public void CheckFinished(CheckResult result) => throw new IOException("the disk is full");

        public void RunFinished(RunResult result)
        {
        }
    }

    /// <summary>Fails when it is called twice at once, or in an order that makes no sense.</summary>
    private sealed class StrictListener : IRunListener
    {
        private readonly System.Collections.Generic.HashSet<string> _started = new(StringComparer.Ordinal);
        private int _inside;

        internal int Finished { get; private set; }

        internal bool IsOver { get; private set; }

        public void RunStarted(Plan plan) => Once(() => Assert.Empty(_started));

        public void CheckStarted(PlannedCheck check) => Once(() => Assert.True(_started.Add(check.Name)));

        public void CheckFinished(CheckResult result) => Once(() =>
        {
            Assert.Contains(result.Name, _started);
            Finished++;
        });

        public void RunFinished(RunResult result) => Once(() => IsOver = true);

        private void Once(Action action)
        {
            Assert.Equal(1, Interlocked.Increment(ref _inside));
            action();
            Thread.Sleep(1);
            Interlocked.Decrement(ref _inside);
        }
    }
}
