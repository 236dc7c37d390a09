using System;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text.Json;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests;

/// <summary>What would let a commit go unchecked is found, said with the way out, and makes exit code 1.</summary>
public sealed class DoctorTests
{
    private const string Config = """
        version: 1
        checks:
          lint: { run: "grep -L FIXME {files}", files: "*.py" }
        profiles:
          quick: { checks: [lint] }
        hooks:
          pre-commit: quick
        """;

    [Fact]
    public void A_repository_in_which_every_commit_is_checked_is_healthy()
    {
        using var repository = Healthy();

        var text = repository.Firsttry("doctor");

        Assert.Equal((0, "Every commit here is checked.\n"), (text.ExitCode, text.Output));
        Assert.Equal("{\"schema\":1,\"healthy\":true,\"findings\":[]}\n", repository.Firsttry("doctor", "--format", "json").Output);
    }

    [Fact]
    public void A_hook_that_is_missing_edited_foreign_old_or_not_executable_is_found()
    {
        using var repository = Healthy();
        var hook = repository.PathOf(".git/hooks/pre-commit");
        var script = File.ReadAllText(hook);

        File.AppendAllText(hook, "# mine\n");
        AssertFound(repository, "hook-edited");
        File.WriteAllText(hook, "#!/bin/sh\n");
        AssertFound(repository, "hook-foreign");
        File.Delete(hook);
        AssertFound(repository, "hook-missing");
        File.WriteAllText(hook, script);
        File.SetUnixFileMode(hook, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        AssertFound(repository, "hook-not-executable");
    }

    [Fact]
    public void A_hooksPath_without_our_hooks_is_found_with_the_place_that_sets_it()
    {
        using var repository = Healthy();
        repository.Git("config", "core.hooksPath", "elsewhere");

        var finding = Assert.Single(Findings(repository));

        Assert.Equal("hook-missing", finding.GetProperty("id").GetString());
        Assert.Contains("core.hooksPath, set in file:.git/config", finding.GetProperty("what").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_binary_that_has_gone_is_a_problem_where_PATH_has_none_either()
    {
        using var repository = Healthy();
        var folder = Directory.CreateDirectory(Path.Combine(repository.Outside, "elsewhere")).FullName;
        var hook = repository.PathOf(".git/hooks/pre-commit");
        File.WriteAllText(hook, File.ReadAllText(hook).Replace(PublishedBinary.Location, folder + "/firsttry", StringComparison.Ordinal));

        Assert.Contains("binary-missing", Ids(repository));
    }

    [Theory]
    [InlineData("[no-such-tool, --check]", "no-such-tool")]
    [InlineData("cd . && no-such-tool --check | sort", "no-such-tool")]
    [InlineData("\"if true; then X=1 no-such-tool; fi\"", "no-such-tool")]
    [InlineData("./no-such-script.sh", "./no-such-script.sh")]
    public void A_tool_that_is_not_there_is_found(string command, string tool)
    {
        using var repository = Healthy(Config.Replace("\"grep -L FIXME {files}\"", command, StringComparison.Ordinal));

        var finding = Assert.Single(Findings(repository));

        Assert.Equal("tool-missing", finding.GetProperty("id").GetString());
        Assert.Contains($"'lint' starts '{tool}'", finding.GetProperty("what").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("command -v no-such-tool && no-such-tool")]
    [InlineData("\"for no_such in a b; do echo no-such-tool; done\"")]
    [InlineData("\"echo 'a; no-such-tool' > /dev/null\"")]
    [InlineData("\"$TOOL --check\"")]
    public void A_script_that_finds_its_tools_itself_is_left_alone(string command)
    {
        using var repository = Healthy(Config.Replace("\"grep -L FIXME {files}\"", command, StringComparison.Ordinal));

        Assert.Empty(Findings(repository));
    }

    [Fact]
    public void A_config_with_errors_or_none_and_a_stale_schema_are_found()
    {
        using var repository = Healthy();
        repository.Write("firsttry.schema.json", "{}\n");
        AssertFound(repository, "schema-stale");
        File.Delete(repository.PathOf("firsttry.schema.json"));
        repository.Write("firsttry.yml", Config + "\nworkers: none\n");
        AssertFound(repository, "config-problem");
        File.Delete(repository.PathOf("firsttry.yml"));
        AssertFound(repository, "config-missing");
    }

    [Fact]
    public void Files_that_git_was_told_to_overlook_are_found()
    {
        using var repository = Healthy();
        repository.Write("a.py", "a\n");
        repository.Write("b.py", "b\n");
        repository.CommitAll();
        repository.Git("update-index", "--assume-unchanged", "a.py");
        repository.Git("update-index", "--skip-worktree", "b.py");

        Assert.Equal(["assume-unchanged", "skip-worktree"], Ids(repository));
    }

    [Theory]
    [InlineData("core.fileMode", "file-mode")]
    [InlineData("core.symlinks", "symlinks")]
    public void Settings_that_make_git_blind_are_found(string setting, string id)
    {
        using var repository = Healthy();
        repository.Git("config", setting, "false");

        Assert.Equal([id], Ids(repository));
    }

    [Fact]
    public void Variables_that_switch_checks_off_are_found()
    {
        using var repository = Healthy();
        repository.Environment["FIRSTTRY"] = "0";
        repository.Environment["FIRSTTRY_SKIP"] = "lint";

        Assert.Equal(["switched-off", "checks-skipped"], Ids(repository));
    }

    [Fact]
    public void A_store_that_cannot_be_written_is_found()
    {
        using var repository = Healthy();
        repository.Environment["FIRSTTRY_CACHE_DIR"] = "/proc/no-such-folder";

        AssertFound(repository, "store-not-writable");
    }

    [Fact]
    public void Backups_of_hidden_work_are_good_to_know_and_no_problem()
    {
        using var repository = Healthy();
        repository.Write("a.py", "a\n");
        repository.CommitAll();
        repository.Write("a.py", "b\n");
        repository.Git("commit", "--quiet", "--allow-empty", "--message", "nothing");
        Assert.Empty(Findings(repository));
        repository.Write("c.py", "c\n");
        repository.Git("add", "c.py");
        repository.TryGit("commit", "--quiet", "--message", "c");

        Assert.Equal(["backups-kept"], Ids(repository));
    }

    [Fact]
    public void Outside_of_a_repository_there_is_nothing_to_examine()
    {
        using var directory = TemporaryDirectory.Create();

        var result = CommandLine.Run(directory.FullPath, PublishedBinary.Location, ["doctor"]);

        Assert.Equal(2, result.ExitCode);
    }

    private static void AssertFound(TemporaryRepository repository, string id) => Assert.Equal([id], Ids(repository));

    private static string[] Ids(TemporaryRepository repository) =>
        [.. Findings(repository).Select(finding => finding.GetProperty("id").GetString()!)];

    private static JsonElement[] Findings(TemporaryRepository repository)
    {
        var result = repository.Firsttry("doctor", "--format", "json");
        using var document = JsonDocument.Parse(result.Output);
        var findings = document.RootElement.GetProperty("findings").EnumerateArray().Select(finding => finding.Clone()).ToArray();
        Assert.Equal(findings.Any(finding => finding.GetProperty("severity").GetString() == "problem") ? 1 : 0, result.ExitCode);
        Assert.All(findings, finding => Assert.NotEmpty(finding.GetProperty("way_out").GetString()!));
        return findings;
    }

    private static TemporaryRepository Healthy(string config = Config, [CallerMemberName] string test = "")
    {
        var repository = TemporaryRepository.Create(test: test);
        repository.Write("firsttry.yml", config + "\n");
        var install = repository.Firsttry("install");
        Assert.True(install.ExitCode == 0, install.ToString());
        return repository;
    }
}
