using System;
using System.IO;
using System.Text.Json;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Isolation;

/// <summary>Files that are saved while a mutating check runs: what nobody answers for is never staged.</summary>
public sealed class EditorsMeanwhileTests
{
    [Fact]
    public void What_is_saved_while_a_command_without_files_runs_is_not_committed()
    {
        using var repository = Repository(Mend(BackgroundRun.Gate));
        using var run = BackgroundRun.StartUntilChecked(repository, "git", "commit", "-m", "part");

        repository.Write("a.txt", "saved\n");
        BackgroundRun.LetGo(repository);

        Assert.True(run.WaitForExit() == 1, run.Said);
        Assert.Contains("changed during the run: a.txt, by 'mend' or by somebody else", run.Said, StringComparison.Ordinal);
        AssertOnlyInTree(repository, "saved");
    }

    [Fact]
    public void What_is_saved_outside_of_the_files_of_a_command_is_not_committed_and_the_check_is_named_that_ran()
    {
        using var repository = Repository(Mend(BackgroundRun.Gate + "; sed -i 1iheader a.md", "*.md"));
        using var run = BackgroundRun.StartUntilChecked(repository, "git", "commit", "-m", "part");

        repository.Write("a.txt", "saved\n");
        BackgroundRun.LetGo(repository);

        Assert.True(run.WaitForExit() == 1, run.Said);
        Assert.Contains("fixed a.md; changed during the run: a.txt, while only 'mend' ran", run.Said, StringComparison.Ordinal);
        Assert.StartsWith("header", repository.Git("show", ":a.md"), StringComparison.Ordinal);
        AssertOnlyInTree(repository, "saved");
    }

    [Fact]
    public void What_is_saved_of_a_file_that_is_not_handed_over_is_not_committed()
    {
        using var repository = Repository(Mend(BackgroundRun.Gate + "; : {files}", "*.md"));
        using var run = BackgroundRun.StartUntilChecked(repository, "git", "commit", "-m", "part");

        repository.Write("a.txt", "saved\n");
        BackgroundRun.LetGo(repository);

        Assert.True(run.WaitForExit() == 1, run.Said);
        AssertOnlyInTree(repository, "saved");
    }

    [Fact]
    public void A_file_that_is_saved_while_one_fixer_runs_is_not_committed_by_the_next()
    {
        using var repository = Repository(
            Mend(BackgroundRun.Gate + "; : {files}", "*.md") + "\n" + Mend("sed -i 1iheader {files}", "*.txt", "next"), "mend, next", "fail_fast: never, workers: 1");
        using var run = BackgroundRun.StartUntilChecked(repository, "git", "commit", "-m", "part");

        repository.Write("a.txt", "saved\n");
        BackgroundRun.LetGo(repository);

        Assert.True(run.WaitForExit() == 1, run.Said);
        AssertOnlyInTree(repository, "saved");
    }

    [Fact]
    public void A_file_outside_of_the_commit_that_is_saved_is_named_and_left_alone()
    {
        using var repository = Repository(Mend(BackgroundRun.Gate));
        using var run = BackgroundRun.StartUntilChecked(repository, "git", "commit", "-m", "part");

        repository.Write("plain.txt", "saved\n");
        BackgroundRun.LetGo(repository);

        Assert.True(run.WaitForExit() == 0, run.Said);
        Assert.Contains("plain.txt", run.Said, StringComparison.Ordinal);
        Assert.Equal(" M plain.txt", repository.Git("status", "--porcelain"));
        Assert.Equal("saved\n", repository.Read("plain.txt"));
    }

