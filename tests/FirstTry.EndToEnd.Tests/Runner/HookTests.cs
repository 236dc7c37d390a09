using System;
using System.IO;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Runner;

/// <summary>Who answers a commit, and that it is always the right graph.</summary>
[Collection(RunnerCollection.Name)]
public sealed class HookTests(CompiledRepository compiled)
{
    [Fact]
    public void The_build_names_the_runner_and_the_hooks_that_start_it()
    {
        Assert.Contains("compiled firsttry.yml in ", compiled.Build.Output, StringComparison.Ordinal);
        Assert.Contains("firsttry-runner", compiled.Build.Output, StringComparison.Ordinal);
        Assert.Contains("the hooks start it", compiled.Build.Output, StringComparison.Ordinal);
        Assert.Equal("", compiled.Build.Error);
    }

    [Fact]
    public void A_commit_goes_through_the_runner()
    {
        using var repository = compiled.Copy(nameof(A_commit_goes_through_the_runner));
        repository.Write("app.py", "x = 2\n");

        var commit = repository.TryGit("commit", "--all", "--message", "good");

        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.Equal(["firsttry-runner"], CompiledRepository.Runs(repository));
        Assert.DoesNotContain("build", commit.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_commit_is_stopped_by_the_runner()
    {
        using var repository = compiled.Copy(nameof(A_bad_commit_is_stopped_by_the_runner));
        repository.Write("app.py", "x = 2  # FIXME\n");

        var commit = repository.TryGit("commit", "--all", "--message", "bad");

        Assert.Equal(1, commit.ExitCode);
        Assert.Contains("app.py:1:x = 2  # FIXME", commit.Error, StringComparison.Ordinal);
        Assert.Equal("base", repository.Git("log", "-1", "--format=%s"));
    }

    [Fact]
    public void A_fix_goes_into_the_commit_and_unstaged_work_stays()
    {
        using var repository = compiled.Copy(nameof(A_fix_goes_into_the_commit_and_unstaged_work_stays));
        repository.Write("a.up", "one\n\n\n\n\n\ntwo\n");
        repository.Git("add", "a.up");
        repository.Write("a.up", "one\n\n\n\n\n\ntwo\nmine\n");
        repository.Write("app.py", "x = 1\ny = 'FIXME, but not staged'\n");

        var commit = repository.TryGit("commit", "--message", "fixed");

        Assert.True(commit.ExitCode == 0 || commit.Error.Contains("dropped", StringComparison.Ordinal), commit.ToString());
        Assert.Contains("mine\n", repository.Read("a.up"), StringComparison.Ordinal);
        Assert.Equal("x = 1\ny = 'FIXME, but not staged'\n", repository.Read("app.py"));
        Assert.Equal(["firsttry-runner"], CompiledRepository.Runs(repository));
    }

    [Fact]
    public void A_changed_config_is_followed_by_the_very_next_commit()
    {
        using var repository = compiled.Copy(nameof(A_changed_config_is_followed_by_the_very_next_commit));
        repository.Write("firsttry.yml", CompiledRepository.Config.Replace("FIXME", "HACK", StringComparison.Ordinal));
        repository.Write("app.py", "x = 2  # HACK\n");

        var commit = repository.TryGit("commit", "--all", "--message", "bad");

        Assert.Equal(1, commit.ExitCode);
        Assert.Contains("app.py:1:x = 2  # HACK", commit.Error, StringComparison.Ordinal);
        Assert.Contains("firsttry build", commit.Error, StringComparison.Ordinal);
        Assert.Equal(["firsttry"], CompiledRepository.Runs(repository));

        repository.Write("firsttry.yml", CompiledRepository.Config);
        Assert.Equal(0, repository.TryGit("commit", "--all", "--message", "as compiled again").ExitCode);
        Assert.Equal(["firsttry", "firsttry-runner"], CompiledRepository.Runs(repository));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_staged_of_the_config_counts_whichever_of_the_two_was_compiled(bool isStagedCompiled)
    {
        using var repository = compiled.Copy(nameof(What_is_staged_of_the_config_counts_whichever_of_the_two_was_compiled));
        var other = CompiledRepository.Config.Replace("FIXME", "HACK", StringComparison.Ordinal);
        repository.Write("firsttry.yml", isStagedCompiled ? CompiledRepository.Config : other);
        repository.Write("app.py", isStagedCompiled ? "x = 2  # FIXME\n" : "x = 2  # HACK\n");
        repository.Git("add", "--all");
        repository.Write("firsttry.yml", isStagedCompiled ? other : CompiledRepository.Config);

        var commit = repository.TryGit("commit", "--message", "bad");

        Assert.Equal(1, commit.ExitCode);
        Assert.Contains("app.py:1:x = 2", commit.Error, StringComparison.Ordinal);
        Assert.Contains("what is staged of it counts", commit.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_personal_config_counts_from_the_next_commit()
    {
        using var repository = compiled.Copy(nameof(A_personal_config_counts_from_the_next_commit));
        repository.Write("firsttry.local.yml", "checks: { no-fixme: { run: \"! grep -Hn MINE {files}\", files: \"*.py\" } }\n");
        repository.Write("app.py", "x = 2  # MINE\n");

        var commit = repository.TryGit("commit", "--all", "--message", "bad");

        Assert.Equal(1, commit.ExitCode);
        Assert.Equal(["firsttry"], CompiledRepository.Runs(repository));
    }

    [Theory]
    [InlineData("rm -r .git/firsttry/runner")]
    [InlineData("rm .git/firsttry/runner/*/firsttry-runner")]
    [InlineData("chmod a-x .git/firsttry/runner/*/firsttry-runner")]
    [InlineData("rm .git/firsttry/runner/current")]
    [InlineData(": > .git/firsttry/runner/current")]
    [InlineData("echo ../../nowhere > .git/firsttry/runner/current")]
    public void Without_a_runner_the_hooks_run_firsttry(string damage)
    {
        using var repository = compiled.Copy(nameof(Without_a_runner_the_hooks_run_firsttry));
        Shell(repository, damage);
        repository.Write("app.py", "x = 2\n");

        var commit = repository.TryGit("commit", "--all", "--message", "good");

        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.Equal(["firsttry"], CompiledRepository.Runs(repository));
    }

    [Fact]
    public void A_linked_worktree_has_its_own_config_and_shares_the_runner()
    {
        using var repository = compiled.Copy(nameof(A_linked_worktree_has_its_own_config_and_shares_the_runner));
        var linked = Path.Combine(repository.Outside, "linked");
        repository.Git("worktree", "add", "--quiet", "-b", "other", linked);
        File.WriteAllText(Path.Combine(linked, "app.py"), "x = 2\n");

        var same = CommandLine.Run(linked, "git", ["commit", "--all", "--message", "same"], repository.Environment);
        File.WriteAllText(Path.Combine(linked, "firsttry.yml"), CompiledRepository.Config.Replace("FIXME", "HACK", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(linked, "app.py"), "x = 2  # HACK\n");
        var other = CommandLine.Run(linked, "git", ["commit", "--all", "--message", "other"], repository.Environment);
        File.WriteAllText(repository.PathOf("app.py"), "x = 2  # HACK\n");
        var main = repository.TryGit("commit", "--all", "--message", "main");

        Assert.True(same.ExitCode == 0, same.ToString());
        Assert.Equal(1, other.ExitCode);
        Assert.True(main.ExitCode == 0, main.ToString());
        Assert.Equal(["firsttry-runner", "firsttry", "firsttry-runner"], CompiledRepository.Runs(repository));
    }

    [Fact]
    public void A_runner_goes_on_alone_when_firsttry_is_gone_and_reads_a_changed_config_itself()
    {
        using var repository = compiled.Copy(nameof(A_runner_goes_on_alone_when_firsttry_is_gone_and_reads_a_changed_config_itself));
        var runner = CompiledRepository.Executable(repository);
        repository.Environment["PATH"] = "/usr/bin:/bin";
        repository.Environment["HOME"] = repository.Outside;
        repository.Write("firsttry.yml", CompiledRepository.Config.Replace("FIXME", "HACK", StringComparison.Ordinal));
        repository.Write("app.py", "x = 2  # HACK\n");
        repository.Git("add", "--all");

        // The program that compiled it cannot be taken away from other tests: a name space without it has the same effect.
        var hidden = Path.Combine(repository.Outside, "empty");
        Directory.CreateDirectory(hidden);
        var folder = Path.GetDirectoryName(PublishedBinary.Location)!;
        var script = $"mount --bind '{hidden}' '{folder}' 2>/dev/null || exit 99; exec '{runner}' hook pre-commit --";
        var hook = repository.Run("unshare", ["--mount", "--map-root-user", "sh", "-c", script]);
        if (hook.ExitCode == 99 || hook.Error.StartsWith("unshare:", StringComparison.Ordinal))
        {
            return;
        }

        Assert.Equal(1, hook.ExitCode);
        Assert.Contains("app.py:1:x = 2  # HACK", hook.ToString(), StringComparison.Ordinal);
        Assert.Equal(["firsttry-runner"], CompiledRepository.Runs(repository));
    }

    [Fact]
    public void An_updated_firsttry_answers_until_the_next_build()
    {
        using var repository = compiled.Copy(nameof(An_updated_firsttry_answers_until_the_next_build));
        var runner = CompiledRepository.Executable(repository);
        var updated = Path.Combine(repository.Outside, "updated");
        File.Copy(PublishedBinary.Location, updated);
        File.SetLastWriteTimeUtc(updated, DateTime.UtcNow.AddDays(-1));
        repository.Write("app.py", "x = 2  # FIXME\n");
        repository.Git("add", "--all");

        // In a name space of its own, for other tests use the program.
        var script = $"mount --bind '{updated}' '{PublishedBinary.Location}' 2>/dev/null || exit 99; exec '{runner}' hook pre-commit --";
        var hook = repository.Run("unshare", ["--mount", "--map-root-user", "sh", "-c", script]);
        if (hook.ExitCode == 99 || hook.Error.StartsWith("unshare:", StringComparison.Ordinal))
        {
            return;
        }

        Assert.Equal(1, hook.ExitCode);
        Assert.Contains("firsttry has changed since 'firsttry build'", hook.Error, StringComparison.Ordinal);
        Assert.Equal(["firsttry"], CompiledRepository.Runs(repository));
    }

    [Fact]
    public void Commands_that_are_not_the_runners_are_those_of_firsttry()
    {
        using var repository = compiled.Copy(nameof(Commands_that_are_not_the_runners_are_those_of_firsttry));

        var listed = repository.Run(CompiledRepository.Executable(repository), ["list"]);

        Assert.Equal(repository.Firsttry("list").Output, listed.Output);
        Assert.Equal(0, listed.ExitCode);
    }

    [Fact]
    public void Removing_the_runners_leaves_hooks_that_run_firsttry()
    {
        using var repository = compiled.Copy(nameof(Removing_the_runners_leaves_hooks_that_run_firsttry));

        var removed = repository.Firsttry("build", "--remove");

        Assert.True(removed.ExitCode == 0, removed.ToString());
        Assert.False(Directory.Exists(CompiledRepository.Place(repository)));
        repository.Write("app.py", "x = 2\n");
        Assert.Equal(0, repository.TryGit("commit", "--all", "--message", "good").ExitCode);
        Assert.Equal(["firsttry"], CompiledRepository.Runs(repository));
    }

    private static void Shell(TemporaryRepository repository, string script)
    {
        var result = repository.Run("sh", ["-c", script]);
        Assert.True(result.ExitCode == 0, result.ToString());
    }
}
