using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using FirstTry.Engine.Running;
using FirstTry.Graph;

namespace FirstTry.Engine.Tests.Running;

/// <summary>Who runs beside whom. Checks prove it to each other by files: none of these tests looks at a clock.</summary>
public sealed class Workers
{
    private static readonly Duration Bound = new(20_000);

    [Theory]
    [InlineData(Bucket.Fast)]
    [InlineData(Bucket.Slow)]
    public void As_many_checks_run_at_once_as_there_are_workers_above_the_cores_too(Bucket bucket)
    {
        using var scene = Scene.Create(cores: 1);
        var checks = Enumerable.Range(0, 5).Select(i => Meeting($"c{i}", of: 5) with { Bucket = bucket }).ToArray();

        var result = scene.Run(scene.Request(checks) with { Workers = 5 });

        Assert.All(result.Checks, check => Assert.Equal(CheckStatus.Passed, check.Status));
    }

    [Fact]
    public void One_worker_runs_one_check_at_a_time()
    {
        using var scene = Scene.Create(cores: 8);

        var result = scene.Run(scene.Request([.. Enumerable.Range(0, 5).Select(i => Alone($"c{i}"))]) with { Workers = 1 });

        Assert.All(result.Checks, check => Assert.Equal(CheckStatus.Passed, check.Status));
    }

    [Fact]
    public void The_number_of_cores_is_the_number_of_workers_when_nobody_says_another()
    {
        using var scene = Scene.Create(cores: 1);

        var result = scene.Run([.. Enumerable.Range(0, 4).Select(i => Alone($"c{i}"))]);

        Assert.All(result.Checks, check => Assert.Equal(CheckStatus.Passed, check.Status));
    }

    [Fact]
    public void Checks_that_exclude_each_other_never_overlap()
    {
        using var scene = Scene.Create(cores: 8);
        var exclusive = Enumerable.Range(0, 6).Select(i => Alone($"port{i}") with { Exclusive = "port" });
        var free = Enumerable.Range(0, 4).Select(i => Scene.Shell($"free{i}", "sleep 0.02"));

        var result = scene.Run([.. exclusive.Concat(free)]);

        Assert.All(result.Checks, check => Assert.Equal(CheckStatus.Passed, check.Status));
    }

    [Theory]
    [InlineData("cpus")]
    [InlineData("many cpus")]
    [InlineData("interactive")]
    public void A_check_that_takes_everything_runs_alone(string kind)
    {
        using var scene = Scene.Create(cores: 4);
        var alone = Scene.Shell("alone", "mkdir alone; for other in busy.*; do test -e $other && exit 1; done; sleep 0.05; rmdir alone") with
        {
            Cpus = kind == "cpus" ? Check.AllCpus : kind == "many cpus" ? 9 : 1,
            Interactive = kind == "interactive",
        };
        var others = Enumerable.Range(0, 6).Select(i =>
            Scene.Shell($"c{i}", $"mkdir busy.{i}; sleep 0.02; if test -e alone; then exit 1; fi; rmdir busy.{i}")).ToArray();

        var result = scene.Run([.. others[..3], alone, .. others[3..]]);

        Assert.All(result.Checks, check => Assert.Equal(CheckStatus.Passed, check.Status));
    }

    [Fact]
    public void Checks_that_together_want_more_workers_than_there_are_do_not_overlap()
    {
        using var scene = Scene.Create(cores: 4);

        var result = scene.Run([.. Enumerable.Range(0, 4).Select(i => Alone($"c{i}") with { Cpus = 3 })]);

        Assert.All(result.Checks, check => Assert.Equal(CheckStatus.Passed, check.Status));
    }

    [Fact]
    public void Mutating_checks_run_one_after_another_in_the_order_of_the_profile()
    {
        using var scene = Scene.Create(cores: 8);
        var checks = Enumerable.Range(0, 6).Select(i =>
            Scene.Shell($"c{i}", $"mkdir lock || exit 1; echo {i} >> log; sleep 0.02; rmdir lock") with { Bucket = Bucket.Mutating }).ToArray();

        var result = scene.Run(checks);

        Assert.Equal(Verdict.Passed, result.Verdict);
        Assert.Equal(["0", "1", "2", "3", "4", "5"], File.ReadAllLines(scene.PathOf("log")));
    }

    [Fact]
    public void A_bucket_starts_when_the_one_before_is_finished()
    {
        using var scene = Scene.Create(cores: 8);
        var fast = Enumerable.Range(0, 3).Select(i => Scene.Shell($"f{i}", $"sleep 0.05; test ! -e mutated && touch fast{i}"));
        var mutating = Scene.Shell("m", "test -e fast0 -a -e fast1 -a -e fast2 -a ! -e slow && touch mutated") with { Bucket = Bucket.Mutating };
        var slow = Scene.Shell("s", "touch slow; test -e mutated") with { Bucket = Bucket.Slow };

        var result = scene.Run([slow, mutating, .. fast]);

        Assert.All(result.Checks, check => Assert.Equal(CheckStatus.Passed, check.Status));
    }

