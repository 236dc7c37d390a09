using System;
using System.Collections.Generic;
using System.IO;
using FirstTry.Testing;

namespace FirstTry.Git.Tests.Hooks;

[Collection(ProgramsWrittenByTests.Name)]
public sealed class Where_git_looks
{
    private const string Called = "hook\npre-commit\n--\n";

    [Theory]
    [InlineData("--local", "shared hooks")]
    [InlineData("--local", "{outside}/shared hooks")]
    [InlineData("--local", "~/shared hooks")]
    [InlineData("--worktree", "shared hooks")]
    public void Is_asked_of_git_for_a_hooksPath_of_the_repository(string scope, string value)
    {
        using var scenario = HookScenario.Create();
        scenario.Repository.Git("config", "extensions.worktreeConfig", "true");
        scenario.Repository.Git("config", scope, "core.hooksPath", value.Replace("{outside}", scenario.Repository.Outside, StringComparison.Ordinal));

        var report = scenario.Install();
        var commit = scenario.Commit();

        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.Equal("shared hooks", Path.GetFileName(Path.GetDirectoryName(report.Path)));
        Assert.Equal(Called, scenario.Recorded("arguments"));
        Assert.False(File.Exists(scenario.Hook()));
    }

    [Fact]
    public void Is_the_same_from_a_subdirectory()
    {
        using var scenario = HookScenario.Create();
        scenario.Repository.Write("sub/dir/file", "");
        scenario.Repository.Git("config", "core.hooksPath", "hooks of mine");

        var installation = scenario.Installer(scenario.Repository.PathOf("sub/dir")).Install(["pre-commit"], force: false, scenario.Binary);
        var commit = scenario.Commit(scenario.Repository.PathOf("sub/dir"));

        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.Equal(scenario.Repository.PathOf("hooks of mine"), installation.Directory);
        Assert.Equal(Called, scenario.Recorded("arguments"));
    }

    [Theory]
    [InlineData("-c")]
    [InlineData("GIT_CONFIG_COUNT")]
    public void Is_taken_from_the_command_line_and_the_user_is_told(string way)
    {
        using var scenario = HookScenario.Create();
        if (way == "-c")
        {
            // What `git -c core.hooksPath=passing` hands to the programs it starts.
            scenario.Repository.Environment["GIT_CONFIG_PARAMETERS"] = scenario.Repository.Git(
                "-c", "core.hooksPath=passing", "-c", "alias.parameters=!printf '%s' \"$GIT_CONFIG_PARAMETERS\"", "parameters");
        }
        else
        {
            scenario.Repository.Environment["GIT_CONFIG_COUNT"] = "1";
            scenario.Repository.Environment["GIT_CONFIG_KEY_0"] = "core.hooksPath";
            scenario.Repository.Environment["GIT_CONFIG_VALUE_0"] = "passing";
        }

        var installation = scenario.Installer().Install(["pre-commit"], force: false, scenario.Binary);
        var commit = scenario.Commit();

        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.Equal(scenario.Repository.PathOf("passing"), installation.Directory);
        Assert.Contains("command line or the environment", Assert.Single(installation.Messages), StringComparison.Ordinal);
        Assert.Equal(Called, scenario.Recorded("arguments"));
    }

