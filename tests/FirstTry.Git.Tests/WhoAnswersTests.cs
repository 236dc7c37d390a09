using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using FirstTry.Git.Internal;
using FirstTry.Git.Internal.Index;
using FirstTry.Graph;
using FirstTry.Testing;

namespace FirstTry.Git.Tests;

/// <summary>
/// The division between libgit2, our own reader of the index and git, over the kinds of repositories. What is staged is always git's to say.
/// What is not staged is read here where the index can be read, and commits are compared by libgit2 where it can; git answers the rest.
/// </summary>
public sealed class WhoAnswersTests
{
    public static TheoryData<string> Kinds => [.. RepositoryKind.All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_repository_gives_the_same_answers(string name)
    {
        var kind = RepositoryKind.All[name];
        var (repository, root) = kind.Create(nameof(Every_kind_of_repository_gives_the_same_answers));
        using var cleanUp = repository;
        var worktree = Worktree.Find(root, repository.Block());
        var changes = new ChangeReader(worktree, repository.Block());

        var committed = changes.LastCommit();
        var unstaged = WorktreeLook.Start(worktree, repository.Block(), processors: 2).Wait().Unstaged;

        Assert.Equal(Sorted("b.txt", kind.AlsoStaged), Sorted(changes.Staged(worktree, repository.Block()).Files));
        Assert.Equal(Sorted("a.txt", kind.AlsoUnstaged), Sorted(unstaged));
        Assert.Equal(Sorted("a.txt", kind.AlsoCommitted), Sorted(committed.Files));
        Assert.Equal(["c.txt"], committed.Deleted.Names());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void libgit2_compares_commits_only_where_it_does_so_exactly(string name)
    {
        var kind = RepositoryKind.All[name];
        var (repository, root) = kind.Create(nameof(libgit2_compares_commits_only_where_it_does_so_exactly));
        using var cleanUp = repository;
        var worktree = Worktree.Find(root, repository.Block());
        var (from, to) = (Id(repository, root, "HEAD~1"), Id(repository, root, "HEAD"));

        var compared = LibGit2Comparison.TryCompare(worktree, FileSelection.Changed, from, to);

        Assert.Equal(kind.IsComparedByLibGit2, compared is not null);
        if (compared is not null)
        {
            var git = CommandLine.Run(root, "git", ["diff-tree", "-r", "--name-only", "--no-renames", from, to], repository.Environment).Output;
            Assert.Equal(git.TrimEnd('\n').Split('\n'), Sorted(compared.Files.Concat(compared.Deleted)));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_index_is_read_only_where_its_form_is_understood(string name)
    {
        var kind = RepositoryKind.All[name];
        var (repository, root) = kind.Create(nameof(An_index_is_read_only_where_its_form_is_understood));
        using var cleanUp = repository;
        var worktree = Worktree.Find(root, repository.Block());
        var file = repository.Environment["GIT_INDEX_FILE"] ?? Path.Combine(worktree.GitDirectory, "index");

        var index = IndexFile.TryParse(File.ReadAllBytes(file), ObjectFormat.Of(worktree).IdLength);

        Assert.Equal(kind.IsIndexRead, index is not null);
    }

    [Theory]
    [InlineData("relativeWorktrees", "true")]
    [InlineData("refStorage", "reftable")]
    [InlineData("fromTheFuture", "true")]
    public void What_the_installed_git_does_not_know_is_refused_in_its_words(string extension, string value)
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("a.txt", "1\n");
        repository.CommitAll();
        var (worktree, head) = (repository.Worktree(), repository.Git("rev-parse", "HEAD"));
        File.AppendAllText(repository.PathOf(".git/config"), $"[core]\n\trepositoryformatversion = 1\n[extensions]\n\t{extension} = {value}\n");
        var refused = repository.TryGit("status", "--porcelain");
        var changes = repository.Changes();

        if (refused.ExitCode == 0)
        {
            Assert.Empty(changes.Staged().Files);
            return;
        }

        Assert.Null(LibGit2Comparison.TryCompare(worktree, FileSelection.Changed, null, head));
        Assert.All<Action>(
            [() => changes.Staged(), () => changes.All(), () => changes.LastCommit()],
            ask => Assert.Contains(refused.Error.Trim(), Assert.Throws<GitException>(ask).Message, StringComparison.Ordinal));
    }

    private static string Id(TemporaryRepository repository, string root, string name) =>
        CommandLine.Run(root, "git", ["rev-parse", name], repository.Environment).Output.TrimEnd('\n');

    private static string[] Sorted(string first, string[] others) => [.. others.Append(first).Order(StringComparer.Ordinal)];

    private static string[] Sorted(IEnumerable<RepoPath> paths) => [.. paths.Names().Order(StringComparer.Ordinal)];
}
