using System.IO;
using FirstTry.Processes;
using FirstTry.Testing;

namespace FirstTry.Git.Tests;

public sealed class AbsentFilesTests
{
    private const string Zero = "0000000000000000000000000000000000000000";

    [Fact]
    public void Files_of_a_pushed_commit_that_is_not_checked_out_are_named_apart()
    {
        using var repository = TemporaryRepository.Create();
        repository.CommitAll();
        repository.Git("switch", "--quiet", "--create", "topic");
        repository.Write("topic.txt", "1\n");
        repository.CommitAll();
        var tip = repository.Git("rev-parse", "HEAD");
        repository.Git("switch", "--quiet", "main");

        var changes = repository.Changes().Pushed([new PushedRef("refs/heads/topic", tip, "refs/heads/topic", Zero)], "origin");

        Assert.Empty(changes.Files);
        Assert.Equal(["topic.txt"], changes.Absent.Names());
    }

    [Fact]
    public void Between_two_commits_only_what_can_be_looked_at_counts_as_file()
    {
        using var repository = TemporaryRepository.Create();
        repository.CommitAll();
        repository.Write("a.txt", "1\n");
        repository.Write("b", "1\n");
        repository.CommitAll();
        File.Delete(repository.PathOf("a.txt"));
        File.Delete(repository.PathOf("b"));
        repository.Write("b/now-a-folder.txt", "1\n");

        var changes = repository.Changes().LastCommit();

        Assert.Empty(changes.Files);
        Assert.Equal(["a.txt", "b"], changes.Absent.Names());
    }

    [Fact]
    public void A_repository_that_git_refuses_is_an_error_and_not_an_empty_push()
    {
        using var repository = TemporaryRepository.Create();
        repository.CommitAll();
        var worktree = repository.Worktree();
        var tip = repository.Git("rev-parse", "HEAD");
        repository.Git("config", "core.repositoryFormatVersion", "99");

        Assert.Throws<GitException>(
            () => new ChangeReader(worktree, repository.Block()).Pushed([new PushedRef("refs/heads/main", tip, "refs/heads/main", Zero)], "origin"));
    }

    [Fact]
    public void A_missing_git_is_an_error_and_not_an_empty_push()
    {
        using var repository = TemporaryRepository.Create();
        repository.CommitAll();
        var reader = new ChangeReader(repository.Worktree(), EnvironmentBlock.Empty.With("PATH", repository.Outside));
        var pushed = new PushedRef("refs/heads/main", repository.Git("rev-parse", "HEAD"), "refs/heads/main", Zero);

        Assert.Throws<GitException>(() => reader.Pushed([pushed], "origin"));
    }

    [Fact]
    public void A_removed_submodule_is_no_deleted_file()
    {
        using var repository = TemporaryRepository.Create();
        repository.CommitAll();
        repository.Git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", repository.Root, "sub");
        repository.CommitAll();
        repository.Git("rm", "--quiet", "-f", "sub");

        Assert.Empty(repository.Staged().Deleted);
        Assert.Empty(repository.Changes().WorkingTree().Deleted);
    }

    [Fact]
    public void A_file_that_was_only_touched_is_no_change()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("a.txt", "1\n");
        repository.CommitAll();
        File.SetLastWriteTimeUtc(repository.PathOf("a.txt"), new System.DateTime(2001, 2, 3, 4, 5, 6, System.DateTimeKind.Utc));

        Assert.Empty(repository.Changes().WorkingTree().Files);
    }

    [Fact]
    public void Before_the_first_commit_the_working_tree_is_all_new()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("staged.txt", "1\n");
        repository.Git("add", "--all");
        repository.Write("untracked.txt", "1\n");

        Assert.Equal(["staged.txt", "untracked.txt"], repository.Changes().WorkingTree().Files.Names());
    }
}
