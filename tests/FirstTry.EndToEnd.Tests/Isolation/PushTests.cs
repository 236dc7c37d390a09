using System;
using System.IO;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Isolation;

/// <summary>What is checked before a push is the commit that is pushed, whatever lies in the working tree.</summary>
public sealed class PushTests
{
    private const string Checks = "    see: { run: \"pwd -P > $OUT/where; cat a.txt > $OUT/saw; ls > $OUT/names; ! grep -l FIXME *.txt\", pass_env: [OUT] }";

    [Fact]
    public void A_clean_tree_is_checked_in_place()
    {
        using var repository = WithRemote();
        TreePicture.Shell(repository, "echo more >> a.txt; git commit -q --no-verify -am more; echo loose > loose.md");

        Push(repository, 0, "main");

        Assert.Equal(repository.Root, Saw(repository, "where"));
        Assert.Equal("", repository.Git("for-each-ref", "refs/worktree"));
    }

    [Fact]
    public void Unstaged_and_staged_changes_are_hidden()
    {
        using var repository = WithRemote();
        TreePicture.Shell(repository, """
            echo pushed >> a.txt; git commit -q --no-verify -am pushed
            echo staged >> a.txt; echo FIXME > new.txt; git add .; git rm -q b.txt; echo unstaged >> a.txt; rm dir/c.txt; chmod -x run.sh
            """);
        var (tree, index) = (TreePicture.OfTree(repository), TreePicture.OfIndex(repository));

        Push(repository, 0, "main");

        Assert.Equal(repository.Root, Saw(repository, "where"));
        Assert.EndsWith("20\npushed", Saw(repository, "saw"), StringComparison.Ordinal);
        Assert.Contains("b.txt", Saw(repository, "names").Split('\n'));
        Assert.DoesNotContain("new.txt", Saw(repository, "names").Split('\n'));
        Assert.Equal(tree, TreePicture.OfTree(repository));
        Assert.Equal(index, TreePicture.OfIndex(repository));
    }

    [Fact]
    public void A_mend_that_is_not_committed_does_not_let_the_push_through()
    {
        using var repository = WithRemote();
        TreePicture.Shell(repository, "echo FIXME >> a.txt; git commit -q --no-verify -am bad; seq 20 > a.txt");

        Push(repository, 1, "main");

        Assert.Equal("1 2", repository.Read("a.txt")[..3].Replace('\n', ' '));
        TreePicture.Shell(repository, "git commit -q --no-verify -am mended; echo FIXME >> a.txt");
        Push(repository, 0, "main");
    }

    [Fact]
    public void A_pushed_file_that_was_removed_since_is_checked()
    {
        using var repository = WithRemote("    see: { run: \"! grep -l FIXME {files}\", files: \"*.txt\" }");
        TreePicture.Shell(repository, "echo FIXME > bad.txt; git add .; git commit -q --no-verify -m bad; rm bad.txt");

        var push = Push(repository, 1, "main");
        Assert.Contains("bad.txt", push.ToString(), StringComparison.Ordinal);
        TreePicture.Shell(repository, "git rm -q bad.txt");
        Push(repository, 1, "main");
    }

    [Fact]
    public void What_passed_with_staged_changes_does_not_stand_in_for_the_pushed_commit()
    {
        using var repository = WithRemote();
        TreePicture.Shell(repository, "echo FIXME >> a.txt; git commit -q --no-verify -am bad; seq 20 > a.txt; git add a.txt");
        Assert.Equal(0, repository.Firsttry("run", "pre-push", "--all-files").ExitCode);

        Push(repository, 1, "main");
    }

    [Fact]
    public void A_branch_that_is_not_checked_out_is_checked_in_a_worktree_of_its_own()
    {
        using var repository = WithRemote();
        TreePicture.Shell(repository, """
            git checkout -q -b good; echo good >> a.txt; git commit -q --no-verify -am good
            git checkout -q -b bad; echo FIXME >> a.txt; git commit -q --no-verify -am bad
            git checkout -q main; echo FIXME >> a.txt
            """);
        var tree = TreePicture.OfTree(repository);
        TreePicture.Shell(repository, "printf '#!/bin/sh\ntouch ../post-checkout-ran\n' > .git/hooks/post-checkout; chmod +x .git/hooks/post-checkout");

        Push(repository, 0, "good");
        Assert.StartsWith(repository.PathOf(".git/firsttry/pushed"), Saw(repository, "where"), StringComparison.Ordinal);
        Push(repository, 1, "bad");

        Assert.Equal(tree, TreePicture.OfTree(repository));
        Assert.False(File.Exists(Path.Combine(repository.Outside, "post-checkout-ran")));
        Assert.False(Directory.Exists(repository.PathOf(".git/firsttry/pushed")));
        Assert.DoesNotContain('\n', repository.Git("worktree", "list"));
    }

