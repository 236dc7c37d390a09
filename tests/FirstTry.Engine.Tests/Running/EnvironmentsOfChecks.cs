using FirstTry.Graph;

namespace FirstTry.Engine.Tests.Running;

public sealed class EnvironmentsOfChecks
{
    [Fact]
    public void Variables_of_the_commit_in_progress_are_not_seen_unless_asked_for()
    {
        using var scene = Scene.Create();
        scene.Environment = scene.Environment
            .With("GIT_DIR", "/nowhere/.git").With("GIT_INDEX_FILE", "index").With("GIT_PREFIX", "x/").With("GIT_CONFIG_GLOBAL", "/dev/null");
        const string Script = "echo \"${GIT_DIR-unset} ${GIT_INDEX_FILE-unset} ${GIT_PREFIX-unset} ${GIT_CONFIG_GLOBAL-unset}\"";

        var result = scene.Run(Scene.Shell("a", Script), Scene.Shell("b", Script) with { PassEnv = ["GIT_INDEX_FILE"] });

        Assert.Equal("unset unset unset /dev/null\n", Scene.TextOf(result.Checks[0]));
        Assert.Equal("unset index unset /dev/null\n", Scene.TextOf(result.Checks[1]));
    }

    [Fact]
    public void The_narrower_setting_of_a_variable_counts()
    {
        using var scene = Scene.Create();
        scene.Environment = scene.Environment.With("A", "caller").With("B", "caller").With("C", "caller").With("D", "caller");
        var request = scene.Request(Scene.Shell("a", "echo $A $B $C $D") with { Env = [new EnvironmentVariable("D", "check")] });

        var result = scene.Run(request with
        {
            Graph = request.Graph with { Env = [new("B", "graph"), new("C", "graph"), new("D", "graph")] },
            Profile = request.Profile with { Env = [new("C", "profile"), new("D", "profile")] },
        });

        Assert.Equal("caller graph profile check\n", Scene.TextOf(result.Checks[0]));
    }
}