    [Fact]
    public void A_file_that_hides_unstaged_lines_keeps_them_and_what_a_command_without_files_did_and_nothing_of_it_is_staged()
    {
        using var repository = Repository(Mend("sed -i 1iheader a.txt"));
        TreePicture.Shell(repository, "sed -i s/^10$/ten/ a.txt");

        var commit = repository.TryGit("commit", "-m", "part");

        Assert.True(commit.ExitCode == 1, commit.ToString());
        AssertOnlyInTree(repository, "header");
        Assert.Contains("\nten\n", repository.Read("a.txt"), StringComparison.Ordinal);
        Assert.DoesNotContain("ten", repository.Git("show", ":a.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_fixers_of_other_files_run_beside_each_other_and_both_fixes_are_committed()
    {
        using var repository = Repository(
            Mend("touch ../one; until [ -e ../two ]; do sleep 0.01; done; sed -i 1iheader {files}", "*.md", "one") + "\n"
            + Mend("touch ../two; until [ -e ../one ]; do sleep 0.01; done; sed -i 1iheader {files}", "*.txt", "two"), "one, two", "workers: 2");
        TreePicture.Shell(repository, "sed -i s/^10$/ten/ a.txt a.md");

        var commit = repository.TryGit("commit", "-m", "part");

        Assert.True(commit.ExitCode == 0, commit.ToString());
        foreach (var file in new[] { "a.txt", "a.md" })
        {
            Assert.StartsWith("header\n", repository.Git("show", $"HEAD:{file}"), StringComparison.Ordinal);
            Assert.DoesNotContain("ten", repository.Git("show", $"HEAD:{file}"), StringComparison.Ordinal);
            Assert.Contains("\nten\n", repository.Read(file), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_file_of_a_fixer_that_is_saved_before_it_begins_beside_another_is_not_committed()
    {
        using var repository = Repository(
            Mend("touch ../long; until [ -e ../late ]; do sleep 0.01; done; : {files}", "*.md", "long") + "\n"
            + Mend(BackgroundRun.Gate + "; : {files}", "*.yml", "gate") + "\n"
            + Mend("touch ../late; sed -i 1iheader {files}", "*.txt", "late"),
            "long, gate, late",
            "fail_fast: never, workers: 2");
        repository.Write("c.yml", "a: 1\n");
        repository.Git("add", "c.yml");
        using var run = BackgroundRun.StartUntilChecked(repository, "git", "commit", "-m", "part");
        run.WaitUntil(() => File.Exists(Path.Combine(repository.Outside, "long")));

        repository.Write("a.txt", "saved\n");
        BackgroundRun.LetGo(repository);

        Assert.True(run.WaitForExit() == 1, run.Said);
        Assert.Contains("also has unstaged changes", run.Said, StringComparison.Ordinal);
        AssertOnlyInTree(repository, "saved");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_of_a_fixer_that_is_written_after_its_end_while_another_runs_is_reported_and_not_committed(bool isHidden)
    {
        using var repository = Repository(
            Mend("touch ../one; until [ -e ../two ]; do sleep 0.01; done; sleep 0.5; echo saved >> a.txt; : {files}", "*.md", "one") + "\n"
            + Mend("until [ -e ../one ]; do sleep 0.01; done; touch ../two; : {files}", "*.txt", "two"),
            "one, two",
            "fail_fast: never, workers: 2",
            test: $"after-its-end-{isHidden}");
        TreePicture.Shell(repository, isHidden ? "sed -i s/^10$/ten/ a.txt" : ":");

        var commit = repository.TryGit("commit", "-m", "part");

        Assert.True(commit.ExitCode == 1, commit.ToString());
        Assert.Contains("changed during the run: a.txt, while one, two ran", commit.Error, StringComparison.Ordinal);
        Assert.Contains(isHidden ? "\nten\n" : "\n10\n", repository.Read("a.txt"), StringComparison.Ordinal);
        AssertOnlyInTree(repository, "saved");
    }

    private static void AssertOnlyInTree(TemporaryRepository repository, string word)
    {
        Assert.DoesNotContain(word, repository.Git("show", ":a.txt"), StringComparison.Ordinal);
        Assert.Contains(word, repository.Read("a.txt"), StringComparison.Ordinal);
    }

    // Two staged files.
    private static TemporaryRepository Repository(string checks, string names = "mend", string profile = "fail_fast: never", [System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        var repository = HookedRepository.Create(checks, names: $"[{names}], {profile}", test: test);
        TreePicture.Shell(repository, "seq 20 > a.md; git add .; git commit -qm md --no-verify; sed -i s/^3$/three/ a.txt a.md; git add a.txt a.md");
        return repository;
    }

    private static string Mend(string script, string? files = null, string name = "mend") =>
        $"    {name}:\n      run: {JsonSerializer.Serialize(script)}\n" + (files is null ? "" : $"      files: \"{files}\"\n") + "      bucket: mutating\n      timeout: 30s";
}
