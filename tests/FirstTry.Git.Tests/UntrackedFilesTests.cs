using System;
using System.IO;
using System.Linq;
using FirstTry.Testing;

namespace FirstTry.Git.Tests;

public sealed class UntrackedFilesTests
{
    [Fact]
    public void A_tree_with_tracked_files_alone_has_none_and_asks_nobody()
    {
        using var repository = Committed("a.txt", "folder/b.txt", "folder/deeper/c.txt");
        var worktree = repository.Worktree();
        var state = WorktreeLook.Start(worktree, repository.Block().With("PATH", "/nowhere"), processors: 2).Wait();

        Assert.Empty(state.Untracked);
        Assert.Equal(3, state.Tracked.Count);
    }

    [Fact]
    public void New_files_and_links_are_found_at_every_depth()
    {
        using var repository = Committed("a.txt", "folder/b.txt");
        repository.Write("new.txt", "1");
        repository.Write("folder/new.txt", "1");
        repository.Write("folder/deep/er/new.txt", "1");
        repository.Write("other/new.txt", "1");
        File.CreateSymbolicLink(repository.PathOf("link"), "nowhere");

        Assert.Equal(
            ["folder/deep/er/new.txt", "folder/new.txt", "link", "new.txt", "other/new.txt"],
            repository.Look().Untracked.Names());
    }

    [Fact]
    public void Ignored_files_and_folders_are_not_among_them()
    {
        using var repository = Committed("a.txt");
        repository.Write(".gitignore", "*.o\nbuild\n");
        repository.CommitAll();
        repository.Write("a.o", "1");
        repository.Write("build/x/y.txt", "1");
        repository.Write("new/b.o", "1");
        repository.Write("new/c.txt", "1");
        Directory.CreateDirectory(repository.PathOf("build/empty"));

        Assert.Equal(["new/c.txt"], repository.Look().Untracked.Names());
    }

    [Fact]
    public void Empty_folders_and_nested_repositories_end_with_a_slash()
    {
        using var repository = Committed("folder/a.txt");
        Directory.CreateDirectory(repository.PathOf("folder/empty"));
        Directory.CreateDirectory(repository.PathOf("new/b/c"));
        repository.Write("new/d.txt", "1");
        repository.Write("folder/nested/e.txt", "1");
        repository.Git("init", "--quiet", "folder/nested");
        repository.Git("-C", "folder/nested", "add", "--all");
        repository.Git("-C", "folder/nested", "commit", "--quiet", "--message", "nested");
        repository.Git("init", "--quiet", "new/fresh");

        Assert.Equal(["folder/empty/", "folder/nested/", "new/b/c/", "new/d.txt", "new/fresh/"], repository.Look().Untracked.Names());
    }

    [Fact]
    public void A_folder_in_the_place_of_a_tracked_file_and_the_reverse_are_found()
    {
        using var repository = Committed("file", "folder/a.txt", "folder-b.txt", "folder0");
        File.Delete(repository.PathOf("file"));
        repository.Write("file/inside.txt", "1");
        Directory.Delete(repository.PathOf("folder"), recursive: true);
        repository.Write("folder", "1");

        Assert.Equal(["file/inside.txt", "folder"], repository.Look().Untracked.Names());
    }

    [Fact]
    public void A_submodule_and_what_is_in_it_are_not_untracked()
    {
        using var repository = Committed("a.txt");
        repository.Write("module/b.txt", "1");
        repository.Git("init", "--quiet", "module");
        repository.Git("-C", "module", "add", "--all");
        repository.Git("-C", "module", "commit", "--quiet", "--message", "module");
        repository.Git("add", "module");
        repository.Write("module/new.txt", "1");

        var state = repository.Look();

        Assert.Empty(state.Untracked);
        Assert.True(state.Tracked[1].IsSubmodule);
    }

    [Fact]
    public void Names_are_bytes()
    {
        using var repository = Committed("a.txt");
        repository.Run("sh", ["-c", "printf 1 > \"$(printf 'b\\377.txt')\""]);
        repository.Write("c d\n\t.txt", "1");

        Assert.Equal(["\"b\\377.txt\"", "\"c d\\n\\t.txt\""], repository.Look().Untracked.Names());
    }

    [Fact]
    public void Pipes_are_no_files()
    {
        using var repository = Committed("a.txt");
        repository.Run("mkfifo", ["pipe"]);

        Assert.Empty(repository.Look().Untracked);
    }

    [Fact]
    public void A_split_index_is_compared_as_git_lists_it()
    {
        using var repository = Committed("a.txt", "b/c.txt");
        repository.Git("update-index", "--split-index");
        repository.Write("b/new.txt", "1");

        Assert.Equal(["b/new.txt"], repository.Look().Untracked.Names());
    }

    [Fact]
    public void Before_the_first_add_everything_is_untracked()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("a/b.txt", "1");

        Assert.Equal(["a/b.txt"], repository.Look().Untracked.Names());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_same_is_found_as_by_git_in_random_trees(int seed)
    {
        using var repository = TemporaryRepository.Create();
        var random = new Random(seed);
        string[] words = ["a", "b", "a.txt", "a-b", "a0", "B", "o"];
        string Path() => string.Join('/', Enumerable.Range(0, random.Next(1, 5)).Select(i => words[random.Next(words.Length)] + i));
        foreach (var path in Enumerable.Range(0, 300).Select(_ => Path()))
        {
            TryWrite(repository, path);
        }

        repository.CommitAll();
        repository.Write(".gitignore", "o*\n!o1\n");
        foreach (var path in Enumerable.Range(0, 60).Select(_ => Path()))
        {
            TryWrite(repository, path);
        }

        var found = repository.Look().Untracked.Names().Where(name => !name.EndsWith('/'));

        Assert.Equal(repository.Git("ls-files", "--others", "--exclude-standard").Split('\n').Order(StringComparer.Ordinal), found);
    }

    // A file stands in the way of a folder, or a folder in that of a file: then nothing is written.
    private static void TryWrite(TemporaryRepository repository, string path)
    {
        try
        {
            repository.Write(path, path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Assert.True(File.Exists(repository.PathOf(path)) || Directory.Exists(repository.PathOf(path)) || path.Contains('/', StringComparison.Ordinal));
        }
    }

    private static TemporaryRepository Committed(params string[] files)
    {
        var repository = TemporaryRepository.Create(test: nameof(UntrackedFilesTests));
        foreach (var file in files)
        {
            repository.Write(file, file + "\n");
        }

        repository.CommitAll();
        return repository;
    }
}
