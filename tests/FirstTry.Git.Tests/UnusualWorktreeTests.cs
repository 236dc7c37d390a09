using System;
using System.IO;
using System.Text;
using FirstTry.Testing;

namespace FirstTry.Git.Tests;

public sealed class UnusualWorktreeTests
{
    [Fact]
    public void Relative_variables_count_from_where_we_start()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("sub/a.txt", "1\n");
        repository.CommitAll();
        repository.Write("sub/a.txt", "2\n");
        repository.Environment["GIT_DIR"] = "../.git";
        repository.Environment["GIT_WORK_TREE"] = "..";

        var worktree = Worktree.Find(repository.PathOf("sub"), repository.Block());
        var changes = new ChangeReader(worktree, repository.Block()).WorkingTree();

        Assert.Equal(repository.Root, worktree.Root);
        Assert.Equal(["sub/a.txt"], changes.Files.Names());
    }

    [Fact]
    public void GIT_WORK_TREE_alone_counts_from_where_we_start_too()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("sub/other/a.txt", "1\n");
        repository.Environment["GIT_WORK_TREE"] = "other";

        var worktree = Worktree.Find(repository.PathOf("sub"), repository.Block());

        Assert.Equal(repository.PathOf("sub/other"), worktree.Root);
        Assert.Equal(["a.txt"], new ChangeReader(worktree, repository.Block()).WorkingTree().Files.Names());
    }

    [Fact]
    public void The_config_decides_where_the_files_are()
    {
        using var repository = TemporaryRepository.Create();
        var elsewhere = Directory.CreateDirectory(Path.Combine(repository.Outside, "elsewhere")).FullName;
        File.WriteAllText(Path.Combine(elsewhere, "a.txt"), "1\n");
        repository.Git("config", "core.worktree", "../../elsewhere");

        var worktree = repository.Worktree();

        Assert.Equal(elsewhere, worktree.Root);
        Assert.Equal(["a.txt"], new ChangeReader(worktree, repository.Block()).All().Files.Names());
    }

    [Fact]
    public void A_git_directory_that_is_marked_bare_has_no_files()
    {
        using var repository = TemporaryRepository.Create();
        repository.Git("config", "core.bare", "true");

        var exception = Assert.Throws<GitException>(() => repository.Worktree());

        Assert.Contains("no working tree", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GIT_DIR_of_a_bare_repository_does_not_make_a_worktree_of_any_folder()
    {
        using var repository = TemporaryRepository.Create();
        repository.Git("init", "--quiet", "--bare", "../bare.git");
        repository.Environment["GIT_DIR"] = "../bare.git";

        Assert.Throws<GitException>(() => repository.Worktree());
    }

    [Fact]
    public void A_worktree_of_a_bare_repository_has_files()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("a.txt", "1\n");
        repository.CommitAll();
        repository.Git("clone", "--quiet", "--bare", ".", "../bare.git");
        repository.Git("-C", "../bare.git", "worktree", "add", "--quiet", "../linked");
        var linked = Path.Combine(repository.Outside, "linked");

        var worktree = Worktree.Find(linked, repository.Block());

        Assert.Equal(linked, worktree.Root);
        Assert.Equal(["a.txt"], new ChangeReader(worktree, repository.Block()).All().Files.Names());
    }

    [Fact]
    public void GIT_DIR_may_name_the_file_that_leads_to_it()
    {
        using var repository = TemporaryRepository.Create();
        repository.CommitAll();
        repository.Git("worktree", "add", "--quiet", "../linked");
        var linked = Path.Combine(repository.Outside, "linked");
        repository.Environment["GIT_DIR"] = ".git";

        Assert.Equal(repository.PathOf(".git/worktrees/linked"), Worktree.Find(linked, repository.Block()).GitDirectory);
    }

    [Fact]
    public void Worktrees_with_relative_links_are_found()
    {
        using var repository = TemporaryRepository.Create();
        repository.CommitAll();
        repository.Git("worktree", "add", "--quiet", "../linked");
        var linked = Path.Combine(repository.Outside, "linked");
        File.WriteAllText(Path.Combine(linked, ".git"), "gitdir: ../repo/.git/worktrees/linked\n");
        File.WriteAllText(repository.PathOf(".git/worktrees/linked/gitdir"), "../../../../linked/.git\n");

        Assert.Equal(
            new Worktree(linked, repository.PathOf(".git/worktrees/linked"), repository.PathOf(".git")), Worktree.Find(linked, repository.Block()));
    }

    [Fact]
    public void Given_files_may_be_reached_through_links_but_are_named_as_git_knows_them()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("folder/a.txt", "1\n");
        Directory.CreateSymbolicLink(repository.PathOf("link"), "folder");
        var alias = Path.Combine(repository.Outside, "alias");
        Directory.CreateSymbolicLink(alias, repository.Root);
        byte[][] paths = [Encoding.UTF8.GetBytes("link/a.txt"), Encoding.UTF8.GetBytes(alias + "/folder/a.txt")];

        var changes = repository.Changes().Given(repository.Root, paths);

        Assert.Equal(["folder/a.txt"], changes.Files.Names());
    }

    [Fact]
    public void What_belongs_to_git_cannot_be_given()
    {
        using var repository = TemporaryRepository.Create();

        Assert.Throws<GitException>(() => repository.Changes().Given(repository.Root, [Encoding.UTF8.GetBytes(".git/config")]));
    }

    [Theory]
    [InlineData("GIT_ICASE_PATHSPECS")]
    [InlineData("GIT_GLOB_PATHSPECS")]
    [InlineData("GIT_NOGLOB_PATHSPECS")]
    public void Wishes_for_patterns_do_not_reach_git(string variable)
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("a.txt", "1\n");
        repository.Git("add", "--all");
        repository.Environment[variable] = "1";

        Assert.Equal(["a.txt"], repository.Staged().Files.Names());
    }
}
