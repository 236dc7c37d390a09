using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using FirstTry.Git.Hooks;
using FirstTry.Testing;

namespace FirstTry.Git.Tests.Hooks;

[Collection(ProgramsWrittenByTests.Name)]
public sealed class The_script_on_disk
{
    private const string Called = "hook\npre-commit\n--\n";

    public static TheoryData<string> Places => ["PATH", "node_modules/.bin", "~/.dotnet/tools", "~/.local/bin"];

    [Fact]
    public void Lets_the_checks_decide()
    {
        using var scenario = HookScenario.Create();
        scenario.Install();
        scenario.LetChecksFail();

        var commit = scenario.Commit();

        Assert.NotEqual(0, commit.ExitCode);
        Assert.Equal(Called, scenario.Recorded("arguments"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Is_silent_without_a_config_be_firsttry_there_or_not(bool isThere)
    {
        using var scenario = HookScenario.Create(withConfig: false);
        scenario.Install();
        if (!isThere)
        {
            File.Delete(scenario.Binary);
        }

        var commit = scenario.Commit();

        Assert.Equal(new CommandResult(0, "", ""), commit);
        Assert.Null(scenario.Recorded("arguments"));
    }

    [Fact]
    public void Is_silent_on_a_branch_without_a_config_and_checks_on_one_with()
    {
        using var scenario = HookScenario.Create();
        scenario.Repository.CommitAll();
        scenario.Repository.Git("switch", "--quiet", "--orphan", "bare-branch");
        scenario.Install();

        var without = scenario.Commit();
        var recordedWithout = scenario.Recorded("arguments");
        scenario.Repository.Git("switch", "--quiet", "main");
        var with = scenario.Commit();

        Assert.Equal(new CommandResult(0, "", ""), without);
        Assert.Null(recordedWithout);
        Assert.Equal(0, with.ExitCode);
        Assert.Equal(Called, scenario.Recorded("arguments"));
    }

    [Theory]
    [InlineData("firsttry.yaml")]
    [InlineData("dangling")]
    public void Takes_anything_of_the_configs_name_for_a_config(string kind)
    {
        using var scenario = HookScenario.Create(withConfig: false);
        scenario.Install();
        if (kind == "dangling")
        {
            File.CreateSymbolicLink(scenario.Repository.PathOf("firsttry.yml"), "gone.yml");
        }
        else
        {
            scenario.Repository.Write(kind, "checks: {}\n");
        }

        scenario.Commit();

        Assert.Equal(Called, scenario.Recorded("arguments"));
    }

    [Fact]
    public void Says_in_one_line_that_checks_were_skipped_when_they_are_switched_off()
    {
        using var scenario = HookScenario.Create();
        scenario.Install();
        scenario.Repository.Environment["FIRSTTRY"] = "0";

        var commit = scenario.Commit();

        Assert.Equal(new CommandResult(0, "", "firsttry: FIRSTTRY=0: all checks of pre-commit were skipped\n"), commit);
        Assert.Null(scenario.Recorded("arguments"));
    }

    [Fact]
    public void Stops_the_commit_in_one_line_when_firsttry_is_nowhere()
    {
        using var scenario = HookScenario.Create();
        scenario.Install();
        File.Delete(scenario.Binary);

        var commit = scenario.Commit();

        Assert.NotEqual(0, commit.ExitCode);
        Assert.Contains("install it or put it into PATH", commit.Error, StringComparison.Ordinal);
        Assert.Contains("FIRSTTRY=0", commit.Error, StringComparison.Ordinal);
        Assert.Single(commit.Error.TrimEnd('\n').Split('\n'));
        Assert.Equal("", scenario.Repository.Git("rev-list", "--all"));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Finds_firsttry_elsewhere_when_the_remembered_one_is_gone(string place)
    {
        using var scenario = HookScenario.Create();
        scenario.Install();
        var directory = place switch
        {
            "PATH" => Path.Combine(scenario.Repository.Outside, "in path"),
            "node_modules/.bin" => scenario.Repository.PathOf(place),
            _ => Path.Combine(scenario.Repository.Outside, place[2..]),
        };
        Directory.CreateDirectory(directory);
        File.Move(scenario.Binary, Path.Combine(directory, "firsttry"));
        if (place == "PATH")
        {
            scenario.Repository.Environment["PATH"] = directory + ":" + Environment.GetEnvironmentVariable("PATH");
        }

        var commit = scenario.Commit();

        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.Equal(Called, scenario.Recorded("arguments"));
    }

    [Fact]
    public void Prefers_the_remembered_firsttry_to_the_one_in_PATH()
    {
        using var scenario = HookScenario.Create();
        var other = Path.Combine(scenario.Repository.Outside, "other");
        HookScenario.WriteScript(Path.Combine(other, "firsttry"), "#!/bin/sh\necho other >>\"$RECORDS/arguments\"\n");
        scenario.Repository.Environment["PATH"] = other + ":" + Environment.GetEnvironmentVariable("PATH");
        scenario.Install();

        scenario.Commit();

        Assert.Equal(Called, scenario.Recorded("arguments"));
    }

    [Theory]
    [InlineData("with space")]
    [InlineData("it's \"quoted\"")]
    [InlineData("back\\slash\\n")]
    [InlineData("new\nline\n")]
    [InlineData("$(touch oops) `id` {{ x }} ;&|*")]
    public void Finds_a_firsttry_and_a_repository_with_any_name(string name)
    {
        using var scenario = HookScenario.Create();
        var binary = Path.Combine(scenario.Repository.Outside, name, "firsttry");
        Directory.CreateDirectory(Path.GetDirectoryName(binary)!);
        File.Copy(scenario.Binary, binary);
        var repository = Path.Combine(scenario.Repository.Outside, name, "repo");
        scenario.Repository.Git("clone", "--quiet", scenario.Repository.Root, repository);
        File.WriteAllText(Path.Combine(repository, "firsttry.yml"), "checks: {}\n");
        HookScenario.WriteScript(Path.Combine(repository, ".git/hooks/pre-push"), "#!/bin/sh\ncat >>\"$RECORDS/earlier-input\"\n");

        scenario.Installer(repository).Install(["pre-commit", "pre-push"], force: false, binary);
        var commit = scenario.Commit(repository);
        var push = CommandLine.Run(repository, "git", ["push", "--quiet", "origin", "HEAD:refs/heads/other"], scenario.Repository.Environment);

        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.True(push.ExitCode == 0, push.ToString());
        Assert.StartsWith(Called + "hook\npre-push\n--\norigin\n", scenario.Recorded("arguments"), StringComparison.Ordinal);
        Assert.EndsWith($"refs/heads/other {new string('0', 40)}\n", scenario.Recorded("earlier-input"), StringComparison.Ordinal);
        Assert.Equal(scenario.Recorded("earlier-input"), scenario.Recorded("input"));
    }

    [Fact]
    public void Hands_over_arguments_and_needs_no_other_program_or_process()
    {
        using var scenario = HookScenario.Create();
        HookScenario.WriteScript(scenario.Binary, "#!/bin/sh\nprintf '%s|' $$ \"$@\"\n");
        scenario.Install("commit-msg");
        scenario.Repository.Environment["PATH"] = "/nonexistent";

        var result = scenario.Repository.Run(
            "/bin/sh", ["-c", "printf '%s|' $$; exec .git/hooks/commit-msg \"$@\"", "sh", "a  b", "", "*", "-x", "new\nline"]);

        var fields = result.Output.Split('|');
        Assert.Equal(fields[0], fields[1]);
        Assert.Equal(["hook", "commit-msg", "--", "a  b", "", "*", "-x", "new\nline", ""], fields[2..]);
        Assert.Equal("", result.Error);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Passes_the_environment_on_untouched(bool withEarlier)
    {
        using var scenario = HookScenario.Create();
        scenario.Repository.CommitAll();
        var recording = "#!/bin/sh\nenv >\"$RECORDS/environment\"\n";
        HookScenario.WriteScript(scenario.Hook(), recording);
        Commit();
        var asGitGives = scenario.Recorded("environment");
        File.Delete(scenario.Hook());
        if (withEarlier)
        {
            scenario.WriteEarlier("earlier");
        }

        HookScenario.WriteScript(scenario.Binary, recording);
        scenario.Install();
        Commit();

        Assert.Contains("GIT_INDEX_FILE=", asGitGives, StringComparison.Ordinal);
        Assert.Equal(asGitGives, scenario.Recorded("environment"));

        void Commit() => scenario.Repository.Git("commit", "--quiet", "--allow-empty", "--message", "x");
    }

    [Fact]
    public void Works_at_the_receiving_side_of_a_push()
    {
        using var scenario = HookScenario.Create();
        scenario.Repository.CommitAll();
        scenario.Repository.Git("config", "receive.denyCurrentBranch", "ignore");
        var clone = Path.Combine(scenario.Repository.Outside, "clone");
        scenario.Repository.Git("clone", "--quiet", scenario.Repository.Root, clone);
        scenario.WriteEarlier("earlier", "pre-receive");
        scenario.Install("pre-receive");

        var push = CommandLine.Run(clone, "git", ["push", "--quiet", "origin", "HEAD:refs/heads/other"], scenario.Repository.Environment);

        Assert.True(push.ExitCode == 0, push.ToString());
        Assert.Equal("hook\npre-receive\n--\n", scenario.Recorded("arguments"));
        Assert.EndsWith(" refs/heads/other\n", scenario.Recorded("input"), StringComparison.Ordinal);
        Assert.Equal(scenario.Recorded("input"), scenario.Recorded("earlier-input"));
    }

    [Fact]
    public void Is_plain_text_with_unix_line_ends_and_runnable_by_all()
    {
        using var scenario = HookScenario.Create();

        scenario.Install();

        var bytes = File.ReadAllBytes(scenario.Hook());
        Assert.DoesNotContain((byte)'\r', bytes);
        Assert.StartsWith("#!/bin/sh\n# firsttry hook 1 sha256:", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Contains("-rwxr-xr-x", scenario.Repository.Run("ls", ["-l", scenario.Hook()]).Output, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Variants()
    {
        var data = new TheoryData<string, string>();
        foreach (var hook in (IReadOnlyList<string>)["pre-commit", "pre-push", "reference-transaction"])
        {
            foreach (var variant in (IReadOnlyList<string>)["plain", "earlier", "binary", "earlier and binary in the worktree"])
            {
                data.Add(hook, variant);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void Is_understood_by_dash_and_bash(string hook, string variant)
    {
        using var directory = TemporaryDirectory.Create();
        var earlier = variant.Contains("earlier", StringComparison.Ordinal) ? hook + ".before-firsttry" : null;
        var binary = variant.Contains("binary", StringComparison.Ordinal)
            ? new RememberedBinary("it's here/firsttry", variant.Contains("worktree", StringComparison.Ordinal))
            : null;
        var script = directory.PathOf("hook");

        File.WriteAllBytes(script, HookScript.Render(hook, earlier, binary, isInGitDirectory: true));

        Assert.Equal(new CommandResult(0, "", ""), CommandLine.Run(directory.FullPath, "dash", ["-n", script]));
        Assert.Equal(new CommandResult(0, "", ""), CommandLine.Run(directory.FullPath, "bash", ["--posix", "-n", script]));
        Assert.DoesNotContain("\n\n\n", File.ReadAllText(script), StringComparison.Ordinal);
    }
}
