using System;
using System.Collections.Generic;
using System.IO;
using FirstTry.Git.Hooks;
using FirstTry.Processes;
using FirstTry.Testing;

namespace FirstTry.Git.Tests.Hooks;

[Collection(ProgramsWrittenByTests.Name)]
public sealed class What_cannot_be_installed
{
    [Fact]
    public void A_bare_repository_is_named_and_left_alone()
    {
        using var repository = TemporaryRepository.Create(["--bare"]);
        var before = HookScenario.Photograph(Path.Combine(repository.Root, "hooks"));

        var refusal = Assert.Throws<GitException>(
            () => new HookInstaller(repository.Root, EnvironmentBlock.FromCurrentProcess()).Install(["pre-commit"], force: true, binaryPath: null));

        Assert.Contains("bare repository", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, HookScenario.Photograph(Path.Combine(repository.Root, "hooks")));
    }

    [Fact]
    public void Outside_a_repository_git_says_so()
    {
        using var directory = TemporaryDirectory.Create();
        var environment = EnvironmentBlock.FromCurrentProcess().With("GIT_CEILING_DIRECTORIES", directory.FullPath).Without("GIT_DIR");

        var refusal = Assert.Throws<GitException>(
            () => new HookInstaller(directory.FullPath, environment).Install(["pre-commit"], force: false, binaryPath: null));

        Assert.Contains("not a git repository", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_hook_gets_the_nearest_name()
    {
        using var scenario = HookScenario.Create();
        var before = HookScenario.Photograph(scenario.HooksDirectory);

        var refusal = Assert.Throws<GitException>(
            () => scenario.Installer().Install(["pre-push", "pre-comit"], force: false, binaryPath: null));

        Assert.Equal("Git has no hook 'pre-comit'. Did you mean 'pre-commit'?", refusal.Message);
        Assert.Equal(before, HookScenario.Photograph(scenario.HooksDirectory));
    }

    [Fact]
    public void A_file_where_the_directory_should_be_is_left_alone()
    {
        using var scenario = HookScenario.Create();
        Directory.Delete(scenario.HooksDirectory, recursive: true);
        File.WriteAllText(scenario.HooksDirectory, "a file");

        var refusal = Assert.Throws<GitException>(() => scenario.Install());

        Assert.Contains("not a directory", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("a file", File.ReadAllText(scenario.HooksDirectory));
    }

    [Theory]
    [InlineData("/dev/null", "not a directory")]
    [InlineData("", "git runs no hooks")]
    public void Hooks_that_are_switched_off_stay_so(string hooksPath, string reason)
    {
        using var scenario = HookScenario.Create();
        scenario.Repository.Git("config", "core.hooksPath", hooksPath);

        var refusal = Assert.Throws<GitException>(() => scenario.Install(force: true));

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("core.hooksPath", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_that_fails_undoes_all_before_it()
    {
        using var scenario = HookScenario.Create();
        scenario.WriteEarlier("earlier");
        scenario.Installer().Install(["pre-push"], force: false, "/old/firsttry");
        var before = Names(HookScenario.Photograph(scenario.HooksDirectory));

        var refusal = Assert.Throws<GitException>(() => HookTransaction.Run(transaction =>
        {
            transaction.CreateDirectory(scenario.Repository.PathOf("made/for hooks"));
            transaction.Stage(scenario.Repository.PathOf("made/for hooks/pre-commit"), [0]);
            transaction.PutInsteadOf(transaction.Stage(scenario.Hook(), [1]), scenario.Hook(), scenario.Hook("aside"));
            transaction.Put(transaction.Stage(scenario.Hook("pre-push"), [2]), scenario.Hook("pre-push"));
            transaction.Put(transaction.Stage(scenario.Hook("commit-msg"), [3]), scenario.Hook("commit-msg"));
            transaction.Remove(scenario.Hook("pre-push"));
            transaction.Restore(scenario.Hook("aside"), scenario.Hook("aside-restored"));
            transaction.Stage(Path.Combine(scenario.HooksDirectory, "no such directory", "x"), [4]);
        }));

        Assert.Contains("nothing was", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, Names(HookScenario.Photograph(scenario.HooksDirectory)));
        Assert.False(Directory.Exists(scenario.Repository.PathOf("made")));
    }

    // Times of our own scripts are not promised; bytes, modes and links are.
    private static List<string> Names(IReadOnlyList<string> photograph)
    {
        var lines = new List<string>();
        foreach (var line in photograph)
        {
            var words = line.Split(' ');
            lines.Add(string.Join(' ', words[..^2]) + words[^1]);
        }

        return lines;
    }
}
