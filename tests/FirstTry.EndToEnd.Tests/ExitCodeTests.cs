using System;
using System.IO;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests;

/// <summary>Nothing unknown ever ends in 0.</summary>
public sealed class ExitCodeTests
{
    private const string Config = """
        version: 1
        checks:
          good: { run: "true" }
          bad: { run: "exit 7" }
          missing: { run: [no-such-tool-anywhere, --version] }
        profiles:
          passing: { checks: [good] }
          failing: { checks: [good, bad] }
          broken: { checks: [missing] }
        hooks:
          pre-commit: passing
          commit-msg: passing
        """;

    [Theory]
    [InlineData(0, "run", "passing")]
    [InlineData(0, "run")]
    [InlineData(0, "run", "pre-commit")]
    [InlineData(0, "--help")]
    [InlineData(0, "--version")]
    [InlineData(0, "run", "--help")]
    [InlineData(0, "validate")]
    [InlineData(0, "list")]
    [InlineData(0, "plan", "failing")]
    [InlineData(0, "schema")]
    [InlineData(0, "completion", "bash")]
    [InlineData(1, "run", "failing")]
    [InlineData(1, "run", "broken")]
    [InlineData(2, "run", "passsing")]
    [InlineData(2, "rnu")]
    [InlineData(2)]
    [InlineData(2, "run", "--wrokers", "3")]
    [InlineData(2, "run", "-x")]
    [InlineData(2, "run", "--workers", "many")]
    [InlineData(2, "run", "--files-from", "no-such-list")]
    [InlineData(2, "run", "--workers", "0")]
    [InlineData(2, "run", "--check", "goood")]
    [InlineData(2, "run", "--skip", "goood")]
    [InlineData(2, "run", "--tag", "nothing")]
    [InlineData(2, "run", "--format", "yaml")]
    [InlineData(2, "run", "--fail-fast", "soon")]
    [InlineData(2, "run", "--color", "pink")]
    [InlineData(2, "run", "--cache", "warm")]
    [InlineData(2, "run", "--from", "no-such-ref", "--to", "HEAD")]
    [InlineData(2, "run", "--from", "HEAD")]
    [InlineData(2, "run", "--staged", "--all-files")]
    [InlineData(2, "run", "--files", "no-such-file")]
    [InlineData(2, "run", "passing", "surplus")]
    [InlineData(2, "plan", "passsing")]
    [InlineData(2, "hook", "pre-comit")]
    [InlineData(2, "hook")]
    [InlineData(2, "hook", "commit-msg")]
    [InlineData(2, "install", "pre-comit")]
    [InlineData(2, "validate", "no-such-file.yml")]
    [InlineData(2, "completion", "tcsh")]
    [InlineData(2, "list", "--format", "xml")]
    public void A_command_line_ends_in(int exitCode, params string[] arguments)
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("firsttry.yml", Config);

        var result = repository.Firsttry(arguments);

