using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using FirstTry.Graph;
using FirstTry.Processes;
using FirstTry.Testing;

namespace FirstTry.Git.Tests;

/// <summary>Staging while real git waits for its pre-commit hook, with the environment that git gave the hook.</summary>
public sealed class StagingDuringCommitTests
{
    [Theory]
    [InlineData("commit", "--message", "plain")]
    [InlineData("commit", "--amend", "--message", "amended")]
    [InlineData("commit", "--all", "--message", "all")]
    [InlineData("commit", "--message", "path", "--", "a.txt")]
    [InlineData("commit", "--include", "--message", "include", "--", "a.txt")]
    public void The_mended_file_is_committed_and_nothing_is_left_changed(params string[] commit)
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("a.txt", "1\n");
        repository.Write("b.txt", "1\n");
        repository.CommitAll();
        repository.Write("a.txt", "bad\n");
        repository.Git("add", "a.txt");

        Commit(repository, commit, ["a.txt"]);

        Assert.Equal("mended", repository.Git("show", "HEAD:a.txt"));
        Assert.Equal("1", repository.Git("show", "HEAD:b.txt"));
        Assert.Equal("", repository.Git("status", "--porcelain"));
    }

    [Fact]
    public void The_first_commit_contains_what_was_mended()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("a.txt", "bad\n");
        repository.Git("add", "a.txt");

        Commit(repository, ["commit", "--message", "first"], ["a.txt"]);

        Assert.Equal("mended", repository.Git("show", "HEAD:a.txt"));
        Assert.Equal("", repository.Git("status", "--porcelain"));
    }

    [Fact]
    public void A_commit_of_one_path_leaves_what_else_is_staged_staged()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("a.txt", "1\n");
        repository.Write("b.txt", "1\n");
        repository.CommitAll();
        repository.Write("a.txt", "bad\n");
        repository.Write("b.txt", "2\n");
        repository.Git("add", "b.txt");

        Commit(repository, ["commit", "--message", "path", "--", "a.txt"], ["a.txt"]);

        Assert.Equal("mended", repository.Git("show", "HEAD:a.txt"));
        Assert.Equal("1", repository.Git("show", "HEAD:b.txt"));
        Assert.Equal("M  b.txt", repository.Git("status", "--porcelain"));
    }

    // The hook writes down its environment and waits; meanwhile this process does what firsttry would do in its place.
    private static void Commit(TemporaryRepository repository, string[] arguments, string[] staged)
    {
        var (given, done) = (Path.Combine(repository.Outside, "environment"), Path.Combine(repository.Outside, "done"));
        var hook = repository.PathOf(".git/hooks/pre-commit");
        Directory.CreateDirectory(Path.GetDirectoryName(hook)!);
        File.WriteAllText(hook, $"#!/bin/sh\nenv -0 > '{given}.new' && mv '{given}.new' '{given}'\ni=0\nwhile [ ! -e '{done}' ]; do i=$((i+1)); [ $i -lt 1200 ] || exit 1; sleep 0.05; done\n");
        File.SetUnixFileMode(hook, (UnixFileMode)0b111_101_101);
        var commit = Task.Run(() => repository.TryGit(arguments));
        try
        {
            SpinWait.SpinUntil(() => File.Exists(given) || commit.IsCompleted, TimeSpan.FromMinutes(1));
            var environment = EnvironmentBlock.FromEntries(Entries(File.ReadAllBytes(given)));
            var worktree = Worktree.Find(repository.Root, environment);

            Assert.Equal(staged, new ChangeReader(worktree, environment).Staged().Files.Names());
            repository.Write("a.txt", "mended\n");
            Staging.Add(worktree, environment, [RepoPath.FromText("a.txt")]);
        }
        finally
        {
            File.WriteAllText(done, "");
            var result = commit.GetAwaiter().GetResult();
            Assert.True(result.ExitCode == 0, result.ToString());
        }
    }

    private static List<byte[]> Entries(byte[] environment)
    {
        var entries = new List<byte[]>();
        foreach (var entry in Encoding.UTF8.GetString(environment).Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            entries.Add(Encoding.UTF8.GetBytes(entry));
        }

        return entries;
    }
}
