using System;
using System.IO;
using System.Text.RegularExpressions;
using System.Threading;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Isolation;

/// <summary>What others do to the tree while it is checked: the user, a second run, and the checks themselves.</summary>
public sealed class OthersMeanwhileTests
{
    private const string Gate = "    gate: { run: \"" + BackgroundRun.Gate + "\" }";

    [Fact]
    public void The_user_saves_a_hidden_and_an_unrelated_file()
    {
        using var repository = PartlyStaged(Gate);
        using var run = BackgroundRun.StartUntilChecked(repository, "git", "commit", "-m", "part");
        Assert.DoesNotContain("ten", repository.Read("a.txt"), StringComparison.Ordinal);

        repository.Write("a.txt", "saved\n");
        repository.Write("plain.txt", "saved too\n");
        repository.Write("new.txt", "saved as well\n");
        BackgroundRun.LetGo(repository);

        Assert.True(run.WaitForExit() == 0, run.Said);
        Assert.Equal(("saved\n", "saved too\n", "saved as well\n"), (repository.Read("a.txt"), repository.Read("plain.txt"), repository.Read("new.txt")));
        var kept = Regex.Match(run.Said, "git cat-file blob '(.*)'").Groups[1].Value;
        Assert.Contains("\nten\n", repository.Git("cat-file", "blob", kept), StringComparison.Ordinal);
        Assert.DoesNotContain("ten", repository.Git("show", "HEAD:a.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_user_saves_before_a_fixer_is_not_committed()
    {
        using var repository = PartlyStaged(
            Gate + "\n    mend: { run: \"sed -i 1iheader {files}\", files: \"*.txt\", bucket: mutating }", "[gate, mend]");
        using var run = BackgroundRun.StartUntilChecked(repository, "git", "commit", "-m", "part");

        repository.Write("a.txt", "saved\n");
        BackgroundRun.LetGo(repository);

        Assert.Equal(1, run.WaitForExit());
        Assert.Contains("also has unstaged changes", run.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("saved", repository.Git("show", ":a.txt"), StringComparison.Ordinal);
        Assert.Contains("saved", repository.Read("a.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_user_saves_into_a_staged_file_before_a_fixer_is_not_committed()
    {
        using var repository = HookedRepository.Create(
            Gate + "\n    mend: { run: \"sed -i 1iheader {files}\", files: \"*.txt\", bucket: mutating }", names: "[gate, mend]");
        TreePicture.Shell(repository, "sed -i s/^3$/three/ a.txt; git add a.txt");
        using var run = BackgroundRun.StartUntilChecked(repository, "git", "commit", "-m", "part");

        repository.Write("a.txt", "saved\n");
        BackgroundRun.LetGo(repository);

        Assert.Equal(1, run.WaitForExit());
        Assert.DoesNotContain("saved", repository.Git("show", ":a.txt"), StringComparison.Ordinal);
        Assert.Contains("saved", repository.Read("a.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_run_in_the_worktree_waits_and_says_for_whom()
    {
        using var repository = PartlyStaged(Gate);
        var tree = TreePicture.OfTree(repository);
        using var first = BackgroundRun.StartUntilChecked(repository, "git", "commit", "-m", "part");

        var refused = repository.Firsttry("run", "--no-wait");
        using var second = BackgroundRun.Start(repository, PublishedBinary.Location, "hook", "pre-commit");
        second.WaitUntil(() => second.Said.Contains("waiting for", StringComparison.Ordinal));
        BackgroundRun.LetGo(repository);

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("hook pre-commit", refused.Error, StringComparison.Ordinal);
        Assert.True(first.WaitForExit() == 0, first.Said);
        Assert.True(second.WaitForExit() == 0, second.Said);
        Assert.Contains("hook pre-commit", second.Said, StringComparison.Ordinal);
        Assert.Equal(tree, TreePicture.OfTree(repository));
    }

    [Fact]
    public void Another_worktree_is_not_held_up()
    {
        using var repository = PartlyStaged(Gate);
        TreePicture.Shell(repository, "git worktree add -q ../linked -b linked; cd ../linked; echo x >> a.txt; git add .; echo y >> a.txt");
        using var first = BackgroundRun.StartUntilChecked(repository, "git", "commit", "-m", "part");
        File.Delete(Path.Combine(repository.Outside, "in-check"));

        // The check of the second run looks for its gate beside its own worktree, where it is open once the test says so.
        using var second = BackgroundRun.Start(repository, "git", "-C", "../linked", "commit", "-m", "linked");
        second.WaitUntil(() => File.Exists(Path.Combine(repository.Outside, "in-check")));
        BackgroundRun.LetGo(repository);

        Assert.True(first.WaitForExit() == 0, first.Said);
        Assert.True(second.WaitForExit() == 0, second.Said);
        Assert.DoesNotContain("waiting", first.Said + second.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rm a.txt b.txt")]
    [InlineData("mv a.txt z.txt; mv b.txt y.txt")]
    [InlineData("rm -r dir; echo x > dir")]
    [InlineData("rm a.txt; mkdir a.txt; echo x > a.txt/x")]
    [InlineData("echo made > made.txt; mkdir deep; echo made > deep/made.txt")]
    public void A_check_that_deletes_renames_or_creates_files(string script)
    {
        using var repository = HookedRepository.Create($"    wild: {{ run: \"{script}\" }}", names: "[wild]", test: $"wild-{Math.Abs(script.GetHashCode(StringComparison.Ordinal))}");
        TreePicture.Shell(repository, "sed -i s/^3$/three/ a.txt; git add a.txt; sed -i s/^10$/ten/ a.txt; sed -i s/^10$/ten/ b.txt; sed -i s/^10$/ten/ dir/c.txt");
        var before = repository.Git("diff");

        var commit = repository.TryGit("commit", "-m", "part");

        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.Equal(before, repository.Git("diff"));
    }

    [Theory]
    [InlineData("(setsid sh -c 'until [ -e ../go ]; do sleep 0.01; done; for f in *.txt; do echo late >> $f; done' </dev/null >/dev/null 2>&1 &)")]
    [InlineData("(env -i setsid sh -c 'trap : TERM INT HUP; until [ -e ../go ]; do sleep 0.01; done; for f in *.txt; do echo late >> $f; done' </dev/null >/dev/null 2>&1 &)")]
    [InlineData("(until [ -e ../go ]; do sleep 0.01; done; for f in *.txt; do echo late >> $f; done) &")]
    public void A_check_that_leaves_a_background_child_cannot_write_into_what_is_put_back(string script)
    {
        using var repository = PartlyStaged($"    child: {{ run: \"{script}\" }}", "[child]");
        var tree = TreePicture.OfTree(repository);

        var commit = repository.TryGit("commit", "-m", "part");
        BackgroundRun.LetGo(repository);
        Thread.Sleep(TimeSpan.FromSeconds(1));

        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.Equal(tree, TreePicture.OfTree(repository));
    }

    [Fact]
    public void A_check_does_not_see_the_variables_of_the_commit_in_progress()
    {
        using var repository = PartlyStaged("    own: { run: \"env | grep -E '^GIT_(DIR|INDEX_FILE|WORK_TREE|PREFIX|EXEC_PATH)=' > ../seen; git init -q ../other && cd ../other && git -c user.name=x -c user.email=x@y commit -q --allow-empty -m other\" }", "[own]");

        var commit = repository.TryGit("commit", "-a", "-m", "part");

        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.Equal("", File.ReadAllText(Path.Combine(repository.Outside, "seen")));
        Assert.Equal(["part", "base"], repository.Git("log", "--format=%s").Split('\n'));
    }

    [Fact]
    public void A_run_that_is_killed_is_put_back_by_the_next_command_of_any_kind()
    {
        foreach (var command in (string[][])[["list"], ["validate"], ["doctor"], ["run", "--all-files"], ["plan"], ["--version"], ["hook", "post-commit"]])
        {
            using var repository = PartlyStaged(Gate, test: $"killed-{command[0]}");
            var tree = TreePicture.OfTree(repository);
            using var run = BackgroundRun.StartUntilChecked(repository, PublishedBinary.Location, "hook", "pre-commit");
            run.Signal("KILL");
            run.WaitForExit();
            BackgroundRun.LetGo(repository);
            Assert.NotEqual(tree, TreePicture.OfTree(repository));

            var next = repository.Firsttry(command);

            // Checks that see again what had been hidden see it as new.
            Assert.Equal(TimesOf(tree, command), TimesOf(TreePicture.OfTree(repository), command));
            Assert.Single(next.Error.Split('\n'), line => line.Contains("was killed while it hid unstaged changes", StringComparison.Ordinal));
            Assert.Equal("", repository.Firsttry("list").Error);
        }
    }

    private static string TimesOf(string tree, string[] command) =>
        command[0] == "run" ? System.Text.RegularExpressions.Regex.Replace(tree, "[0-9]+[.][0-9]{10}", "") : tree;

    private static TemporaryRepository PartlyStaged(string checks, string names = "[gate]", [System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        var repository = HookedRepository.Create(checks, names: names, test: test);
        TreePicture.Shell(repository, "sed -i s/^3$/three/ a.txt; git add a.txt; sed -i s/^10$/ten/ a.txt; echo loose >> b.txt");
        return repository;
    }
}
