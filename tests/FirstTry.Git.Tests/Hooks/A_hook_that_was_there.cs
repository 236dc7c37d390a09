using System;
using System.IO;
using System.Runtime.Versioning;
using FirstTry.Git.Hooks;

namespace FirstTry.Git.Tests.Hooks;

[UnsupportedOSPlatform("windows")]
[Collection(ProgramsWrittenByTests.Name)]
public sealed class A_hook_that_was_there
{
    public static TheoryData<string> Kinds =>
        ["plain", "link", "dangling link", "link to a directory", "not executable", "windows line ends", "mentions firsttry", "directory", "empty", "no shebang"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Is_kept_byte_for_byte_and_comes_back_by_uninstall(string kind)
    {
        using var scenario = HookScenario.Create();
        Put(kind, scenario);
        var before = HookScenario.Photograph(scenario.HooksDirectory);
        var hook = HookScenario.Describe(scenario.Hook());

        var installed = scenario.Install();
        var kept = HookScenario.Describe(Assert.Single(installed.Kept));
        var uninstalled = scenario.Uninstall();

        Assert.Equal(HookChange.Installed, installed.Change);
        Assert.Equal(hook, kept);
        Assert.Contains(installed.Kept[0], Assert.Single(installed.Messages), StringComparison.Ordinal);
        Assert.Equal(HookChange.Restored, uninstalled.Change);
        Assert.Equal(before, HookScenario.Photograph(scenario.HooksDirectory));
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("link")]
    [InlineData("mentions firsttry")]
    [InlineData("no shebang")]
    public void Runs_first_and_then_the_checks(string kind)
    {
        using var scenario = HookScenario.Create();
        Put(kind, scenario);

        var report = scenario.Install();
        var commit = scenario.Commit();

        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.True(report.EarlierRuns);
        Assert.Equal("earlier\n", scenario.Recorded("earlier"));
        Assert.Equal("hook\npre-commit\n--\n", scenario.Recorded("arguments"));
    }

    [Theory]
    [InlineData("dangling link")]
    [InlineData("link to a directory")]
    [InlineData("not executable")]
    [InlineData("directory")]
    public void Is_not_run_when_git_would_not_have_run_it(string kind)
    {
        using var scenario = HookScenario.Create();
        Put(kind, scenario);

        var report = scenario.Install();
        var commit = scenario.Commit();

        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.False(report.EarlierRuns);
        Assert.Null(scenario.Recorded("earlier"));
        Assert.Equal("hook\npre-commit\n--\n", scenario.Recorded("arguments"));
    }

    [Fact]
    public void With_windows_line_ends_stops_the_commit_as_it_did_under_git()
    {
        using var scenario = HookScenario.Create();
        Put("windows line ends", scenario);
        var alone = scenario.Commit();

        scenario.Install();
        var chained = scenario.Commit();

        Assert.NotEqual(0, alone.ExitCode);
        Assert.NotEqual(0, chained.ExitCode);
        Assert.Null(scenario.Recorded("arguments"));
    }

    [Fact]
    public void Stops_the_commit_when_it_fails_and_the_checks_do_not_run()
    {
        using var scenario = HookScenario.Create();
        scenario.WriteEarlier("earlier", exitCode: 3);

        scenario.Install();
        var commit = scenario.Commit();

        Assert.NotEqual(0, commit.ExitCode);
        Assert.Equal("earlier\n", scenario.Recorded("earlier"));
        Assert.Null(scenario.Recorded("arguments"));
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, "0")]
    public void Runs_without_a_config_and_with_checks_switched_off(bool withConfig, string? firsttry)
    {
        using var scenario = HookScenario.Create(withConfig);
        scenario.WriteEarlier("earlier", exitCode: 1);
        scenario.Repository.Environment["FIRSTTRY"] = firsttry;

        scenario.Install();
        var commit = scenario.Commit();

        Assert.NotEqual(0, commit.ExitCode);
        Assert.Equal("earlier\n", scenario.Recorded("earlier"));
        Assert.Null(scenario.Recorded("arguments"));
    }

