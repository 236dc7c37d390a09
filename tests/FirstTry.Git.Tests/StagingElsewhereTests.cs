using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using FirstTry.Graph;
using FirstTry.Processes;
using FirstTry.Testing;

namespace FirstTry.Git.Tests;

/// <summary>Staging in the commit of a merge and in a linked worktree, while git waits for its pre-commit hook.</summary>
public sealed class StagingElsewhereTests
{
    [Fact]
    public void The_commit_of_a_merge_can_be_mended()
    {
        using var repository = Edited();
        repository.CommitAll();
        repository.Git("switch", "--quiet", "--create", "side", "HEAD~1");
        repository.Write("side.txt", "1\n");
        repository.CommitAll();
        repository.Git("merge", "--no-commit", "main");

        CommitAndMend(repository, ["commit", "--no-edit"]);

        Assert.Equal("mended", repository.Git("show", "HEAD:a.txt"));
        Assert.Equal(3, repository.Git("rev-list", "--parents", "--max-count=1", "HEAD").Split(' ').Length);
        Assert.Empty(repository.Git("status", "--porcelain"));
    }

    [Fact]
    public void A_commit_in_a_linked_worktree_and_below_its_top_can_be_mended()
    {
        using var repository = Edited();
        repository.CommitAll();
        repository.Git("worktree", "add", "--quiet", "../linked");
        var linked = Path.Combine(repository.Outside, "linked");
        Directory.CreateDirectory(Path.Combine(linked, "sub"));
        File.WriteAllText(Path.Combine(linked, "a.txt"), "3\n");

        CommitAndMend(repository, ["-C", "../linked/sub", "commit", "-m", "x", "../a.txt"]);

        Assert.Equal("mended", repository.Git("-C", linked, "show", "HEAD:a.txt"));
        Assert.Empty(repository.Git("-C", linked, "status", "--porcelain"));
    }

    private static TemporaryRepository Edited([System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        var repository = TemporaryRepository.Create(test: test);
        repository.Write("a.txt", "1\n");
        repository.Write("bystander.txt", "1\n");
        repository.CommitAll();
        repository.Write("a.txt", "2\n");
        return repository;
    }

    // The hook hands its variables and its directory to the test, and waits until the test has done what firsttry does.
    private static void CommitAndMend(TemporaryRepository repository, string[] arguments)
    {
        var outside = repository.Outside;
        var script = $"#!/bin/sh\nenv -0 > '{outside}/env'\npwd > '{outside}/at'\nmv '{outside}/at' '{outside}/directory'\n"
            + $"i=0\nwhile [ ! -e '{outside}/go' ]; do i=$((i+1)); [ $i -lt 600 ] || exit 1; sleep 0.05; done\n";
        Directory.CreateDirectory(repository.PathOf(".git/hooks"));
        File.WriteAllText(repository.PathOf(".git/hooks/pre-commit"), script);
        repository.Run("chmod", ["755", ".git/hooks/pre-commit"]);
        var commit = Task.Run(() => repository.TryGit(arguments));
        try
        {
            Assert.True(SpinWait.SpinUntil(() => Wait(outside) || commit.IsCompleted, TimeSpan.FromSeconds(30)) && !commit.IsCompleted);
            Mend(outside);
        }
        finally
        {
            File.WriteAllText(Path.Combine(outside, "go"), "");
        }

        Assert.Equal(0, commit.GetAwaiter().GetResult().ExitCode);
    }

    private static bool Wait(string outside)
    {
        Thread.Sleep(5);
        return File.Exists(Path.Combine(outside, "directory"));
    }

    private static void Mend(string outside)
    {
        var variables = EnvironmentBlock.FromEntries(
            File.ReadAllText(Path.Combine(outside, "env")).Split('\0').Where(entry => entry.Length > 0).Select(System.Text.Encoding.UTF8.GetBytes));
        var directory = File.ReadAllText(Path.Combine(outside, "directory")).TrimEnd('\n');
        var worktree = Worktree.Find(directory, variables);
        Assert.Contains("a.txt", new ChangeReader(worktree, variables).Staged(worktree, variables).Files.Names());
        Assert.Empty(WorktreeLook.Start(worktree, variables, processors: 1).Wait().Unstaged);
        WorktreeFiles.Replace(worktree.Root, RepoPath.FromText("a.txt"), "mended\n"u8.ToArray());
        Staging.Add(worktree, variables, [RepoPath.FromText("a.txt")]);
    }
}