    [Theory]
    [InlineData("GIT_CONFIG_GLOBAL", "the whole user")]
    [InlineData("GIT_CONFIG_SYSTEM", "the whole system")]
    public void Is_not_written_into_without_force_when_it_is_set_for_user_or_system(string variable, string whom)
    {
        using var scenario = HookScenario.Create();
        var (config, directory) = SetShared(scenario, variable);
        var before = (File.ReadAllText(config), HookScenario.Photograph(directory), HookScenario.Photograph(scenario.HooksDirectory));

        var refusal = Assert.Throws<GitException>(() => scenario.Install());

        Assert.Contains(whom, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(config, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("--force", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("git config --local core.hooksPath", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before.Item1, File.ReadAllText(config));
        Assert.Equal(before.Item2, HookScenario.Photograph(directory));
        Assert.Equal(before.Item3, HookScenario.Photograph(scenario.HooksDirectory));
    }

    [Theory]
    [InlineData("GIT_CONFIG_GLOBAL")]
    [InlineData("GIT_CONFIG_SYSTEM")]
    public void Is_written_into_with_force_when_it_is_set_for_user_or_system_and_never_unset(string variable)
    {
        using var scenario = HookScenario.Create();
        var (config, directory) = SetShared(scenario, variable);
        var before = HookScenario.Photograph(directory);
        var setting = File.ReadAllText(config);

        var installation = scenario.Installer().Install(["pre-commit"], force: true, scenario.Binary);
        var commit = scenario.Commit();
        scenario.Uninstall();

        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.Equal(directory, installation.Directory);
        Assert.Single(installation.Messages);
        Assert.Equal("shared\n", scenario.Recorded("earlier"));
        Assert.Equal(Called, scenario.Recorded("arguments"));
        Assert.Equal(setting, File.ReadAllText(config));
        Assert.Equal(before, HookScenario.Photograph(directory));
    }

    [Fact]
    public void Is_the_repositorys_own_when_that_is_set_over_the_users()
    {
        using var scenario = HookScenario.Create();
        SetShared(scenario, "GIT_CONFIG_GLOBAL");
        scenario.Repository.Git("config", "--local", "core.hooksPath", scenario.HooksDirectory);

        var report = scenario.Install();
        scenario.Commit();

        Assert.Equal(scenario.Hook(), report.Path);
        Assert.Equal(Called, scenario.Recorded("arguments"));
    }

    [Fact]
    public void Is_shared_by_linked_worktrees_and_names_none_of_them()
    {
        using var scenario = HookScenario.Create();
        scenario.Repository.CommitAll();
        var linked = Path.Combine(scenario.Repository.Outside, "linked");
        scenario.Repository.Git("worktree", "add", "--quiet", linked);
        HookScenario.WriteScript(Path.Combine(linked, "bin/firsttry"), "#!/bin/sh\necho here >>\"$RECORDS/arguments\"\n");

        var installation = scenario.Installer(linked).Install(["pre-commit"], force: false, Path.Combine(linked, "bin/firsttry"));
        var fromLinked = scenario.Commit(linked);
        var fromMainWithout = scenario.Commit();
        File.Copy(scenario.Binary, Path.Combine(Directory.CreateDirectory(scenario.Repository.PathOf("bin")).FullName, "firsttry"));
        var fromMain = scenario.Commit();

        var script = File.ReadAllText(Assert.Single(installation.Hooks).Path);
        Assert.Equal(scenario.HooksDirectory, installation.Directory);
        Assert.DoesNotContain(scenario.Repository.Outside, script, StringComparison.Ordinal);
        Assert.True(fromLinked.ExitCode == 0, fromLinked.ToString());
        Assert.NotEqual(0, fromMainWithout.ExitCode);
        Assert.True(fromMain.ExitCode == 0, fromMain.ToString());
        Assert.Equal("here\n" + Called, scenario.Recorded("arguments"));
    }

    [Fact]
    public void Is_shared_by_linked_worktrees_with_a_firsttry_in_the_git_directory()
    {
        using var scenario = HookScenario.Create();
        scenario.Repository.CommitAll();
        var linked = Path.Combine(scenario.Repository.Outside, "linked");
        scenario.Repository.Git("worktree", "add", "--quiet", linked);
        File.Move(scenario.Binary, scenario.Repository.PathOf(".git/firsttry"));

        scenario.Installer().Install(["pre-commit"], force: false, scenario.Repository.PathOf(".git/firsttry"));
        var commit = scenario.Commit(linked);

        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.Equal(Called, scenario.Recorded("arguments"));
    }

    [Fact]
    public void In_a_submodule_is_the_submodules_own_place()
    {
        using var library = TemporaryRepository.Create();
        library.CommitAll();
        using var scenario = HookScenario.Create();
        scenario.Repository.Git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", library.Root, "lib");
        scenario.Repository.Write("lib/firsttry.yml", "checks: {}\n");

        var installation = scenario.Installer(scenario.Repository.PathOf("lib")).Install(["pre-commit"], force: false, scenario.Binary);
        var commit = scenario.Commit(scenario.Repository.PathOf("lib"));

        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.Equal(scenario.Repository.PathOf(".git/modules/lib/hooks"), installation.Directory);
        Assert.Equal(Called, scenario.Recorded("arguments"));
    }

    [Fact]
    public void Follows_GIT_DIR()
    {
        using var scenario = HookScenario.Create();
        using var other = TemporaryRepository.Create();
        scenario.Repository.Environment["GIT_DIR"] = other.PathOf(".git");
        scenario.Repository.Environment["GIT_WORK_TREE"] = scenario.Repository.Root;

        var report = scenario.Install();
        var commit = scenario.Commit();

        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.Equal(other.PathOf(".git/hooks/pre-commit"), report.Path);
        Assert.Equal(Called, scenario.Recorded("arguments"));
    }

    [Fact]
    public void Is_made_where_it_is_missing()
    {
        using var scenario = HookScenario.Create();
        Directory.Delete(scenario.HooksDirectory, recursive: true);

        scenario.Install();
        scenario.Commit();

        Assert.Equal(Called, scenario.Recorded("arguments"));
    }

    [Fact]
    public void Is_told_by_an_inspection_with_what_lies_there()
    {
        using var scenario = HookScenario.Create();
        scenario.Repository.Git("config", "core.hooksPath", "mine");
        scenario.Installer().Install(["pre-commit", "pre-push", "commit-msg"], force: false, binaryPath: null);
        HookScenario.WriteScript(scenario.Repository.PathOf("mine/post-commit"), "#!/bin/sh\n");
        File.AppendAllText(scenario.Repository.PathOf("mine/pre-push"), "# edited\n");
        File.Delete(scenario.Repository.PathOf("mine/commit-msg"));

        var inspection = scenario.Installer().Inspect();

        var states = new List<string>();
        foreach (var hook in inspection.Hooks)
        {
            states.Add($"{hook.Name} {hook.State}");
        }

        Assert.Equal(["pre-commit Ours", "post-commit Foreign", "pre-push Edited"], states);
        Assert.Equal("local", inspection.HooksPath?.Scope);
        Assert.Equal("mine", inspection.HooksPath?.Value);
    }

    private static (string Config, string Directory) SetShared(HookScenario scenario, string variable)
    {
        var directory = Path.Combine(scenario.Repository.Outside, "everybodys hooks");
        HookScenario.WriteScript(Path.Combine(directory, "pre-commit"), "#!/bin/sh\necho shared >>\"$RECORDS/earlier\"\n");
        var config = Path.Combine(scenario.Repository.Outside, "shared.config");
        File.WriteAllText(config, $"[core]\n\thooksPath = {directory}\n");
        scenario.Repository.Environment[variable] = config;
        if (variable == "GIT_CONFIG_SYSTEM")
        {
            scenario.Repository.Environment["GIT_CONFIG_NOSYSTEM"] = null;
        }

        return (config, directory);
    }
}