    [Fact]
    public void Is_kept_with_all_before_it_when_ours_was_replaced_and_the_latest_runs()
    {
        using var scenario = HookScenario.Create();
        scenario.WriteEarlier("first");
        scenario.Install();
        scenario.WriteEarlier("second");
        var second = HookScenario.Describe(scenario.Hook());

        var report = scenario.Install();
        scenario.Commit();

        Assert.Equal(second, HookScenario.Describe(report.Earlier!));
        Assert.Equal(2, report.Messages.Count);
        Assert.EndsWith($"{scenario.Hook("pre-commit.before-firsttry")} and is not run.", report.Messages[1], StringComparison.Ordinal);
        Assert.Equal("second\n", scenario.Recorded("earlier"));
        Assert.Contains("echo first", File.ReadAllText(scenario.Hook("pre-commit.before-firsttry")), StringComparison.Ordinal);
        Assert.Equal("hook\npre-commit\n--\n", scenario.Recorded("arguments"));
    }

    [Fact]
    public void Never_takes_the_name_of_something_else()
    {
        using var scenario = HookScenario.Create();
        scenario.WriteEarlier("earlier");
        File.WriteAllText(scenario.Hook("pre-commit.before-firsttry"), "somebody's notes");
        var before = HookScenario.Photograph(scenario.HooksDirectory);

        var report = scenario.Install();
        scenario.Commit();
        scenario.Uninstall();

        Assert.EndsWith(".2", report.Earlier!, StringComparison.Ordinal);
        Assert.Equal("earlier\n", scenario.Recorded("earlier"));
        Assert.Equal(before, HookScenario.Photograph(scenario.HooksDirectory));
    }

    [Fact]
    public void That_is_a_link_to_another_hook_runs_what_that_hook_was_and_no_check_twice()
    {
        using var scenario = HookScenario.Create();
        scenario.WriteEarlier("earlier");
        File.CreateSymbolicLink(scenario.Hook("commit-msg"), "pre-commit");
        var before = HookScenario.Photograph(scenario.HooksDirectory);

        scenario.Installer().Install(["pre-commit", "commit-msg"], force: false, scenario.Binary);
        var commit = scenario.Commit();
        var recorded = scenario.Recorded("arguments");
        scenario.Installer().Uninstall();

        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.Equal("earlier\nearlier\n", scenario.Recorded("earlier"));
        Assert.Equal("hook\npre-commit\n--\nhook\ncommit-msg\n--\n.git/COMMIT_EDITMSG\n", recorded);
        Assert.Equal(before, HookScenario.Photograph(scenario.HooksDirectory));
    }

    private static void Put(string kind, HookScenario scenario)
    {
        var hook = scenario.Hook();
        var target = scenario.Repository.PathOf("tools/hook.sh");
        scenario.WriteEarlier("earlier");
        var script = File.ReadAllText(hook);
        switch (kind)
        {
            case "link":
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Move(hook, target);
                File.CreateSymbolicLink(hook, "../../tools/hook.sh");
                break;
            case "dangling link":
                File.Delete(hook);
                File.CreateSymbolicLink(hook, "../../tools/gone.sh");
                break;
            case "link to a directory":
                File.Delete(hook);
                File.CreateSymbolicLink(hook, "..");
                break;
            case "not executable":
                File.SetUnixFileMode(hook, UnixFileMode.UserRead | UnixFileMode.UserWrite);
                break;
            case "windows line ends":
                File.WriteAllText(hook, script.Replace("\n", "\r\n", StringComparison.Ordinal));
                break;
            case "mentions firsttry":
                File.WriteAllText(hook, script.Replace("#!/bin/sh\n", "#!/bin/sh\n# not a firsttry hook 1 sha256:00\n# firsttry hook pre-commit\n", StringComparison.Ordinal));
                break;
            case "directory":
                File.Delete(hook);
                Directory.CreateDirectory(hook);
                File.WriteAllText(Path.Combine(hook, "notes"), "kept");
                break;
            case "empty":
                File.WriteAllText(hook, "");
                break;
            case "no shebang":
                File.WriteAllText(hook, script.Replace("#!/bin/sh\n", "", StringComparison.Ordinal));
                break;
        }
    }
}