    [Fact]
    public void A_check_starts_after_what_it_needs_has_passed()
    {
        using var scene = Scene.Create(cores: 8);
        var build = Scene.Shell("build", "sleep 0.1; touch built");
        var test = Scene.Shell("test", "test -e built") with { Needs = [build] };

        var result = scene.Run(test, build);

        Assert.All(result.Checks, check => Assert.Equal(CheckStatus.Passed, check.Status));
    }

    [Fact]
    public void The_output_of_one_check_never_gets_into_that_of_another()
    {
        using var scene = Scene.Create(cores: 8);
        var checks = Enumerable.Range(0, 16)
            .Select(i => Scene.Shell($"c{i}", $"n=0; while [ $n -lt 300 ]; do echo {i} out; echo {i} err >&2; n=$((n+1)); done")).ToArray();

        var result = scene.Run(checks);

        Assert.All(result.Checks.Select((check, i) => (check, i)), item => Assert.Equal(
            string.Concat(Enumerable.Repeat($"{item.i} out\n{item.i} err\n", 300)), Scene.TextOf(item.check)));
    }

    [Fact]
    public void What_has_the_longest_way_before_it_starts_first()
    {
        using var scene = Scene.Create(cores: 1);
        var seconds = new Dictionary<string, int> { ["short"] = 1, ["middle"] = 5, ["long"] = 9, ["first"] = 2, ["last"] = 8 };
        var first = Noting("first");
        var request = scene.Request(Noting("short"), Noting("middle"), Noting("long"), first, Noting("last") with { Needs = [first] }, Noting("new"));

        scene.Run(request, scene.Context() with { ExpectedDuration = check => seconds.TryGetValue(check.Name, out var time) ? TimeSpan.FromSeconds(time) : null });

        // 2 + 8, 9, 8, 5 and the mean of those that are known, 5, 1.
        Assert.Equal(["first", "long", "last", "middle", "new", "short"], File.ReadAllLines(scene.PathOf("order")));
    }

    [Fact]
    public void Without_known_durations_checks_start_in_the_order_of_the_plan_and_where_all_may_start_nobody_asks()
    {
        using var scene = Scene.Create(cores: 1);
        var request = scene.Request(Noting("a"), Noting("b"), Noting("c"));
        var asked = 0;

        scene.Run(request, scene.Context() with { ExpectedDuration = _ => null });
        scene.Run(request, scene.Context() with { Cores = 3, ExpectedDuration = _ => TimeSpan.FromSeconds(asked++) });

        Assert.Equal(["a", "b", "c"], File.ReadAllLines(scene.PathOf("order")).Take(3));
        Assert.Equal(0, asked);
    }

    [Fact]
    public void Mutating_checks_keep_the_order_of_the_plan_however_long_they_are()
    {
        using var scene = Scene.Create(cores: 1);
        var request = scene.Request(Noting("a") with { Bucket = Bucket.Mutating }, Noting("b") with { Bucket = Bucket.Mutating });

        scene.Run(request, scene.Context() with { ExpectedDuration = check => TimeSpan.FromSeconds(check.Name == "b" ? 9 : 1) });

        Assert.Equal(["a", "b"], File.ReadAllLines(scene.PathOf("order")));
    }

    [Fact]
    public void Times_are_measured_for_what_ran_only()
    {
        using var scene = Scene.Create();

        var result = scene.Run(Scene.Shell("a", "true"), Scene.Shell("b", "true {files}"));

        Assert.True(result.Checks[0].Duration > TimeSpan.Zero && result.Checks[0].Queued >= TimeSpan.Zero);
        Assert.True(result.Duration >= result.Checks[0].Duration);
        Assert.Equal((TimeSpan.Zero, TimeSpan.Zero), (result.Checks[1].Duration, result.Checks[1].Queued));
    }

    private static Check Noting(string name) => Scene.Shell(name, $"echo {name} >> order");

    // Passes only while as many others are there at the same time.
    private static Check Meeting(string name, int of) =>
        Scene.Shell(name, $"mkdir -p meeting; touch meeting/{name}; until [ $(ls meeting | wc -l) -ge {of} ]; do sleep 0.01; done") with { Timeout = Bound };

    // Fails when another one is there at the same time.
    private static Check Alone(string name) => Scene.Shell(name, "mkdir lock || exit 1; sleep 0.02; rmdir lock");
}
