using System;
using System.Text;
using FirstTry.Testing;

namespace FirstTry.Git.Tests;

public sealed class OtherChangesTests
{
    [Fact]
    public void The_working_tree_is_compared_with_HEAD_and_untracked_files_count()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("staged.txt", "1\n");
        repository.Write("edited.txt", "1\n");
        repository.Write("same.txt", "1\n");
        repository.Write("removed.txt", "1\n");
        repository.Write(".gitignore", "ignored.txt\n");
        repository.CommitAll();
        repository.Write("staged.txt", "2\n");
        repository.Git("add", "staged.txt");
        repository.Write("edited.txt", "2\n");
        repository.Write("untracked.txt", "1\n");
        repository.Write("ignored.txt", "1\n");
        System.IO.File.Delete(repository.PathOf("removed.txt"));

        var changes = repository.Changes().WorkingTree();

        Assert.Equal(["edited.txt", "staged.txt", "untracked.txt"], changes.Files.Names());
        Assert.Equal(["removed.txt"], changes.Deleted.Names());
    }

    [Fact]
    public void All_are_the_tracked_and_untracked_files_that_exist()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("a.txt", "1\n");
        repository.Write("gone.txt", "1\n");
        repository.Write(".gitignore", "ignored.txt\n");
        repository.CommitAll();
        repository.Write("b.txt", "1\n");
        repository.Write("ignored.txt", "1\n");
        System.IO.File.Delete(repository.PathOf("gone.txt"));

        Assert.Equal([".gitignore", "a.txt", "b.txt"], repository.Changes().All().Files.Names());
    }

    [Fact]
    public void Between_two_commits_only_what_exists_in_the_second_counts()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("a.txt", "1\n");
        repository.Write("b.txt", "1\n");
        repository.CommitAll();
        repository.Git("tag", "--annotate", "--message", "one", "one");
        repository.Write("a.txt", "2\n");
        repository.Git("rm", "--quiet", "b.txt");
        repository.CommitAll();

        var changes = repository.Changes().Between("one", "HEAD");

        Assert.Equal(["a.txt"], changes.Files.Names());
        Assert.Equal(["b.txt"], changes.Deleted.Names());
    }

    [Theory]
    [InlineData("no-such-ref")]
    [InlineData("--all")]
    [InlineData("")]
    [InlineData("HEAD:a.txt")]
    public void A_name_that_is_no_commit_is_named(string name)
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("a.txt", "1\n");
        repository.CommitAll();

        var exception = Assert.Throws<GitException>(() => repository.Changes().Between(name, "HEAD"));

        Assert.Contains($"'{name}'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_commit_is_compared_with_its_first_parent()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("a.txt", "1\n");
        repository.CommitAll();
        repository.Git("switch", "--quiet", "--create", "side");
        repository.Write("side.txt", "1\n");
        repository.CommitAll();
        repository.Git("switch", "--quiet", "main");
        repository.Write("main.txt", "1\n");
        repository.CommitAll();
        repository.Git("merge", "--quiet", "--no-edit", "side");

        Assert.Equal(["side.txt"], repository.Changes().LastCommit().Files.Names());
    }

    [Fact]
    public void The_first_commit_added_everything()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("a.txt", "1\n");
        repository.CommitAll();

        Assert.Equal(["a.txt"], repository.Changes().LastCommit().Files.Names());
    }

    [Fact]
    public void Given_files_count_from_the_directory_and_each_once()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("a/b.txt", "1\n");
        repository.Write("c.txt", "1\n");

        var changes = repository.Changes().Given(repository.PathOf("a"), [.. Bytes("b.txt", "../c.txt", "./b.txt", repository.PathOf("c.txt"))]);

        Assert.Equal(["a/b.txt", "c.txt"], changes.Files.Names());
    }

    [Theory]
    [InlineData("missing.txt", "does not exist")]
    [InlineData("../outside.txt", "not in the repository")]
    [InlineData("/etc/hostname", "not in the repository")]
    [InlineData("folder", "is a folder")]
    public void A_given_file_that_cannot_be_checked_is_named(string path, string reason)
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("folder/a.txt", "1\n");

        var exception = Assert.Throws<GitException>(() => repository.Changes().Given(repository.Root, [.. Bytes(path)]));

        Assert.Contains(path, exception.Message, StringComparison.Ordinal);
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
    }

    private static byte[][] Bytes(params string[] paths) => Array.ConvertAll(paths, Encoding.UTF8.GetBytes);

    [Fact]
    public void Without_a_commit_there_is_no_last_one()
    {
        using var repository = TemporaryRepository.Create();

        var exception = Assert.Throws<GitException>(() => repository.Changes().LastCommit());

        Assert.Contains("Nothing has been committed yet", exception.Message, StringComparison.Ordinal);
    }
}
