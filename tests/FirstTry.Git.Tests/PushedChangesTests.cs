using System;
using System.IO;
using System.Linq;
using System.Text;
using FirstTry.Testing;

namespace FirstTry.Git.Tests;

public sealed class PushedChangesTests
{
    private const string Zero = "0000000000000000000000000000000000000000";

    [Fact]
    public void A_branch_that_the_remote_has_adds_what_it_has_not()
    {
        using var repository = WithRemote();
        var before = repository.Git("rev-parse", "HEAD");
        Commit(repository, "b.txt");

        Assert.Equal(["b.txt"], Pushed(repository, ("refs/heads/main", Head(repository), "refs/heads/main", before)));
    }

    [Fact]
    public void A_new_branch_adds_what_no_branch_of_the_remote_has()
    {
        using var repository = WithRemote();
        repository.Git("switch", "--quiet", "--create", "topic");
        Commit(repository, "topic.txt");

        Assert.Equal(["topic.txt"], Pushed(repository, ("refs/heads/topic", Head(repository), "refs/heads/topic", Zero)));
    }

    [Fact]
    public void The_first_push_adds_everything()
    {
        using var repository = TemporaryRepository.Create();
        Commit(repository, "a.txt");
        Commit(repository, "b.txt");

        Assert.Equal(["a.txt", "b.txt"], Pushed(repository, ("refs/heads/main", Head(repository), "refs/heads/main", Zero)));
    }

    [Fact]
    public void A_deletion_adds_nothing()
    {
        using var repository = WithRemote();

        Assert.Empty(Pushed(repository, ("(delete)", Zero, "refs/heads/old", Head(repository))));
    }

    [Fact]
    public void A_forced_push_adds_what_lies_after_the_fork()
    {
        using var repository = WithRemote();
        var fork = Head(repository);
        Commit(repository, "theirs.txt");
        var theirs = Head(repository);
        repository.Git("reset", "--quiet", "--hard", fork);
        Commit(repository, "ours.txt");

        Assert.Equal(["ours.txt"], Pushed(repository, ("refs/heads/main", Head(repository), "refs/heads/main", theirs)));
    }

    [Fact]
    public void A_remote_commit_that_is_not_known_here_counts_as_a_new_branch()
    {
        using var repository = WithRemote();
        Commit(repository, "b.txt");

        Assert.Equal(["b.txt"], Pushed(repository, ("refs/heads/main", Head(repository), "refs/heads/main", "1234567890123456789012345678901234567890")));
    }

    [Fact]
    public void An_annotated_tag_adds_what_its_commit_adds()
    {
        using var repository = WithRemote();
        Commit(repository, "b.txt");
        repository.Git("tag", "--annotate", "--message", "v1", "v1");

        Assert.Equal(["b.txt"], Pushed(repository, ("refs/tags/v1", repository.Git("rev-parse", "v1"), "refs/tags/v1", Zero)));
    }

    [Fact]
    public void An_id_that_is_nothing_here_is_an_error_and_not_an_empty_push()
    {
        using var repository = WithRemote();
        const string Missing = "0000000000000000000000000000000000000001";

        var exception = Assert.Throws<GitException>(() => Pushed(repository, ("refs/heads/main", Missing, "refs/heads/main", Zero)));

        Assert.Contains(Missing, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_lines_count_together()
    {
        using var repository = WithRemote();
        var before = Head(repository);
        Commit(repository, "main.txt");
        var main = Head(repository);
        repository.Git("switch", "--quiet", "--create", "topic");
        Commit(repository, "topic.txt");

        var pushed = Pushed(repository, ("refs/heads/main", main, "refs/heads/main", before), ("refs/heads/topic", Head(repository), "refs/heads/topic", Zero));

        Assert.Equal(["main.txt", "topic.txt"], pushed);
    }

    [Fact]
    public void A_branch_that_takes_a_file_away_again_adds_nothing()
    {
        using var repository = WithRemote();
        var before = Head(repository);
        Commit(repository, "b.txt");
        repository.Git("rm", "--quiet", "b.txt");
        repository.CommitAll();

        Assert.Empty(Pushed(repository, ("refs/heads/main", Head(repository), "refs/heads/main", before)));
    }

    [Fact]
    public void A_line_of_another_form_is_refused()
    {
        var exception = Assert.Throws<GitException>(() => PushedRef.Parse("refs/heads/main 123\n"u8.ToArray()));

        Assert.Contains("refs/heads/main 123", exception.Message, StringComparison.Ordinal);
    }

    private static TemporaryRepository WithRemote([System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        var repository = TemporaryRepository.Create(test: test);
        Commit(repository, "a.txt");
        var remote = Path.Combine(repository.Outside, "remote.git");
        repository.Git("init", "--quiet", "--bare", remote);
        repository.Git("remote", "add", "origin", remote);
        repository.Git("push", "--quiet", "origin", "main");
        return repository;
    }

    private static void Commit(TemporaryRepository repository, string file)
    {
        repository.Write(file, file + "\n");
        repository.CommitAll();
    }

    private static string Head(TemporaryRepository repository) => repository.Git("rev-parse", "HEAD");

    private static string[] Pushed(TemporaryRepository repository, params (string LocalRef, string LocalId, string RemoteRef, string RemoteId)[] lines)
    {
        var input = string.Concat(lines.Select(line => $"{line.LocalRef} {line.LocalId} {line.RemoteRef} {line.RemoteId}\n"));
        return [.. repository.Changes().Pushed(PushedRef.Parse(Encoding.UTF8.GetBytes(input)), "origin").Files.Names()];
    }

    [Fact]
    public void A_push_to_an_address_adds_what_no_remote_has()
    {
        using var repository = WithRemote();
        Commit(repository, "b.txt");

        var changes = repository.Changes().Pushed([new PushedRef("refs/heads/main", Head(repository), "refs/heads/main", Zero)], "https://example.com/x.git");

        Assert.Equal(["b.txt"], changes.Files.Names());
    }

    [Fact]
    public void A_tag_of_something_else_than_a_commit_adds_nothing()
    {
        using var repository = WithRemote();
        repository.Git("tag", "blob", "HEAD:a.txt");

        Assert.Empty(Pushed(repository, ("refs/tags/blob", repository.Git("rev-parse", "blob"), "refs/tags/blob", Zero)));
        Assert.Null(repository.Changes().CommitOrNull("blob"));
    }
}
