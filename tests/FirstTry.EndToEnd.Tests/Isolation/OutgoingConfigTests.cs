using System;
using System.IO;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Isolation;

/// <summary>What is committed or pushed is checked by the config that goes out with it, not by one that has unstaged changes.</summary>
public sealed class OutgoingConfigTests
{
    private const string Failing = "version: 1\nchecks:\n  strict: { run: \"false\" }\nhooks:\n  pre-commit: { checks: [strict] }\n  pre-push: { checks: [strict] }\n";
    private const string Passing = "version: 1\nchecks:\n  lax: { run: \"true\" }\nhooks:\n  pre-commit: { checks: [lax] }\n  pre-push: { checks: [lax] }\n";

    [Fact]
    public void A_commit_is_checked_by_the_config_that_is_staged()
    {
        using var repository = WithConfig(Passing);
        Stage(repository, Failing);
        repository.Write("firsttry.yml", Passing);

        var commit = repository.TryGit("commit", "-m", "part");

        Assert.True(commit.ExitCode == 1, commit.ToString());
        Assert.Contains("strict", commit.ToString(), StringComparison.Ordinal);
        Assert.Contains("firsttry.yml has unstaged changes: what is staged of it counts", commit.Error, StringComparison.Ordinal);
        Assert.Equal(Passing, repository.Read("firsttry.yml"));
    }

    [Theory]
    [InlineData("version: [")]
    [InlineData(Failing)]
    [InlineData(null)]
    public void What_is_not_staged_of_the_config_stops_no_commit(string? unstaged)
    {
        using var repository = WithConfig(Passing);
        Stage(repository, Passing + "# staged\n");
        repository.Write("firsttry.yml", unstaged ?? Passing + "# more\n");

        var commit = repository.TryGit("commit", "-m", "part");

        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.Contains("lax", commit.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_staged_config_with_an_error_stops_the_commit()
    {
        using var repository = WithConfig(Passing);
        Stage(repository, "version: [\n");
        repository.Write("firsttry.yml", Passing);

        var commit = repository.TryGit("commit", "-m", "part");

        Assert.True(commit.ExitCode != 0, commit.ToString());
        Assert.Contains("firsttry.yml(", commit.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_commit_of_named_files_is_checked_by_the_config_that_it_leaves()
    {
        using var repository = WithConfig(Passing);
        repository.Write("firsttry.yml", Failing);
        repository.Write("a.txt", "new\n");

        var commit = repository.TryGit("commit", "-m", "part", "a.txt");

        Assert.True(commit.ExitCode == 0, commit.ToString());
    }

    [Fact]
    public void The_personal_config_counts_as_it_lies_there()
    {
        using var repository = WithConfig(Passing);
        repository.Write("firsttry.local.yml", "version: 1\n");
        Stage(repository, Failing);
        repository.Write("firsttry.yml", Passing);
        repository.Write("firsttry.local.yml", "version: 1\nchecks:\n  strict: { run: \"true\" }\n");

        var commit = repository.TryGit("commit", "-m", "part");

        Assert.True(commit.ExitCode == 0, commit.ToString());
    }

    [Fact]
    public void A_config_that_is_only_announced_counts_as_it_lies_there()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("firsttry.yml", Failing);
        repository.Firsttry("install");
        repository.Git("add", "--intent-to-add", "firsttry.yml");

        var commit = repository.TryGit("commit", "--allow-empty", "-m", "first");

        Assert.True(commit.ExitCode == 1, commit.ToString());
    }

    [Fact]
    public void A_push_is_checked_by_the_config_of_its_commit()
    {
        using var repository = WithConfig(Passing);
        Stage(repository, Failing);
        repository.Git("commit", "--quiet", "--no-verify", "-m", "strict");
        repository.Write("firsttry.yml", Passing);

        var push = repository.TryGit("push", "origin", "main");

        Assert.True(push.ExitCode != 0, push.ToString());
        Assert.Contains("strict", push.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_push_of_another_branch_is_checked_by_the_config_of_that_branch()
    {
        using var repository = WithConfig(Passing);
        TreePicture.Shell(repository, "git checkout -q -b side");
        Stage(repository, Failing);
        repository.Git("commit", "--quiet", "--no-verify", "-m", "strict");
        repository.Git("checkout", "--quiet", "main");

        var push = repository.TryGit("push", "origin", "side");

        Assert.True(push.ExitCode != 0, push.ToString());
        Assert.Contains("strict", push.ToString(), StringComparison.Ordinal);
    }

    private static void Stage(TemporaryRepository repository, string config)
    {
        repository.Write("firsttry.yml", config);
        repository.Git("add", "firsttry.yml");
    }

    private static TemporaryRepository WithConfig(string config, [System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        var repository = TemporaryRepository.Create(test: test);
        repository.Write("firsttry.yml", config);
        repository.Write("a.txt", "old\n");
        repository.Write(".gitignore", "firsttry.local.yml\n");
        repository.Git("init", "--quiet", "--bare", Path.Combine(repository.Outside, "remote.git"));
        repository.Git("remote", "add", "origin", Path.Combine(repository.Outside, "remote.git"));
        repository.Firsttry("install");
        repository.CommitAll("base");
        repository.Git("push", "--quiet", "--no-verify", "origin", "main");
        return repository;
    }
}
