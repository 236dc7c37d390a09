using System;
using System.IO;
using FirstTry.Processes;
using FirstTry.Testing;

namespace FirstTry.Git.Tests;

public sealed class WorktreeTests
{
    [Fact]
    public void A_folder_deep_inside_finds_the_top()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("a/b/c.txt", "c");

        var worktree = Worktree.Find(repository.PathOf("a/b"), repository.Block());

        Assert.Equal(new Worktree(repository.Root, repository.PathOf(".git"), repository.PathOf(".git")), worktree);
    }

    [Fact]
    public void A_linked_worktree_shares_the_common_directory()
    {
        using var repository = TemporaryRepository.Create();
        repository.CommitAll();
        var linked = Path.Combine(repository.Outside, "linked");
        repository.Git("worktree", "add", "--quiet", linked);

        var worktree = Worktree.Find(linked, repository.Block());

        Assert.Equal(new Worktree(linked, repository.PathOf(".git/worktrees/linked"), repository.PathOf(".git")), worktree);
    }

    [Fact]
    public void A_submodule_has_its_own_git_directory()
    {
        using var repository = TemporaryRepository.Create();
        repository.CommitAll();
        repository.Git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", repository.Root, "sub");

        var worktree = Worktree.Find(repository.PathOf("sub"), repository.Block());

        Assert.Equal(repository.PathOf("sub"), worktree.Root);
        Assert.Equal(repository.PathOf(".git/modules/sub"), worktree.GitDirectory);
    }

    [Fact]
    public void GIT_DIR_of_a_hook_decides()
    {
        using var repository = TemporaryRepository.Create();
        repository.Environment["GIT_DIR"] = ".git";

        var worktree = Worktree.Find(repository.Root, repository.Block());

        Assert.Equal(repository.Root, worktree.Root);
        Assert.Equal(repository.PathOf(".git"), worktree.GitDirectory);
    }

    [Fact]
    public void GIT_WORK_TREE_decides_where_the_files_are()
    {
        using var repository = TemporaryRepository.Create();
        var elsewhere = Directory.CreateDirectory(Path.Combine(repository.Outside, "elsewhere")).FullName;
        repository.Environment["GIT_DIR"] = repository.PathOf(".git");
        repository.Environment["GIT_WORK_TREE"] = elsewhere;

        Assert.Equal(elsewhere, Worktree.Find(repository.Outside, repository.Block()).Root);
    }

    [Fact]
    public void Outside_of_a_repository_the_message_names_the_way_out()
    {
        using var directory = TemporaryDirectory.Create();

        var exception = Assert.Throws<GitException>(() => Worktree.Find(directory.FullPath, EnvironmentBlock.Empty));

        Assert.Contains("git init", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bare_repository_has_no_working_tree()
    {
        using var repository = TemporaryRepository.Create();
        var bare = Path.Combine(repository.Outside, "bare.git");
        repository.Git("init", "--quiet", "--bare", bare);

        var exception = Assert.Throws<GitException>(() => Worktree.Find(bare, repository.Block()));

        Assert.Contains("no working tree", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_the_place_of_the_git_directory_that_leads_nowhere_is_named()
    {
        using var directory = TemporaryDirectory.Create();
        File.WriteAllText(directory.PathOf(".git"), "not a link");

        var exception = Assert.Throws<GitException>(() => Worktree.Find(directory.FullPath, EnvironmentBlock.Empty));

        Assert.Contains(directory.PathOf(".git"), exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Relative_variables_count_from_the_directory_that_firsttry_is_started_in()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("folder/a.txt", "1\n");
        repository.Environment["GIT_DIR"] = "../.git";
        repository.Environment["GIT_WORK_TREE"] = "..";
        var worktree = Worktree.Find(repository.PathOf("folder"), repository.Block());

        var files = new ChangeReader(worktree, repository.Block()).All().Files;

        Assert.Equal(repository.Root, worktree.Root);
        Assert.Equal(["folder/a.txt"], files.Names());
    }

    [Fact]
    public void Nobody_looks_above_a_ceiling()
    {
        using var repository = TemporaryRepository.Create();
        Directory.CreateDirectory(repository.PathOf("a/b/c"));
        var environment = repository.Block().With("GIT_CEILING_DIRECTORIES", $"/elsewhere:{repository.PathOf("a")}/");

        Assert.Throws<GitException>(() => Worktree.Find(repository.PathOf("a/b/c"), environment));
        Assert.Throws<GitException>(() => Worktree.Find(repository.PathOf("a/b"), environment));
        Assert.Equal(repository.Root, Worktree.Find(repository.PathOf("a"), environment).Root);
        Assert.Equal(repository.Root, Worktree.Find(repository.Root, environment.With("GIT_CEILING_DIRECTORIES", repository.Root)).Root);
    }

    [Fact]
    public void A_directory_whose_path_is_not_utf8_is_named_as_the_reason()
    {
        using var directory = TemporaryDirectory.Create();

        var exception = Assert.Throws<GitException>(() => Worktree.Find(directory.PathOf("caf\uFFFD"), EnvironmentBlock.Empty));

        Assert.Contains("is not UTF-8", exception.Message, StringComparison.Ordinal);
    }
}