    [Fact]
    public void Of_several_pushed_commits_each_is_checked()
    {
        using var repository = WithRemote();
        TreePicture.Shell(repository, """
            git checkout -q -b one; echo one > one.txt; git add .; git commit -q --no-verify -m one
            git checkout -q -b two main; echo FIXME > two.txt; git add .; git commit -q --no-verify -m two
            git checkout -q main; echo main >> b.txt; git commit -q --no-verify -am main; git tag -a -m tag v1 one
            """);

        var push = Push(repository, 1, "main", "one", "two", "v1");

        Assert.Contains("two.txt", push.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', repository.Git("worktree", "list"));
        Push(repository, 0, "main", "one", "v1");
    }

    [Fact]
    public void A_worktree_that_a_killed_push_left_is_removed_by_the_next_command()
    {
        using var repository = WithRemote("    gate: { run: \"touch $OUT/in-check; sleep 600\", pass_env: [OUT] }", "[gate]");
        TreePicture.Shell(repository, "git checkout -q -b side; echo side >> a.txt; git commit -q --no-verify -am side; git checkout -q main");
        var line = $"refs/heads/side {repository.Git("rev-parse", "side")} refs/heads/side {new string('0', 40)}\n";
        File.WriteAllText(Path.Combine(repository.Outside, "input"), line);
        using var run = BackgroundRun.StartUntilChecked(repository, "sh", "-c", $"exec '{PublishedBinary.Location}' hook pre-push origin url < ../input");

        run.Signal("KILL");
        run.WaitForExit();
        Assert.Contains('\n', repository.Git("worktree", "list"));
        repository.Firsttry("list");

        Assert.DoesNotContain('\n', repository.Git("worktree", "list"));
        Assert.False(Directory.Exists(repository.PathOf(".git/firsttry/pushed")));
    }

    [Fact]
    public void A_push_that_is_interrupted_removes_its_worktree()
    {
        using var repository = WithRemote("    gate: { run: \"touch $OUT/in-check; sleep 600\", pass_env: [OUT] }", "[gate]");
        TreePicture.Shell(repository, "git checkout -q -b side; echo side >> a.txt; git commit -q --no-verify -am side; git checkout -q main");
        var line = $"refs/heads/side {repository.Git("rev-parse", "side")} refs/heads/side {new string('0', 40)}\n";
        File.WriteAllText(Path.Combine(repository.Outside, "input"), line);
        using var run = BackgroundRun.StartUntilChecked(repository, "sh", "-c", $"exec '{PublishedBinary.Location}' hook pre-push origin url < ../input");

        run.Signal("INT");

        Assert.Equal(130, run.WaitForExit());
        Assert.DoesNotContain('\n', repository.Git("worktree", "list"));
    }

    private static CommandResult Push(TemporaryRepository repository, int expected, params string[] refs)
    {
        var push = repository.TryGit(["push", "origin", .. refs]);
        Assert.True(push.ExitCode == expected, push.ToString());
        return push;
    }

    private static string Saw(TemporaryRepository repository, string what) =>
        File.ReadAllText(Path.Combine(repository.Outside, what)).TrimEnd('\n');

    private static TemporaryRepository WithRemote(string checks = Checks, string names = "[see]", [System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        var repository = TemporaryRepository.Create(test: test);
        repository.Environment["OUT"] = repository.Outside;
        repository.Write("firsttry.yml", $"version: 1\nchecks:\n{checks}\nhooks:\n  pre-push: {{ checks: {names} }}\n");
        TreePicture.Shell(repository, "seq 20 > a.txt; seq 20 > b.txt; mkdir dir; seq 20 > dir/c.txt; touch run.sh; chmod +x run.sh; git init -q --bare ../remote.git; git remote add origin ../remote.git");
        repository.Firsttry("install");
        repository.CommitAll("base");
        repository.Git("push", "--quiet", "--no-verify", "origin", "main");
        return repository;
    }
}
