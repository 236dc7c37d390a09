using System;
using System.IO;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Isolation;

/// <summary>Every way in which git makes a commit, with unstaged changes around.</summary>
public sealed class WaysOfCommittingTests
{
    // A check that objects when the tree is not the index in use, and one that mends.
    private const string Checks = HookedRepository.TreeIsIndex + """

            mend:
              run: "for f in {files}; do sed -i s/todo/done/ \"$f\"; done"
              files: "*.txt"
              bucket: mutating
        """;

    private const string Both = "[tree-is-index, mend]";

    [Fact]
    public void The_first_commit_of_a_repository()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("firsttry.yml", $"version: 1\nchecks:\n{Checks}\nhooks:\n  pre-commit: {{ checks: {Both} }}\n");
        repository.Firsttry("install");
        TreePicture.Shell(repository, "echo todo > a.txt; git add .; echo unstaged > b.txt; seq 5 > c.txt; git add c.txt; seq 9 > c.txt");

        Commit(repository, "commit", "-m", "first");

        Assert.Equal("done", repository.Git("show", "HEAD:a.txt"));
        Assert.Equal("1\n2\n3\n4\n5", repository.Git("show", "HEAD:c.txt"));
        Assert.Equal(("done\n", "unstaged\n", 9), (repository.Read("a.txt"), repository.Read("b.txt"), File.ReadAllLines(repository.PathOf("c.txt")).Length));
    }

    [Fact]
    public void Commit_of_everything()
    {
        using var repository = HookedRepository.Create(Checks, names: Both);
        TreePicture.Shell(repository, "echo todo >> a.txt; rm b.txt; echo staged >> dir/c.txt; git add dir; echo more >> dir/c.txt");

        Commit(repository, "commit", "-a", "-m", "all");

        Assert.EndsWith("done", repository.Git("show", "HEAD:a.txt"), StringComparison.Ordinal);
        Assert.Equal("", repository.Git("status", "--porcelain"));
    }

    [Fact]
    public void Commit_of_named_files()
    {
        using var repository = HookedRepository.Create(Checks, names: Both);
        TreePicture.Shell(repository, "echo todo >> a.txt; sed -i s/^3$/todo/ b.txt; git add b.txt; sed -i s/^17$/unstaged/ b.txt; echo loose >> plain.txt");

        Commit(repository, "commit", "-m", "named", "a.txt");

        Assert.Equal("a.txt", repository.Git("show", "--name-only", "--format=", "HEAD"));
        Assert.EndsWith("done", repository.Git("show", "HEAD:a.txt"), StringComparison.Ordinal);
        Assert.Contains("\ntodo\n", repository.Git("show", ":b.txt"), StringComparison.Ordinal);
        Assert.DoesNotContain("unstaged", repository.Git("show", ":b.txt"), StringComparison.Ordinal);
        Assert.Contains("\nunstaged\n", repository.Read("b.txt"), StringComparison.Ordinal);
        Assert.Equal("MM b.txt\n M plain.txt", repository.Git("status", "--porcelain"));
    }

    [Fact]
    public void Commit_of_chosen_hunks()
    {
        using var repository = HookedRepository.Create(Checks, names: Both);
        TreePicture.Shell(repository, "sed -i -e s/^2$/todo/ -e s/^18$/later/ a.txt");

        var commit = repository.Run("git", ["commit", "-p", "-m", "hunk"], "y\nn\n");

        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.Contains("\ndone\n", repository.Git("show", "HEAD:a.txt"), StringComparison.Ordinal);
        Assert.DoesNotContain("later", repository.Git("show", "HEAD:a.txt"), StringComparison.Ordinal);
        Assert.Contains("\nlater\n", repository.Read("a.txt"), StringComparison.Ordinal);
        Assert.Contains("\ndone\n", repository.Read("a.txt"), StringComparison.Ordinal);
        Assert.Equal("M a.txt", repository.Git("diff", "--name-status").Replace('\t', ' '));
    }

    [Fact]
    public void Amend()
    {
        using var repository = HookedRepository.Create(Checks, names: Both);
        TreePicture.Shell(repository, "sed -i s/^2$/todo/ a.txt; git add a.txt; sed -i s/^18$/later/ a.txt; echo loose >> b.txt");

        Commit(repository, "commit", "--amend", "-m", "amended");

        Assert.Equal("amended", repository.Git("log", "--format=%s"));
        Assert.Contains("\ndone\n", repository.Git("show", "HEAD:a.txt"), StringComparison.Ordinal);
        Assert.Contains("\nlater\n", repository.Read("a.txt"), StringComparison.Ordinal);
        Assert.Equal(" M a.txt\n M b.txt", repository.Git("status", "--porcelain"));
    }

    [Fact]
    public void Merge_that_is_concluded_by_hand()
    {
        using var repository = Diverged("merge side");
        var tree = TreePicture.OfTree(repository);

        Commit(repository, "commit", "--no-edit");

        Assert.Equal(tree, TreePicture.OfTree(repository));
        Assert.Equal(" M b.txt", repository.Git("status", "--porcelain"));
    }

    [Fact]
    public void Cherry_pick_that_is_concluded_by_hand()
    {
        using var repository = Diverged("cherry-pick side");
        var tree = TreePicture.OfTree(repository);

        Commit(repository, "commit", "--no-edit");

        Assert.Equal(tree, TreePicture.OfTree(repository));
        Assert.Equal(" M b.txt", repository.Git("status", "--porcelain"));
    }

    [Fact]
    public void A_merge_without_conflicts_asks_pre_merge_commit()
    {
        using var repository = HookedRepository.Create(HookedRepository.TreeIsIndex);
        repository.Write("firsttry.yml", repository.Read("firsttry.yml") + "  pre-merge-commit: { checks: [tree-is-index] }\n");
        repository.Firsttry("install");
        TreePicture.Shell(repository, """
            git commit -qam config --no-verify
            git checkout -q -b side; echo side >> a.txt; git commit -q --no-verify -am side
            git checkout -q main; echo main > other.txt; git add .; git commit -q --no-verify -m main
            echo unstaged >> b.txt; rm dir/c.txt
            """);
        var index = repository.Git("diff");

        var merge = repository.TryGit("merge", "--no-edit", "side");

        Assert.True(merge.ExitCode == 0, merge.ToString());
        Assert.Equal(1, HookedRepository.Runs(repository));
        Assert.Equal(index, repository.Git("diff"));
        Assert.Equal(" M b.txt\n D dir/c.txt", repository.Git("status", "--porcelain"));
    }

    [Fact]
    public void Rebase_that_stops_to_edit()
    {
        using var repository = HookedRepository.Create(Checks, names: Both);
        TreePicture.Shell(repository, """
            echo one > one.txt; git add .; git commit -q --no-verify -m one
            echo two > two.txt; git add .; git commit -q --no-verify -m two
            """);
        repository.Environment["GIT_SEQUENCE_EDITOR"] = "sed -i 1s/pick/edit/";
        repository.Git("rebase", "-q", "-i", "HEAD~2");
        TreePicture.Shell(repository, "sed -i s/^2$/todo/ a.txt; git add a.txt; sed -i s/^18$/later/ a.txt");

        Commit(repository, "commit", "--amend", "-m", "edited");
        TreePicture.Shell(repository, "git stash -q; git rebase --continue; git stash pop -q");

        Assert.Equal("two\nedited\nbase", repository.Git("log", "--format=%s"));
        Assert.Contains("\ndone\n", repository.Git("show", "HEAD:a.txt"), StringComparison.Ordinal);
        Assert.Contains("\nlater\n", repository.Read("a.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public void Commit_in_a_linked_worktree_and_in_another_folder()
    {
        using var repository = HookedRepository.Create(Checks, names: Both);
        var linked = Path.Combine(repository.Outside, "linked");
        TreePicture.Shell(repository, "git worktree add -q ../linked -b linked; sed -i s/^2$/todo/ ../linked/a.txt; git -C ../linked add .; sed -i s/^18$/later/ ../linked/a.txt");

        var commit = CommandLine.Run(Path.Combine(linked, "dir"), "git", ["commit", "-m", "linked"], repository.Environment);

        Assert.True(commit.ExitCode == 0, commit.ToString());
        var text = File.ReadAllText(Path.Combine(linked, "a.txt"));
        Assert.Contains("\ndone\n", text, StringComparison.Ordinal);
        Assert.Contains("\nlater\n", text, StringComparison.Ordinal);
        Assert.Equal("", repository.Git("status", "--porcelain"));
    }

    // A conflict that is solved, with an unstaged change elsewhere.
    private static TemporaryRepository Diverged(string command)
    {
        var repository = HookedRepository.Create(Checks, test: command);
        TreePicture.Shell(repository, $"""
            git checkout -q -b side; sed -i s/^2$/side/ a.txt; git commit -q --no-verify -am side
            git checkout -q main; sed -i s/^2$/main/ a.txt; git commit -q --no-verify -am main
            git {command} >/dev/null 2>&1 && exit 1
            seq 20 > a.txt; git add a.txt; echo unstaged >> b.txt
            """);
        return repository;
    }

    private static void Commit(TemporaryRepository repository, params string[] arguments)
    {
        var commit = repository.TryGit(arguments);
        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.Equal(1, HookedRepository.Runs(repository));
    }
}
