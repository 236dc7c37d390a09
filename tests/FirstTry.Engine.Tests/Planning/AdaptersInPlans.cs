using FirstTry.Engine.Planning;
using FirstTry.Graph;

namespace FirstTry.Engine.Tests.Planning;

public sealed class AdaptersInPlans
{
    private static readonly Check Adapted = new("web") { Uses = new Adapter("npm-test", []), Root = "no-such-folder" };

    [Fact]
    public void An_adapter_that_cannot_be_used_here_is_a_mistake_of_the_config()
    {
        using var scene = Scene.Create();

        Assert.Throws<UsageException>(() => Planner.Create(scene.Request(Adapted)));
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

        Assert.Equal((Engine.Running.CheckStatus.Fixed, "fixed a.txt", "x\n"), (result.Checks[0].Status, result.Checks[0].Reason, scene.Read("a.txt")));
    }
}
