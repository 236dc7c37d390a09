using System.IO;
using FirstTry.Testing;

namespace FirstTry.Git.Tests.Hooks;

[Collection(ProgramsWrittenByTests.Name)]
public sealed class The_input_of_git
{
    [Theory]
    [InlineData("printf ''")]
    [InlineData("printf 'one line'")]
    [InlineData("printf 'a\\0b\\r\\n\\377\\n\\n'")]
    [InlineData("head -c 3000000 /dev/zero")]
    public void Reaches_the_earlier_hook_and_the_checks_byte_for_byte(string producer)
    {
        using var scenario = HookScenario.Create();
        scenario.WriteEarlier("earlier", "pre-push");
        scenario.Install("pre-push");

        var run = scenario.Repository.Run("sh", ["-c", $"{producer} >../sent; .git/hooks/pre-push origin 'some where' <../sent"]);

        var sent = File.ReadAllBytes(Path.Combine(scenario.Repository.Outside, "sent"));
        Assert.Equal(new CommandResult(0, "", ""), run);
        Assert.Equal(sent, scenario.RecordedBytes("earlier-input"));
        Assert.Equal(sent, scenario.RecordedBytes("input"));
        Assert.Equal("origin\nsome where\n", scenario.Recorded("earlier-arguments"));
        Assert.Equal("hook\npre-push\n--\norigin\nsome where\n", scenario.Recorded("arguments"));
        AssertNothingIsLeft(scenario);
    }

    [Fact]
    public void Reaches_an_earlier_hook_alone_when_there_is_no_config()
    {
        using var scenario = HookScenario.Create(withConfig: false);
        scenario.WriteEarlier("earlier", "pre-push");
        scenario.Install("pre-push");

        scenario.Repository.Run("sh", ["-c", "printf 'a\\0b' | .git/hooks/pre-push"]);

        Assert.Equal("a\0b"u8.ToArray(), scenario.RecordedBytes("earlier-input"));
        AssertNothingIsLeft(scenario);
    }

    [Fact]
    public void Is_not_needed_by_an_earlier_hook_that_does_not_read_it()
    {
        using var scenario = HookScenario.Create();
        HookScenario.WriteScript(scenario.Hook("pre-push"), "#!/bin/sh\nexit 0\n");
        scenario.Install("pre-push");

        var run = scenario.Repository.Run("sh", ["-c", "head -c 3000000 /dev/zero | .git/hooks/pre-push"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(3_000_000, scenario.RecordedBytes("input").Length);
    }

    [Fact]
    public void Leaves_nothing_behind_when_the_hook_is_interrupted()
    {
        using var scenario = HookScenario.Create();
        scenario.WriteEarlier("earlier", "pre-push");
        scenario.Install("pre-push");

        // The input never ends: the hook is still reading when its process group is told to go.
        var run = scenario.Repository.Run(
            "bash", ["-c", "mkfifo ../input; exec 9<>../input; timeout --signal=TERM 1 .git/hooks/pre-push <&9; echo $?"]);

        Assert.Equal("124\n", run.Output);
        Assert.Null(scenario.Recorded("earlier"));
        Assert.Null(scenario.Recorded("arguments"));
        AssertNothingIsLeft(scenario);
    }

    [Fact]
    public void Of_post_rewrite_reaches_both()
    {
        using var scenario = HookScenario.Create();
        scenario.Repository.CommitAll();
        scenario.WriteEarlier("earlier", "post-rewrite");
        scenario.Install("post-rewrite");

        scenario.Repository.Git("commit", "--quiet", "--amend", "--message", "other");

        Assert.Equal("hook\npost-rewrite\n--\namend\n", scenario.Recorded("arguments"));
        Assert.Equal(82, scenario.Recorded("input")!.Length);
        Assert.Equal(scenario.Recorded("input"), scenario.Recorded("earlier-input"));
    }

    private static void AssertNothingIsLeft(HookScenario scenario) =>
        Assert.Empty(Directory.GetFiles(scenario.Repository.PathOf(".git"), "firsttry*"));
}