        Assert.True(result.ExitCode == exitCode, result.ToString());
    }

    [Theory]
    [InlineData("Did you mean 'run'?", "rnu")]
    [InlineData("Did you mean '--workers'?", "run", "--wrokers", "3")]
    [InlineData("Did you mean 'passing'?", "run", "passsing")]
    [InlineData("Did you mean '-v'?", "run", "-w")]
    [InlineData("Did you mean 'json'?", "run", "--format", "jsno")]
    [InlineData("Did you mean 'zsh'?", "completion", "zhs")]
    [InlineData("Did you mean 'never'?", "run", "--fail-fast", "nevr")]
    [InlineData("Did you mean 'good'?", "run", "--check", "goood")]
    [InlineData("Did you mean 'good'?", "run", "--skip", "goood")]
    [InlineData("Did you mean 'pre-commit'?", "hook", "pre-comit")]
    [InlineData("Did you mean 'pre-commit'?", "install", "pre-comit")]
    [InlineData("Did you mean 'passing'?", "plan", "passsing")]
    public void A_typo_gets_a_suggestion_on_standard_error(string suggestion, params string[] arguments)
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("firsttry.yml", Config);

        var result = repository.Firsttry(arguments);

        Assert.Contains(suggestion, result.Error, StringComparison.Ordinal);
        Assert.Equal("", result.Output);
    }

    [Theory]
    [InlineData(0, "passing")]
    [InlineData(1, "failing")]
    public void The_verdict_is_the_same_when_standard_output_is_closed(int exitCode, string profile)
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("firsttry.yml", Config);
        repository.PutFirsttryOnPath();

        var result = repository.Run("sh", ["-c", $"firsttry run {profile} >&-"]);

        Assert.True(result.ExitCode == exitCode, result.ToString());
    }

    [Theory]
    [InlineData("firsttry.yml")]
    [InlineData("firsttry.local.yml")]
    public void A_pipe_in_the_place_of_a_config_is_not_waited_for(string name)
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("firsttry.yml", Config);
        File.Delete(repository.PathOf(name));
        repository.Run("mkfifo", [name]);
        repository.PutFirsttryOnPath();

        var result = repository.Run("timeout", ["20", PublishedBinary.Location, "hook", "pre-commit"]);

        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.Contains($"{name} is not a regular file", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_in_the_place_of_a_config_is_not_read_to_its_end()
    {
        using var repository = TemporaryRepository.Create();
        File.CreateSymbolicLink(repository.PathOf("firsttry.yml"), "/dev/zero");
        repository.PutFirsttryOnPath();

        var result = repository.Run("timeout", ["20", PublishedBinary.Location, "validate"]);

        Assert.True(result.ExitCode == 2, result.ToString());
    }

    [Fact]
    public void An_index_that_was_cut_off_is_an_error()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("firsttry.yml", Config);
        repository.Write("a.txt", "1");
        repository.Write("b.txt", "1");
        repository.CommitAll();
        var index = File.ReadAllBytes(repository.PathOf(".git/index"));

        // git takes what follows the entries for more of them: it would commit files that have no name.
        File.WriteAllBytes(repository.PathOf(".git/index"), index[..^(index.Length / 3)]);
        var result = repository.Firsttry("hook", "pre-commit");

        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.Contains("git reset", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_tool_is_an_error_that_names_the_tool_and_the_check()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("firsttry.yml", Config);

        var result = repository.Firsttry("run", "broken");

        Assert.Contains("no-such-tool-anywhere", result.Output, StringComparison.Ordinal);
        Assert.Contains("missing", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Outside_a_repository_the_way_out_is_named()
    {
        using var directory = TemporaryDirectory.Create();

        var result = CommandLine.Run(directory.FullPath, PublishedBinary.Location, ["run"]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("git init", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_config_that_lies_in_a_folder_does_not_count_and_that_is_said()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("folder/firsttry.yml", Config);

        var result = CommandLine.Run(repository.PathOf("folder"), PublishedBinary.Location, ["run"], repository.Environment);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("does not count", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run --format json")]
    [InlineData("schema")]
    [InlineData("list")]
    public void Output_that_cannot_be_written_is_an_error(string arguments)
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("firsttry.yml", Config);

        var result = repository.Run("sh", ["-c", $"'{PublishedBinary.Location}' {arguments} > /dev/full"]);

        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.Contains("cannot be written", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_spellings_of_the_config_are_an_error()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("firsttry.yml", Config);
        repository.Write("firsttry.yaml", Config);

        var result = repository.Firsttry("run");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("firsttry.yaml", result.Error, StringComparison.Ordinal);
        Assert.Contains("firsttry.yml", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void All_problems_of_a_file_come_in_one_go()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("firsttry.yml", "version: 1\nchecks:\n  a: {}\n  b: { run: x, bukcet: fast }\n");

        var result = repository.Firsttry("validate");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("firsttry.yml(3,3): error FT0002: Check 'a' has neither 'run' nor 'uses'.", result.ToString(), StringComparison.Ordinal);
        Assert.Contains("firsttry.yml(4,16): error FT", result.ToString(), StringComparison.Ordinal);
        Assert.Contains("'bucket'", result.ToString(), StringComparison.Ordinal);
    }
}
