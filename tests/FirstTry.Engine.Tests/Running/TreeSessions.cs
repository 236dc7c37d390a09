using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using FirstTry.Engine.Running;
using FirstTry.Git;
using FirstTry.Graph;
using FirstTry.Processes;

namespace FirstTry.Engine.Tests.Running;

/// <summary>When a run enters the working tree, and when it leaves it.</summary>
public sealed class TreeSessions
{
    [Fact]
    public void The_tree_is_entered_once_before_the_first_check_and_left_after_the_last()
    {
        using var scene = Scene.Create();
        var session = new RecordingSession(scene);

        var result = scene.Run(
            scene.Request(Scene.Shell("one", "echo one >> log"), Scene.Shell("two", "echo two >> log"), Scene.Shell("three", "echo three >> log")),
            scene.Context() with { Tree = session });

        Assert.Equal(0, result.ExitCode);
        var log = File.ReadAllLines(scene.PathOf("log"));
        Assert.Equal(("entered", "left", 5), (log[0], log[^1], log.Length));
    }

    [Fact]
    public void A_run_that_executes_nothing_does_not_enter_the_tree()
    {
        using var scene = Scene.Create();
        var session = new RecordingSession(scene);

        scene.Run(scene.Request(Scene.Shell("one", "true") with { Files = Scene.Globs("*.none") }), scene.Context() with { Tree = session });

        Assert.False(File.Exists(scene.PathOf("log")));
    }

    [Fact]
    public void A_check_sees_the_variables_that_guard_the_tree()
    {
        using var scene = Scene.Create();

        scene.Run(scene.Request(Scene.Shell("one", "echo $GUARDED >> log")), scene.Context() with { Tree = new RecordingSession(scene) });

        Assert.Equal(["entered", "yes", "left"], File.ReadAllLines(scene.PathOf("log")));
    }

    [Fact]
    public void A_built_in_check_executes_too()
    {
        using var scene = Scene.Create();
        scene.Change("a.json", "{}");
        var session = new RecordingSession(scene);
        var check = new Check("json") { Uses = new Adapter("check-json", EquatableArray<AdapterOption>.Empty), Files = Scene.Globs("*.json") };

        scene.Run(scene.Request(check), scene.Context() with { Tree = session });

        Assert.Equal(["entered", "left"], File.ReadAllLines(scene.PathOf("log")));
    }

    [Fact]
    public void Nothing_is_executed_in_a_tree_that_cannot_be_entered_and_it_is_left_all_the_same()
    {
        using var scene = Scene.Create();
        var session = new RecordingSession(scene) { OnEnter = () => throw new GitException("the disk is full") };

        var exception = Assert.Throws<GitException>(
            () => scene.Run(scene.Request(Scene.Shell("one", "echo one >> log"), Scene.Shell("two", "echo two >> log")), scene.Context() with { Tree = session }));

        Assert.Equal("the disk is full", exception.Message);
        Assert.Equal(["left"], File.ReadAllLines(scene.PathOf("log")));
    }

    [Fact]
    public void An_interrupted_run_leaves_the_tree()
    {
        using var scene = Scene.Create();
        using var interrupt = new CancellationTokenSource();
        var session = new RecordingSession(scene) { OnEnter = interrupt.Cancel };

        var result = scene.Run(scene.Request(Scene.Shell("one", "echo one >> log")), scene.Context() with { Tree = session }, cancellation: interrupt.Token);

        Assert.Equal((130, "cancelled"), (result.ExitCode, result.Checks[0].Status.ToString().ToLowerInvariant()));
        Assert.Equal(["entered", "left"], File.ReadAllLines(scene.PathOf("log")));
    }

    [Fact]
    public void What_was_done_is_told_also_when_the_tree_cannot_be_put_back()
    {
        using var scene = Scene.Create();
        var session = new RecordingSession(scene) { OnLeave = () => throw new GitException("the disk is full") };
        var listener = new LastWords();

        Assert.Throws<GitException>(() => scene.Run(scene.Request(Scene.Shell("one", "true")), scene.Context() with { Tree = session }, listener));

        Assert.Equal(CheckStatus.Passed, Assert.Single(listener.Result!.Checks).Status);
    }

    [Theory]
    [InlineData("exit 0", true)]
    [InlineData("exit 1", true)]
    [InlineData("sleep 60", false)]
    public void Fixes_are_taken_over_when_their_check_has_ended(string end, bool isComplete)
    {
        using var scene = Scene.Create();
        scene.Change("a.txt", "bad");
        var session = new RecordingSession(scene);
        var check = Scene.Shell("fix", $"echo good > a.txt; {end}; : {{files}}") with { Bucket = Bucket.Mutating, Timeout = new Duration(500) };

        scene.Run(scene.Request(check), scene.Context() with { Tree = session });

        Assert.Equal(["a.txt"], session.Expected);
        Assert.Equal([("a.txt", isComplete)], session.Taken);
    }

    [Fact]
    public void A_fix_that_is_dropped_fails_its_check_and_the_others_are_staged()
    {
        using var scene = Scene.Create();
        scene.Change("a.txt", "bad");
        scene.Change("b.txt", "bad");
        var staged = new List<string>();
        var context = scene.Context() with
        {
            Tree = new RecordingSession(scene) { Dropped = [new DroppedFix(RepoPath.FromText("a.txt"), "it touches lines that have unstaged changes")] },
            Commit = new CommitInProgress
            {
                Staged = scene.Files,
                FindUnstaged = _ => [],
                Stage = files => staged.AddRange(files.Select(file => file.ToString())),
            },
        };

        var result = scene.Run(
            scene.Request(Scene.Shell("fix", "for file in {files}; do echo good > $file; done") with { Bucket = Bucket.Mutating }), context);

        Assert.Equal(
            (CheckStatus.Failed, "the fix of a.txt was dropped: it touches lines that have unstaged changes; stage or stash the unstaged changes, then commit again", 1),
            (result.Checks[0].Status, result.Checks[0].Reason, result.ExitCode));
        Assert.Equal(["b.txt"], staged);
    }

    private sealed class RecordingSession(Scene scene) : IWorktreeSession
    {
        internal Action OnEnter { get; init; } = () => { };

        internal Action OnLeave { get; init; } = () => { };

        internal IReadOnlyList<DroppedFix> Dropped { get; init; } = [];

        internal List<string> Expected { get; } = [];

        internal List<(string Path, bool IsComplete)> Taken { get; } = [];

        public void BeforeFirstExecution()
        {
            OnEnter();
            File.AppendAllText(scene.PathOf("log"), "entered\n");
        }

        public EnvironmentBlock Guard(EnvironmentBlock environment) => environment.With("GUARDED", "yes");

        public void BeforeFixes(IReadOnlyList<RepoPath>? files) => Expected.Add(files is null ? "all" : string.Join(',', files));

        public IReadOnlyList<DroppedFix> AfterFixes(Mutation mutation)
        {
            Taken.AddRange(mutation.Changed.Select(file => (file.ToString(), mutation.IsComplete)));
            return Dropped;
        }

        public void AfterLastExecution()
        {
            File.AppendAllText(scene.PathOf("log"), "left\n");
            OnLeave();
        }
    }
}
