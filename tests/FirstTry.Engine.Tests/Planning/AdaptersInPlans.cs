using System.Linq;
using FirstTry.Engine.Planning;
using FirstTry.Engine.Running;
using FirstTry.Graph;

namespace FirstTry.Engine.Tests.Planning;

public sealed class AdaptersInPlans
{
    private static readonly Check Adapted = new("web") { Uses = new Adapter("npm-test", []), Root = "no-such-folder" };

    [Fact]
    public void An_adapter_that_cannot_be_used_here_is_an_error_of_its_check_alone()
    {
        using var scene = Scene.Create(failFast: FailFast.Never);
        var sound = new Check("sound") { Run = Command.Shell("true"), Bucket = Bucket.Slow };
        var needing = new Check("needing") { Run = Command.Shell("true"), Bucket = Bucket.Slow, Needs = CheckReferences.Create(Adapted) };

        var result = scene.Run(Adapted, sound, needing);

        Assert.Equal([CheckStatus.Error, CheckStatus.Passed, CheckStatus.Skipped], result.Checks.Select(check => check.Status));
        Assert.Equal("Check 'web' uses 'npm-test', but there is no 'no-such-folder/package.json'. Set 'root' to the folder that has it.", result.Checks[0].Reason);
        Assert.True(result.Checks[0].IsFailure);
        Assert.Equal(Bucket.Slow, result.Checks[0].Planned.Bucket);
    }

    [Fact]
    public void What_is_needed_and_not_part_of_the_run_is_named()
    {
        using var scene = Scene.Create();
        var (ruff, mypy) = (new Check("ruff"), new Check("black"));
        var needing = new Check("unit") { Run = Command.Shell("true"), Needs = CheckReferences.Create(ruff, mypy) };

        var plan = Planner.Create(scene.Request(mypy with { Run = Command.Shell("true") }, needing));

        Assert.Equal(["ruff"], plan.Checks[1].NeedsOutside);
        Assert.Equal("black", Assert.Single(plan.Checks[1].Needs).Name);
    }

    [Theory]
    [InlineData("PYTEST_ADDOPTS")]
    [InlineData("PYTHONPATH")]
    public void What_the_config_or_the_profile_sets_counts_for_the_choice_of_tests(string variable)
    {
        using var scene = Scene.Create();
        scene.Change("a.py", "");
        var unit = new Check("unit") { Uses = new Adapter("pytest", [new AdapterOption("select", ["affected"])]) };
        var set = new EnvironmentVariable(variable, "x");
        var request = scene.Request(unit);

        var byConfig = Planner.Create(request with { Graph = request.Graph with { Env = [set] } });
        var byProfile = Planner.Create(request with { Profile = request.Profile with { Env = [set] } });
        var byNothing = Planner.Create(request);

        Assert.Equal($"all tests: '{variable}' is set", byConfig.Checks[0].Scope);
        Assert.Equal($"all tests: '{variable}' is set", byProfile.Checks[0].Scope);
        Assert.NotEqual($"all tests: '{variable}' is set", byNothing.Checks[0].Scope);
        Assert.Empty(byConfig.Checks[0].Check.PassEnv);
        Assert.Empty(byConfig.Checks[0].Check.Env);
    }

    [Fact]
    public void An_adapter_of_a_check_that_does_not_run_is_not_looked_at()
    {
        using var scene = Scene.Create();

        var plan = Planner.Create(scene.Request(Adapted with { Only = [new Condition { Os = ["plan9"] }] }));

        Assert.Equal("only on plan9", plan.Checks[0].SkipReason);
        Assert.Equal(Bucket.Slow, plan.Checks[0].Bucket);
    }

    [Fact]
    public void A_built_in_check_runs_in_this_process_on_the_changed_files()
    {
        using var scene = Scene.Create();
        scene.Change("a.txt", "x  \n");

        var result = scene.Run(new Check("whitespace") { Uses = new Adapter("trailing-whitespace", []) });

        Assert.Equal((CheckStatus.Fixed, "fixed a.txt", "x\n"), (result.Checks[0].Status, result.Checks[0].Reason, scene.Read("a.txt")));
    }
}
