using System.IO;
using FirstTry.Graph;
using FirstTry.Testing;

namespace FirstTry.Git.Tests;

public sealed class StagingTests
{
    [Fact]
    public void Exactly_the_named_paths_are_staged()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("a*.txt", "1\n");
        repository.Write("ab.txt", "1\n");
        repository.CommitAll();
        repository.Write("a*.txt", "2\n");
        repository.Write("ab.txt", "2\n");

        Staging.Add(repository.Worktree(), repository.Block(), [RepoPath.FromText("a*.txt")]);

        Assert.Equal("2", repository.Git("show", ":a*.txt"));
        Assert.Equal("1", repository.Git("show", ":ab.txt"));
    }

    [Fact]
    public void Nothing_to_stage_writes_nothing()
    {
        using var repository = TemporaryRepository.Create();
        repository.CommitAll();
        var before = File.GetLastWriteTimeUtc(repository.PathOf(".git/index"));

        Staging.Add(repository.Worktree(), repository.Block(), []);

        Assert.Equal(before, File.GetLastWriteTimeUtc(repository.PathOf(".git/index")));
    }

    [Fact]
    public void A_partial_commit_keeps_both_of_its_indexes_in_step()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("a.txt", "1\n");
        repository.CommitAll();
        File.Copy(repository.PathOf(".git/index"), repository.PathOf(".git/next-index-7.lock"));
        File.Copy(repository.PathOf(".git/index"), repository.PathOf(".git/index.lock"));
        repository.Write("a.txt", "2\n");
        repository.Environment["GIT_INDEX_FILE"] = repository.PathOf(".git/next-index-7.lock");

        Staging.Add(repository.Worktree(), repository.Block(), [RepoPath.FromText("a.txt")]);

        Assert.Equal("2", repository.Git("show", ":a.txt"));
        repository.Environment["GIT_INDEX_FILE"] = repository.PathOf(".git/index.lock");
        Assert.Equal("2", repository.Git("show", ":a.txt"));
    }

    [Fact]
    public void A_failure_is_not_swallowed()
    {
        using var repository = TemporaryRepository.Create();
        repository.CommitAll();
        File.WriteAllText(repository.PathOf(".git/index.lock"), "");

        Assert.Throws<GitException>(() => Staging.Add(repository.Worktree(), repository.Block(), [RepoPath.FromText("a.txt")]));
    }
}
