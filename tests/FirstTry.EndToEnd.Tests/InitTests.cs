using System;
using System.IO;
using System.Text.Json;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests;

/// <summary>A newcomer's first minute.</summary>
public sealed class InitTests
{
    [Fact]
    public void Init_writes_a_config_that_validates_the_schema_beside_it_and_the_hooks()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("readme.txt", "hello\n");

        var init = repository.Firsttry("init");

        Assert.True(init.ExitCode == 0, init.ToString());
        Assert.StartsWith("# yaml-language-server: $schema=./firsttry.schema.json\n", repository.Read("firsttry.yml"), StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(Path.Combine(PublishedBinary.RepositoryRoot, "firsttry.schema.json")), repository.Read("firsttry.schema.json"));
        Assert.True(File.Exists(repository.PathOf(".git/hooks/pre-commit")));
        Assert.True(File.Exists(repository.PathOf(".git/hooks/pre-push")));
        Assert.Equal(0, repository.Firsttry("validate").ExitCode);
        Assert.Equal(0, repository.TryGit("check-ignore", "firsttry.local.yml").ExitCode);

        repository.Git("add", "--all");
        var commit = repository.TryGit("commit", "-m", "first");

        Assert.True(commit.ExitCode == 0, commit.ToString());
    }

    [Fact]
    public void Init_never_overwrites_a_config_without_force()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("firsttry.yml", "version: 1\n# mine\n");

        var init = repository.Firsttry("init");

        Assert.Equal(2, init.ExitCode);
        Assert.Contains("--force", init.Error, StringComparison.Ordinal);
        Assert.Equal("version: 1\n# mine\n", repository.Read("firsttry.yml"));
        Assert.False(File.Exists(repository.PathOf(".git/hooks/pre-commit")));

        Assert.Equal(0, repository.Firsttry("init", "--force").ExitCode);
        Assert.NotEqual("version: 1\n# mine\n", repository.Read("firsttry.yml"));
    }

    [Theory]
    [InlineData("firsttry.schema.json")]
    [InlineData(".gitignore")]
    public void A_file_that_cannot_be_written_is_named(string name)
    {
        using var repository = TemporaryRepository.Create();
        repository.Write(name + "/in-the-way", "");

        var init = repository.Firsttry("init");

        Assert.Equal(2, init.ExitCode);
        Assert.StartsWith($"firsttry: {name} cannot be written: ", init.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(repository.PathOf("firsttry.schema.json.new")));
    }

    [Fact]
    public void A_folder_in_the_place_of_the_config_is_called_one()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("firsttry.yml/x", "");

        var run = repository.Firsttry("run");

        Assert.Equal((2, "firsttry: firsttry.yml is a folder. Rename it: a config is a file.\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public void A_dry_run_prints_the_config_and_writes_nothing()
    {
        using var repository = TemporaryRepository.Create();

        var init = repository.Firsttry("init", "--dry-run");

        Assert.True(init.ExitCode == 0, init.ToString());
        Assert.Contains("version: 1", init.Output, StringComparison.Ordinal);
        Assert.Equal("", repository.Git("status", "--porcelain"));
        Assert.False(File.Exists(repository.PathOf(".git/hooks/pre-commit")));
    }

    [Fact]
    public void Uninstall_gives_back_what_was_there()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write(".git/hooks/pre-commit", "#!/bin/sh\necho mine\n");
        repository.Run("chmod", ["755", ".git/hooks/pre-commit"]);

        Assert.Equal(0, repository.Firsttry("init").ExitCode);
        Assert.NotEqual("#!/bin/sh\necho mine\n", repository.Read(".git/hooks/pre-commit"));
        var uninstall = repository.Firsttry("uninstall");

        Assert.True(uninstall.ExitCode == 0, uninstall.ToString());
        Assert.Equal("#!/bin/sh\necho mine\n", repository.Read(".git/hooks/pre-commit"));
        Assert.False(File.Exists(repository.PathOf(".git/hooks/pre-push")));
    }

    [Fact]
    public void List_and_plan_speak_json()
    {
        using var repository = TemporaryRepository.Create();
        repository.Firsttry("init");

        using var list = JsonDocument.Parse(repository.Firsttry("list", "--format", "json").Output);
        using var plan = JsonDocument.Parse(repository.Firsttry("plan", "--format", "json").Output);

        Assert.Equal(1, list.RootElement.GetProperty("schema").GetInt32());
        Assert.NotEqual(0, list.RootElement.GetProperty("checks").GetArrayLength());
        Assert.Equal(1, plan.RootElement.GetProperty("schema").GetInt32());
    }
}
