using System.Linq;
using System.Threading;
using FirstTry.Engine.Running;
using FirstTry.Graph;

namespace FirstTry.Engine.Tests.Running;

public sealed class GatesAndStops
{
    [Fact]
    public void A_chain_of_needs_says_where_it_broke()
    {
        using var scene = Scene.Create(failFast: FailFast.Never);
        var ruff = Scene.Shell("ruff", "false");
        var mypy = Scene.Shell("mypy", "true") with { Needs = [ruff], Bucket = Bucket.Slow };
        var unit = Scene.Shell("unit", "true") with { Needs = [mypy], Bucket = Bucket.Slow };
        var docs = Scene.Shell("docs", "true") with { Bucket = Bucket.Slow };

        var result = scene.Run(ruff, unit, mypy, docs);

        Assert.Equal(
            [
                ("ruff", CheckStatus.Failed, "exit code 1"),
                ("mypy", CheckStatus.Skipped, "needs ruff, which failed"),
                ("unit", CheckStatus.Skipped, "needs mypy, which needs ruff, which failed"),
                ("docs", CheckStatus.Passed, ""),
            ],
            result.Checks.Select(check => (check.Name, check.Status, check.Reason ?? "")));
    }

    [Fact]
    public void What_had_nothing_to_do_keeps_nobody_from_running()
    {
        using var scene = Scene.Create();
        var idle = Scene.Shell("idle", "x") with { Files = Scene.Globs("*.rs") };
        var left = Scene.Shell("left", "false");

        var result = scene.Run(scene.Request(idle, left, Scene.Shell("next", "true") with { Needs = [idle, left] }) with { Skip = ["left"] });

        Assert.Equal(
            [(CheckStatus.Skipped, "no files match"), (CheckStatus.Skipped, "left out by --skip left"), (CheckStatus.Passed, null)],
            result.Checks.Select(check => (check.Status, check.Reason)));
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public void Each_way_not_to_pass_closes_the_gate_by_its_name()
    {
        using var scene = Scene.Create(failFast: FailFast.Never);
        var late = Scene.Shell("late", "sleep 30") with { Timeout = new Duration(50) };
        var missing = Scene.Exec("missing", "no-such-tool");

        var result = scene.Run(
            late, missing, Scene.Shell("a", "true") with { Needs = [late] }, Scene.Shell("b", "true") with { Needs = [missing] });

        Assert.Equal(["needs late, which timed out", "needs missing, which could not be started"], result.Checks.Skip(2).Select(check => check.Reason));
    }

    [Fact]
    public void After_a_failure_the_bucket_is_finished_and_the_rest_is_skipped()
    {
        using var scene = Scene.Create(cores: 1);

        var result = scene.Run(
            Scene.Shell("a", "false"),
            Scene.Shell("b", "true"),
            Scene.Shell("c", "true") with { Bucket = Bucket.Mutating },
            Scene.Shell("d", "true") with { Bucket = Bucket.Slow });

        Assert.Equal(
            [
                (CheckStatus.Failed, "exit code 1"),
                (CheckStatus.Passed, null),
                (CheckStatus.Skipped, "a failed, and fail_fast is 'bucket'"),
                (CheckStatus.Skipped, "a failed, and fail_fast is 'bucket'"),
            ],
            result.Checks.Select(check => (check.Status, check.Reason)));
    }

    [Fact]
    public void Never_stopping_runs_everything_that_can()
    {
        using var scene = Scene.Create(failFast: FailFast.Never);

        var result = scene.Run(
            Scene.Shell("a", "false"), Scene.Shell("c", "true") with { Bucket = Bucket.Mutating }, Scene.Shell("d", "true") with { Bucket = Bucket.Slow });

        Assert.Equal([CheckStatus.Failed, CheckStatus.Passed, CheckStatus.Passed], result.Checks.Select(check => check.Status));
        Assert.Equal(1, result.ExitCode);
    }

    [Fact]
    public void Stopping_now_ends_what_runs_as_a_tree_and_skips_what_waits()
    {
        using var scene = Scene.Create(cores: 2, failFast: FailFast.Now);
        var running = Scene.Shell("running", "sleep 300 & echo $! > child; touch ready; wait");
        var failing = Scene.Shell("failing", "until [ -e ready ]; do sleep 0.01; done; exit 1") with { Timeout = new Duration(20_000) };

        var result = scene.Run(running, failing, Scene.Shell("waiting", "true"));

        Assert.Equal(
            [
                (CheckStatus.Cancelled, "failing failed, and fail_fast is 'now'"),
                (CheckStatus.Failed, "exit code 1"),
                (CheckStatus.Skipped, "failing failed, and fail_fast is 'now'"),
            ],
            result.Checks.Select(check => (check.Status, check.Reason)));
        Assert.Equal((Verdict.Failed, 1), (result.Verdict, result.ExitCode));
        Trees.AssertGone(scene.Read("child"));
    }

    [Fact]
    public void What_needs_a_check_that_was_stopped_says_why_that_was()
    {
        using var scene = Scene.Create(cores: 1, failFast: FailFast.Now);
        var first = Scene.Shell("first", "true");
        var second = Scene.Shell("second", "true") with { Needs = [first] };

        var result = scene.Run(Scene.Shell("failing", "false"), first, second, Scene.Shell("third", "true") with { Needs = [second] });

        Assert.Equal(
            [
                "exit code 1",
                "failing failed, and fail_fast is 'now'",
                "needs first, which was skipped: failing failed, and fail_fast is 'now'",
                "needs second, which needs first, which was skipped: failing failed, and fail_fast is 'now'",
            ],
            result.Checks.Select(check => check.Reason));
    }

    [Fact]
    public void What_needs_a_check_that_was_interrupted_says_so()
    {
        using var scene = Scene.Create(cores: 1);
        var first = Scene.Shell("first", "true");
        using var interrupt = new CancellationTokenSource();
        interrupt.Cancel();

        var result = scene.Run(scene.Request(first, Scene.Shell("second", "true") with { Needs = [first] }), cancellation: interrupt.Token);

        Assert.All(result.Checks, check => Assert.Equal((CheckStatus.Cancelled, "interrupted"), (check.Status, check.Reason)));
    }

    [Fact]
    public void A_failure_that_is_allowed_stops_nothing()
    {
        using var scene = Scene.Create(failFast: FailFast.Now, cores: 1);

        var result = scene.Run(Scene.Shell("a", "false") with { AllowFailure = true }, Scene.Shell("b", "true"));

        Assert.Equal([CheckStatus.Failed, CheckStatus.Passed], result.Checks.Select(check => check.Status));
    }
}
