using System;
using System.IO;
using FirstTry.Git.Internal;
using FirstTry.Graph;
using FirstTry.Testing;

namespace FirstTry.Git.Tests;

/// <summary>Trees that look as the index says, and are not.</summary>
public sealed class DeceptiveTreesTests
{
    private static readonly DateTime LongAgo = new(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc);

    [Fact]
    public void A_folder_that_became_a_link_has_lost_its_files()
    {
        using var repository = Committed("d/e/a.txt", "d/e/b.txt", "d/f/c.txt", "other.txt");
        Directory.Move(repository.PathOf("d/e"), repository.PathOf("moved"));
        Directory.CreateSymbolicLink(repository.PathOf("d/e"), "../moved");

        Assert.Equal(["d/e/a.txt", "d/e/b.txt"], repository.Unstaged().Names());
    }

    [Fact]
    public void A_file_with_an_entry_written_in_the_same_instant_and_emptied_since_is_found()
    {
        using var repository = Committed("a.txt");
        var instant = DateTime.UtcNow.AddHours(1);
        File.SetLastWriteTimeUtc(repository.PathOf("a.txt"), instant);
        repository.Git("update-index", "--refresh");
        repository.Git("update-index", "--force-write-index");
        File.WriteAllText(repository.PathOf("a.txt"), "");
        File.SetLastWriteTimeUtc(repository.PathOf("a.txt"), instant);

        Assert.Equal(["a.txt"], repository.Unstaged().Names());
    }

    [Fact]
    public void The_index_is_read_and_never_written()
    {
        using var repository = Committed("a.txt", "b.txt", "c.txt");
        foreach (var name in new[] { "a.txt", "b.txt", "c.txt" })
        {
            File.SetLastWriteTimeUtc(repository.PathOf(name), LongAgo);
        }

        repository.Write("c.txt", "other\n");
        var before = repository.Run("stat", ["-c", "%i %y", ".git/index"]).Output;

        Assert.Equal(["c.txt"], repository.Unstaged().Names());
        Assert.Equal(["c.txt"], repository.Changes().WorkingTree().Files.Names());
        Assert.Equal(before, repository.Run("stat", ["-c", "%i %y", ".git/index"]).Output);
    }

    [Fact]
    public void The_word_sha256_in_the_config_is_not_the_object_format()
    {
        using var repository = Committed("a.txt");
        repository.Git("config", "alias.sum", "!sha256sum");
        repository.Write("a.txt", "other\n");

        Assert.Equal(20, ObjectFormat.Of(repository.Worktree()).IdLength);
        Assert.Equal(["a.txt"], repository.Unstaged().Names());
    }

    [Fact]
    public void Caches_that_git_keeps_in_the_index_are_passed_over()
    {
        using var repository = Committed("a.txt", "b.txt");
        repository.Git("update-index", "--untracked-cache");
        repository.Git("config", "core.fsmonitor", "true");
        repository.Write(".git/hooks/fsmonitor", "#!/bin/sh\nprintf '/\\0'\n");
        repository.Run("chmod", ["755", ".git/hooks/fsmonitor"]);
        repository.Git("config", "core.fsmonitor", ".git/hooks/fsmonitor");
        repository.Git("update-index", "--fsmonitor");
        repository.Write("b.txt", "other\n");

        Assert.Equal(["b.txt"], repository.Unstaged().Names());
    }

    [Fact]
    public void A_sparse_index_is_left_to_git()
    {
        using var repository = Committed("kept/a.txt", "left/b.txt", "left/c.txt", "top.txt");
        repository.Git("sparse-checkout", "set", "--cone", "--sparse-index", "kept");
        repository.Write("kept/a.txt", "other\n");

        Assert.Equal(["kept/a.txt"], repository.Unstaged().Names());
        Assert.Equal(["kept/a.txt", "top.txt"], repository.Changes().All().Files.Names());
    }

    [Fact]
    public void A_pipe_in_the_place_of_a_file_is_a_change_and_nobody_waits_for_it()
    {
        using var repository = Committed("a.txt");
        File.Delete(repository.PathOf("a.txt"));
        Assert.Equal(0, repository.Run("mkfifo", ["a.txt"]).ExitCode);

        Assert.Equal(["a.txt"], repository.Unstaged().Names());
        Assert.Throws<IOException>(() => WorktreeFiles.Read(repository.Root, RepoPath.FromText("a.txt")));
    }

    [Fact]
    public void More_names_than_fit_on_a_command_line_are_asked_for_all_at_once()
    {
        using var repository = TemporaryRepository.Create();
        var folder = new string('d', 200);
        for (var i = 0; i < 1_000; i++)
        {
            repository.Write($"{folder}/{folder}/{i}.txt", "1\n");
        }

        repository.CommitAll();
        for (var i = 0; i < 1_000; i++)
        {
            repository.Write($"{folder}/{folder}/{i}.txt", "other\n");
        }

        Assert.Equal(1_000, repository.Unstaged().Count);
    }

    private static TemporaryRepository Committed(params string[] files)
    {
        var repository = TemporaryRepository.Create(test: nameof(DeceptiveTreesTests));
        foreach (var file in files)
        {
            repository.Write(file, file + "\n");
        }

        repository.CommitAll();
        return repository;
    }
}
