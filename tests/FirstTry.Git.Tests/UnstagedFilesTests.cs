using System;
using System.IO;
using System.Linq;
using FirstTry.Testing;

namespace FirstTry.Git.Tests;

public sealed class UnstagedFilesTests
{
    [Fact]
    public void A_clean_tree_has_none()
    {
        using var repository = Committed("a.txt", "folder/b.txt");

        Assert.Empty(repository.Unstaged());
    }

    [Fact]
    public void Edited_deleted_retyped_and_remoded_files_are_found()
    {
        using var repository = Committed("edited.txt", "deleted.txt", "link.txt", "mode.txt", "same.txt");
        repository.Write("edited.txt", "other\n");
        File.Delete(repository.PathOf("deleted.txt"));
        File.Delete(repository.PathOf("link.txt"));
        File.CreateSymbolicLink(repository.PathOf("link.txt"), "same.txt");
        repository.Run("chmod", ["755", "mode.txt"]);

        Assert.Equal(["deleted.txt", "edited.txt", "link.txt", "mode.txt"], repository.Unstaged().Names());
    }

    [Fact]
    public void An_edit_of_the_same_size_in_the_same_instant_is_found()
    {
        using var repository = Committed("a.txt");
        var instant = File.GetLastWriteTimeUtc(repository.PathOf("a.txt"));
        repository.Git("add", "a.txt");
        repository.Write("a.txt", "A.TXT\n");
        File.SetLastWriteTimeUtc(repository.PathOf("a.txt"), instant);
        File.SetLastWriteTimeUtc(repository.PathOf(".git/index"), instant);

        Assert.Equal(["a.txt"], repository.Unstaged().Names());
    }

    [Fact]
    public void A_file_that_was_only_touched_is_not_found()
    {
        using var repository = Committed("a.txt");
        File.SetLastWriteTimeUtc(repository.PathOf("a.txt"), new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));

