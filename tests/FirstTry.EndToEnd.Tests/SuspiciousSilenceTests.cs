using System;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests;

/// <summary>What would look like a pass although nothing was checked.</summary>
public sealed class SuspiciousSilenceTests
{
    [Fact]
    public void A_hook_that_the_config_does_not_have_says_that_nothing_is_checked()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("firsttry.yml", "checks: { a: { run: \"true\" } }\n");

        var hook = repository.Firsttry("hook", "pre-commit");

        Assert.Equal(0, hook.ExitCode);
        Assert.Equal("firsttry: the config has no hook 'pre-commit': nothing is checked. Add it below 'hooks', or take it out of git with 'firsttry uninstall' and 'firsttry install'.\n", hook.Error);
    }

    [Theory]
    [InlineData("version: 1\n", "the config has no checks")]
    [InlineData("checks: { a: { run: \"true\" } }\nprofiles: { pre: { checks: [] } }\n", "there are no checks in this profile", "pre")]
    public void A_run_without_checks_says_that_nothing_is_checked(string config, string words, params string[] target)
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("firsttry.yml", config);

        var run = repository.Firsttry(["run", .. target]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("firsttry: nothing is checked: " + words, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_config_in_another_encoding_is_refused_at_its_place()
    {
        using var repository = TemporaryRepository.Create();
        System.IO.File.WriteAllBytes(repository.PathOf("firsttry.yml"), [.. "checks:\n  a: { run: \"true\", description: \"gr"u8, 0xF6, .. "\" }\n"u8]);

        var run = repository.Firsttry("run");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("firsttry.yml(2,37): error FT0044: The byte 0xF6 is not UTF-8. Save the file as UTF-8.\n", run.Error);
    }

    [Fact]
    public void A_git_that_fails_in_a_hook_stops_the_commit_and_names_the_way_out()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("firsttry.yml", "checks: { a: { run: \"true\" } }\nhooks: { pre-commit: { checks: [a] } }\n");
        repository.Write(".git/index", "garbage");

        var hook = repository.Firsttry("hook", "pre-commit");

        Assert.Equal(2, hook.ExitCode);
        Assert.Contains("The index of this repository is damaged: its checksum is wrong. 'git reset' writes it anew", hook.Error, StringComparison.Ordinal);
        Assert.Contains("FIRSTTRY=0", hook.Error, StringComparison.Ordinal);
    }
}
