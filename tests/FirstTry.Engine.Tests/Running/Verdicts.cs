using System.Linq;
using FirstTry.Engine.Running;
using FirstTry.Graph;

namespace FirstTry.Engine.Tests.Running;

public sealed class Verdicts
{
    [Fact]
    public void A_run_passes_when_every_check_does()
    {
        using var scene = Scene.Create();

        var result = scene.Run(Scene.Shell("a", "true"), Scene.Exec("b", "true"));

        Assert.Equal((Verdict.Passed, 0), (result.Verdict, result.ExitCode));
        Assert.All(result.Checks, check => Assert.Equal((CheckStatus.Passed, (int?)0), (check.Status, check.ExitCode)));
    }

    [Fact]
    public void A_failing_check_fails_the_run_with_its_exit_code_and_its_whole_output()
    {
        using var scene = Scene.Create();

        var result = scene.Run(Scene.Shell("a", "echo one; echo two >&2; echo three; exit 3"), Scene.Shell("b", "true"));

        Assert.Equal((Verdict.Failed, 1), (result.Verdict, result.ExitCode));
        Assert.Equal((CheckStatus.Failed, (int?)3, "exit code 3"), (result.Checks[0].Status, result.Checks[0].ExitCode, result.Checks[0].Reason));
        Assert.Equal("one\ntwo\nthree\n", Scene.TextOf(result.Checks[0]));
        Assert.Equal(CheckStatus.Passed, result.Checks[1].Status);
    }

    [Fact]
    public void Tests_that_are_not_there_are_no_pass_and_no_failure()
    {
        using var scene = Scene.Create();
        scene.Change("test_a.py", "x = 1\n");
        var unit = new Check("unit") { Uses = new Adapter("pytest", []) };

        var result = scene.Run(unit, Scene.Shell("after", "true") with { Needs = CheckReferences.Create(unit), Bucket = Bucket.Slow });

        Assert.Equal((CheckStatus.Skipped, "no tests collected", (int?)5), (result.Checks[0].Status, result.Checks[0].Reason, result.Checks[0].ExitCode));
        Assert.Equal((CheckStatus.Passed, 0), (result.Checks[1].Status, result.ExitCode));
        scene.Change("test_a.py", "def test_a():\n    assert 1 == 2\n");
        Assert.Equal(CheckStatus.Failed, scene.Run(unit).Checks[0].Status);
    }

    [Fact]
    public void A_program_that_is_not_found_is_an_error_that_names_it_and_the_check()
    {
        using var scene = Scene.Create();

        var result = scene.Run(Scene.Exec("lint", "no-such-tool", "--x"));

        Assert.Equal((CheckStatus.Error, 1), (result.Checks[0].Status, result.ExitCode));
        Assert.Equal("check 'lint' cannot start 'no-such-tool': not found. Install it, or change the command of the check.", result.Checks[0].Reason);
    }

    [Fact]
    public void A_program_that_the_shell_does_not_find_is_an_error_too()
    {
        using var scene = Scene.Create();

        var result = scene.Run(Scene.Shell("lint", "no-such-tool --x"));

        Assert.Equal((CheckStatus.Error, 1), (result.Checks[0].Status, result.ExitCode));
        Assert.Equal("check 'lint' cannot start 'no-such-tool': not found. Install it, or change the command of the check.", result.Checks[0].Reason);
        Assert.Contains("no-such-tool", Scene.TextOf(result.Checks[0]), System.StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_that_is_allowed_is_a_warning_and_closes_no_gate()
    {
        using var scene = Scene.Create();
        var shaky = Scene.Shell("shaky", "exit 1") with { AllowFailure = true };
        var next = Scene.Shell("next", "true") with { Needs = CheckReferences.Create(shaky) };

        var result = scene.Run(shaky, next);

        Assert.Equal((Verdict.Passed, 0), (result.Verdict, result.ExitCode));
        Assert.Equal((CheckStatus.Failed, true), (result.Checks[0].Status, result.Checks[0].IsWarning));
        Assert.Equal(CheckStatus.Passed, result.Checks[1].Status);
    }

    [Fact]
    public void A_tool_that_is_missing_stops_the_run_even_where_failures_are_allowed()
    {
        using var scene = Scene.Create();

        var result = scene.Run(Scene.Exec("lint", "no-such-tool") with { AllowFailure = true });

        Assert.Equal(1, result.ExitCode);
    }

    [Fact]
    public void Two_hundred_checks_all_come_to_their_verdict_in_the_order_of_the_plan()
    {
        using var scene = Scene.Create(failFast: FailFast.Never);
        var checks = Enumerable.Range(0, 200).Select(i => Scene.Shell($"c{i}", $"echo {i}; exit {i % 2}")).ToArray();

        var result = scene.Run(checks);

        Assert.Equal(checks.Select(check => check.Name), result.Checks.Select(check => check.Name));
        Assert.All(result.Checks.Select((check, i) => (check, i)), item =>
        {
            Assert.Equal($"{item.i}\n", Scene.TextOf(item.check));
            Assert.Equal(item.i % 2 == 0 ? CheckStatus.Passed : CheckStatus.Failed, item.check.Status);
        });
    }
}
