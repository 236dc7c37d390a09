using System.IO;
using FirstTry.Testing;

namespace FirstTry.Git.Tests;

public sealed class RepositoryFactsTests
{
    [Fact]
    public void A_branch_has_its_name_before_and_after_its_first_commit()
    {
        using var repository = TemporaryRepository.Create();

        Assert.Equal(("main", "refs/heads/main", false), Of(repository));
        repository.CommitAll();
        Assert.Equal(("main", "refs/heads/main", true), Of(repository));
        repository.Git("switch", "--quiet", "--orphan", "topic/new");
        Assert.Equal(("topic/new", "refs/heads/topic/new", false), Of(repository));
    }

    [Fact]
    public void A_detached_HEAD_has_no_branch()
    {
        using var repository = TemporaryRepository.Create();
        repository.CommitAll();
        repository.Git("switch", "--quiet", "--detach");

        Assert.Equal((null, null, true), Of(repository));
    }

    [Fact]
    public void HEAD_may_be_a_symbolic_link()
    {
        using var repository = TemporaryRepository.Create();
        File.Delete(repository.PathOf(".git/HEAD"));
        File.CreateSymbolicLink(repository.PathOf(".git/HEAD"), "refs/heads/linked");

        Assert.Equal(("linked", "refs/heads/linked", false), Of(repository));
        repository.CommitAll();
        Assert.Equal(("linked", "refs/heads/linked", true), Of(repository));
    }

    [Fact]
    public void A_branch_whose_name_is_no_text_has_its_commit()
    {
        using var repository = TemporaryRepository.Create();
        repository.CommitAll();
        Assert.Equal(0, repository.Run("sh", ["-c", "git switch --quiet --create \"$(printf 'caf\\351')\""]).ExitCode);

        Assert.True(new RepositoryFacts(repository.Worktree(), repository.Block()).HasCommit());
    }

    [Fact]
    public void Where_refs_are_kept_in_a_way_this_git_cannot_read_its_error_comes_out()
    {
        using var repository = TemporaryRepository.Create();
        repository.Git("config", "core.repositoryFormatVersion", "1");
        repository.Git("config", "extensions.refStorage", "unheard-of");
        Directory.CreateDirectory(repository.PathOf(".git/reftable"));

        Assert.Throws<GitException>(() => new RepositoryFacts(repository.Worktree(), repository.Block()).Ref);
    }

    [Fact]
    public void Mails_that_are_applied_are_no_rebase()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("a.txt", "1\n");
        repository.CommitAll();
        repository.Write("mail", "From 0 Mon Sep 17 00:00:00 2001\nFrom: A <a@example.com>\nSubject: x\n\n---\n--- a/a.txt\n+++ b/a.txt\n@@ -1 +1 @@\n-no\n+yes\n");
        repository.TryGit("am", "mail");

        Assert.True(File.Exists(repository.PathOf(".git/rebase-apply/applying")));
        Assert.False(new RepositoryFacts(repository.Worktree(), repository.Block()).IsRebasing);
    }

    [Theory]
    [InlineData("--merge")]
    [InlineData("--apply")]
    public void A_rebase_that_waits_is_seen(string kind)
    {
        using var repository = Conflicting();
        repository.TryGit("rebase", kind, "side");

        Assert.True(new RepositoryFacts(repository.Worktree(), repository.Block()).IsRebasing);
    }

    [Fact]
    public void A_merge_that_waits_is_seen()
    {
        using var repository = Conflicting();
        repository.TryGit("merge", "side");

        Assert.True(new RepositoryFacts(repository.Worktree(), repository.Block()).IsMerging);
    }

    private static TemporaryRepository Conflicting([System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        var repository = TemporaryRepository.Create(test: test);
        repository.Write("a.txt", "1\n");
        repository.CommitAll();
        repository.Git("switch", "--quiet", "--create", "side");
        repository.Write("a.txt", "side\n");
        repository.CommitAll();
        repository.Git("switch", "--quiet", "main");
        repository.Write("a.txt", "main\n");
        repository.CommitAll();
        return repository;
    }

    private static (string? Branch, string? Ref, bool HasCommit) Of(TemporaryRepository repository)
    {
        var facts = new RepositoryFacts(repository.Worktree(), repository.Block());
        return (facts.Branch, facts.Ref, facts.HasCommit());
    }
}
