using FirstTry.Graph;

namespace FirstTry.Engine.Tests.Running;

public sealed class EnvironmentsOfChecks
{
    [Fact]
    public void Variables_of_the_commit_in_progress_are_not_seen_unless_asked_for()
    {
        using var scene = Scene.Create();
        scene.Environment = scene.Environment
            .With("GIT_DIR", "/nowhere/.git").With("GIT_INDEX_FILE", "index").With("GIT_PREFIX", "x/").With("GIT_CONFIG_COUNT", "0");
        const string Script = "echo \"${GIT_DIR-unset} ${GIT_INDEX_FILE-unset} ${GIT_PREFIX-unset} ${GIT_CONFIG_COUNT-unset}\"";

        var result = scene.Run(Scene.Shell("a", Script), Scene.Shell("b", Script) with { PassEnv = ["GIT_INDEX_FILE"] });

        Assert.Equal("unset unset unset 0\n", Scene.TextOf(result.Checks[0]));
        Assert.Equal("unset index unset 0\n", Scene.TextOf(result.Checks[1]));
    }

    [Fact]
    public void The_narrower_setting_of_a_variable_counts()
    {
        using var scene = Scene.Create();
        scene.Environment = scene.Environment.With("A", "caller").With("B", "caller").With("C", "caller").With("D", "caller");
        var request = scene.Request(Scene.Shell("a", "echo $A $B $C $D") with
        {
            PassEnv = ["A", "B", "C", "D"],
            Env = [new EnvironmentVariable("D", "check")],
        });

        var result = scene.Run(request with
        {
            Graph = request.Graph with { Env = [new("B", "graph"), new("C", "graph"), new("D", "graph")] },
            Profile = request.Profile with { Env = [new("C", "profile"), new("D", "profile")] },
        });

        Assert.Equal("caller graph profile check\n", Scene.TextOf(result.Checks[0]));
    }

    [Fact]
    public void A_variable_of_the_caller_is_seen_only_when_it_is_on_the_list_or_passed()
    {
        using var scene = Scene.Create();
        scene.Environment = scene.Environment.With("SECRET", "s").With("HTTPS_PROXY", "p").With("TZ", "Asia/Tokyo").With("LANG", "de_DE.UTF-8");
        const string Script = "echo \"${SECRET-unset} ${HTTPS_PROXY-unset} ${TZ-unset} $LANG ${HOME:+home} ${UNSET-unset}\"";

        var result = scene.Run(Scene.Shell("a", Script), Scene.Shell("b", Script) with { PassEnv = ["SECRET", "UNSET"] });

        Assert.Equal("unset p unset C.UTF-8 home unset\n", Scene.TextOf(result.Checks[0]));
        Assert.Equal("s p unset C.UTF-8 home unset\n", Scene.TextOf(result.Checks[1]));
    }
}
