using System.IO;
using System.Runtime.CompilerServices;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Cache;

/// <summary>In a commit, what counts is what is committed, whatever lies in the working tree.</summary>
public sealed class CommitCacheTests
{
    [Fact]
    public void A_commit_whose_staged_content_is_remembered_never_touches_a_partially_staged_file()
    {
        using var repository = Repository();
        repository.Write("src/a.txt", "staged\n");
        repository.Git("add", "src/a.txt");
        repository.Write("src/a.txt", "unstaged and bad\n");
        Commit(repository, expected: 0);
        var before = new FileInfo(repository.PathOf("src/a.txt"));
        var (written, executions) = (before.LastWriteTimeUtc, Executions(repository));

        var amended = repository.TryGit("commit", "--amend", "--no-edit", "--allow-empty");

        Assert.True(amended.ExitCode == 0, amended.ToString());
        Assert.Equal(executions, Executions(repository));
        Assert.Equal("unstaged and bad\n", repository.Read("src/a.txt"));
        Assert.Equal(written, new FileInfo(repository.PathOf("src/a.txt")).LastWriteTimeUtc);
        Assert.Empty(Directory.GetDirectories(repository.PathOf(".git/firsttry"), "staged-*"));
    }

    [Fact]
    public void A_pass_of_the_working_tree_never_stands_in_for_what_is_staged()
    {
        using var repository = Repository();
        repository.Write("src/a.txt", "good\n");
        repository.Firsttry("run");
        repository.Write("src/a.txt", "bad\n");
        repository.Git("add", "src/a.txt");
        repository.Write("src/a.txt", "good\n");

        Commit(repository, expected: 1);

        Assert.Equal("good\n", repository.Read("src/a.txt"));
    }

    [Fact]
    public void A_pass_of_what_is_staged_never_stands_in_for_the_working_tree()
    {
        using var repository = Repository();
        repository.Write("src/a.txt", "good\n");
        repository.Git("add", "src/a.txt");
        repository.Write("src/a.txt", "bad\n");
        Commit(repository, expected: 0);

        var run = repository.Firsttry("run");

        Assert.True(run.ExitCode == 1, run.ToString());
    }

    [Fact]
    public void A_commit_remembers_what_a_run_by_hand_has_checked()
    {
        using var repository = Repository();
        repository.Write("src/a.txt", "better\n");
        repository.Firsttry("run");
        var executions = Executions(repository);
        repository.Git("add", "src/a.txt");

        Commit(repository, expected: 0);

        Assert.Equal(executions, Executions(repository));
    }

    private static TemporaryRepository Repository([CallerMemberName] string test = "")
    {
        var repository = TemporaryRepository.Create(test: test);
        repository.Write("firsttry.yml", """
            version: 1
            checks: { lint: { run: "echo x >> ../lint.ran; ! grep -rs bad src", inputs: ["src/**"] } }
            hooks: { pre-commit: { checks: [lint] } }

            """);
        repository.Write("src/a.txt", "first\n");
        repository.CommitAll();
        repository.Firsttry("install");
        return repository;
    }

    private static void Commit(TemporaryRepository repository, int expected)
    {
        repository.PutFirsttryOnPath();
        var commit = repository.TryGit("commit", "--message", "change");
        Assert.True(commit.ExitCode == expected, commit.ToString());
    }

    private static int Executions(TemporaryRepository repository) =>
        Path.Combine(repository.Outside, "lint.ran") is var file && File.Exists(file) ? File.ReadAllText(file).Split('x').Length - 1 : 0;
}