        Assert.Empty(repository.Unstaged());
    }

    [Fact]
    public void A_partially_staged_file_is_found()
    {
        using var repository = Committed("a.txt");
        repository.Write("a.txt", "staged\n");
        repository.Git("add", "a.txt");
        repository.Write("a.txt", "staged\nunstaged\n");

        Assert.Equal(["a.txt"], repository.Unstaged().Names());
    }

    [Fact]
    public void A_file_that_is_only_announced_is_found()
    {
        using var repository = Committed("a.txt");
        repository.Write("announced.txt", "1\n");
        repository.Git("add", "--intent-to-add", "announced.txt");

        Assert.Equal(["announced.txt"], repository.Unstaged().Names());
    }

    [Fact]
    public void Line_ends_that_git_converts_are_no_change()
    {
        using var repository = TemporaryRepository.Create();
        repository.Git("config", "core.autocrlf", "true");
        repository.Write("a.txt", "one\r\ntwo\r\n");
        repository.CommitAll();
        File.SetLastWriteTimeUtc(repository.PathOf("a.txt"), new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));

        Assert.Empty(repository.Unstaged());
    }

    [Fact]
    public void A_mode_that_git_is_told_to_ignore_is_no_change()
    {
        using var repository = Committed("a.txt");
        repository.Git("config", "core.fileMode", "false");
        repository.Run("chmod", ["755", "a.txt"]);

        Assert.Empty(repository.Unstaged());
    }

    [Fact]
    public void A_file_left_out_of_a_sparse_checkout_is_no_change()
    {
        using var repository = Committed("kept/a.txt", "left/b.txt");
        repository.Git("sparse-checkout", "set", "--no-cone", "kept/*");

        Assert.False(File.Exists(repository.PathOf("left/b.txt")));
        Assert.Empty(repository.Unstaged());
    }

    [Theory]
    [InlineData("2")]
    [InlineData("3")]
    [InlineData("4")]
    public void Every_version_of_the_index_is_read(string version)
    {
        using var repository = Committed("a.txt", "a/long/path/to/one.txt", "a/long/path/to/two.txt", "b.txt");
        repository.Git("update-index", "--index-version", version);
        repository.Write("announced.txt", "1\n");
        repository.Git("add", "--intent-to-add", "announced.txt");
        repository.Write("a/long/path/to/two.txt", "other\n");

        Assert.Equal(["a/long/path/to/two.txt", "announced.txt"], repository.Unstaged().Names());
    }

    [Fact]
    public void A_split_index_is_left_to_git()
    {
        using var repository = Committed("a.txt", "b.txt");
        repository.Git("update-index", "--split-index");
        repository.Write("b.txt", "other\n");

        Assert.Equal(["b.txt"], repository.Unstaged().Names());
    }

    [Fact]
    public void A_repository_with_sha256_is_read()
    {
        using var repository = TemporaryRepository.Create(["--object-format=sha256"]);
        repository.Write("a.txt", "a\n");
        repository.Write("b.txt", "b\n");
        repository.CommitAll();
        File.SetLastWriteTimeUtc(repository.PathOf("a.txt"), new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        repository.Write("b.txt", "other\n");

        Assert.Equal(["b.txt"], repository.Unstaged().Names());
    }

    [Fact]
    public void A_conflict_counts_as_changed()
    {
        using var repository = Committed("a.txt");
        repository.Git("switch", "--quiet", "--create", "side");
        repository.Write("a.txt", "side\n");
        repository.CommitAll();
        repository.Git("switch", "--quiet", "main");
        repository.Write("a.txt", "main\n");
        repository.CommitAll();
        repository.TryGit("merge", "side");

        Assert.Equal(["a.txt"], repository.Unstaged().Names());
    }

    [Fact]
    public void The_same_is_found_as_by_git_in_many_files_on_several_threads()
    {
        using var repository = TemporaryRepository.Create();
        var names = Enumerable.Range(0, 20_000).Select(i => $"d{i % 50}/f{i}.txt").ToList();
        names.ForEach(name => repository.Write(name, name));
        repository.CommitAll();
        var random = new Random(7);
        foreach (var name in names.Where(_ => random.Next(200) == 0))
        {
            repository.Write(name, "other");
        }

        var found = repository.Unstaged().Names();

        Assert.Equal(repository.Git("diff-files", "--name-only").Split('\n'), found);
    }

    [Fact]
    public void No_index_no_changes()
    {
        using var repository = TemporaryRepository.Create();

        Assert.Empty(repository.Unstaged());
    }

    [Fact]
    public void A_damaged_index_is_an_error_and_not_a_clean_tree()
    {
        using var repository = Committed("a.txt");
        File.WriteAllText(repository.PathOf(".git/index"), "garbage");

        Assert.Throws<GitException>(() => repository.Unstaged());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(100)]
    [InlineData(150)]
    public void A_truncated_index_is_an_error_also_where_git_reads_it(int missing)
    {
        using var repository = Committed("a.txt", "b.txt", "c.txt");
        var index = File.ReadAllBytes(repository.PathOf(".git/index"));
        File.WriteAllBytes(repository.PathOf(".git/index"), index[..^missing]);

        Assert.Throws<GitException>(() => repository.Unstaged());
    }

    [Fact]
    public void An_entry_without_a_name_is_an_error()
    {
        var output = ":000000 100644 0000000 0000000 A\0\0"u8.ToArray();

        var exception = Assert.Throws<GitException>(() => Internal.RawDiff.Parse(FirstTry.Graph.FileSelection.Staged, output));

        Assert.Contains("git reset", exception.Message, StringComparison.Ordinal);
    }

    private static TemporaryRepository Committed(params string[] files)
    {
        var repository = TemporaryRepository.Create(test: nameof(UnstagedFilesTests));
        foreach (var file in files)
        {
            repository.Write(file, file + "\n");
        }

        repository.CommitAll();
        return repository;
    }

    [Theory]
    [InlineData("--assume-unchanged")]
    [InlineData("--skip-worktree")]
    public void An_edit_that_git_is_told_not_to_see_is_found(string flag)
    {
        using var repository = Committed("a.txt", "b.txt");
        repository.Git("update-index", flag, "a.txt");
        repository.Write("a.txt", "edited\n");

        Assert.Equal(["a.txt"], repository.Unstaged().Names());
    }

    [Fact]
    public void An_edit_that_keeps_size_and_times_is_found()
    {
        using var repository = Committed("a.txt");
        File.SetLastWriteTimeUtc(repository.PathOf("a.txt"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        repository.Git("update-index", "--refresh");
        // git itself sees such an edit by the second in which the file was changed.
        System.Threading.Thread.Sleep(1_100);
        using (var file = File.OpenWrite(repository.PathOf("a.txt")))
        {
            file.Write("b"u8);
        }

        File.SetLastWriteTimeUtc(repository.PathOf("a.txt"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.Equal(["a.txt"], repository.Unstaged().Names());
    }

    [Fact]
    public void Looking_leaves_the_index_as_it_is()
    {
        using var repository = Committed("a.txt", "b.txt", "c.txt");
        File.SetLastWriteTimeUtc(repository.PathOf("a.txt"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        File.SetLastWriteTimeUtc(repository.PathOf("b.txt"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        repository.Write("c.txt", "edited\n");
        var before = File.ReadAllBytes(repository.PathOf(".git/index"));

        Assert.Equal(["c.txt"], repository.Unstaged().Names());
        Assert.Equal(before, File.ReadAllBytes(repository.PathOf(".git/index")));
    }

    [Fact]
    public void A_path_with_spaces_is_read_whole()
    {
        using var repository = Committed("a b \u00e9.txt");
        repository.Write("a b \u00e9.txt", "edited\n");

        Assert.Equal(["a b \u00e9.txt"], repository.Unstaged().Names());
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("0123456789012345678901234567890123456789012345678901234")]
    [InlineData("01234567890123456789012345678901234567890123456789012345")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123")]
    public void A_hash_is_that_of_the_library(string text)
    {
        var message = System.Text.Encoding.ASCII.GetBytes(text);

#pragma warning disable CA5350 // Weak algorithm: git's object ids are SHA-1.
        Assert.Equal(System.Security.Cryptography.SHA1.HashData(message), Internal.Index.Sha1.Of(message));
#pragma warning restore CA5350
    }
}
