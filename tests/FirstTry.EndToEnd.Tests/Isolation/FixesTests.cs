using System;
using System.IO;
using System.Linq;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Isolation;

/// <summary>What checks mend in files that are staged in part goes into the commit and into the file; what would need a choice is dropped.</summary>
public sealed class FixesTests
{
    [Fact]
    public void A_fixer_that_adds_lines_above_and_below_an_unstaged_hunk()
    {
        using var repository = Staged("sed -i -e '1i header' -e '$a footer' {files}", staged: "s/^3$/three/", unstaged: "s/^10$/ten/");

        var commit = repository.TryGit("commit", "-m", "fixed");

        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.Equal(["header", "1", "2", "three", .. Numbers(4, 20), "footer"], Committed(repository));
        Assert.Equal(["header", "1", "2", "three", .. Numbers(4, 9), "ten", .. Numbers(11, 20), "footer"], Lines(repository));
        Assert.Equal(" M a.txt", repository.Git("status", "--porcelain"));
    }

    [Theory]
    [InlineData("-e 's/^10$/TEN/'")]
    [InlineData("-e '1i header' -e 's/^10$/TEN/' -e '$a footer'")]
    [InlineData("-e 's/^9$/NINE/'")]
    [InlineData("-e '10d'")]
    public void A_fixer_in_an_unstaged_hunk_stops_the_commit_and_changes_nothing(string mend)
    {
        using var repository = Staged($"sed -i {mend} {{files}}", staged: "s/^3$/three/", unstaged: "s/^10$/ten/");
        var (tree, index) = (TreePicture.OfTree(repository), TreePicture.OfIndex(repository));

        var commit = repository.TryGit("commit", "-m", "fixed");

        Assert.Equal(1, commit.ExitCode);
        Assert.Contains("the fix of a.txt was dropped", commit.Error, StringComparison.Ordinal);
        Assert.Equal(tree, TreePicture.OfTree(repository));
        Assert.Equal(index, TreePicture.OfIndex(repository));
    }

    [Fact]
    public void A_deleted_line_that_occurs_more_than_once()
    {
        using var repository = HookedRepository.Create(Mend("sed -i '1i header' {files}"), names: "[mend]");
        TreePicture.Shell(repository, """
            printf 'a\nx\nb\nx\nc\nx\nd\nx\ne\n' > a.txt; git add a.txt
            printf 'a\nx\nb\nc\nx\nd\nx\ne\n' > a.txt
            """);

        var commit = repository.TryGit("commit", "-m", "fixed");

        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.Equal("header a x b x c x d x e", string.Join(' ', Committed(repository)));
        Assert.Equal("header a x b c x d x e", string.Join(' ', Lines(repository)));
    }

    [Fact]
    public void Two_fixers_of_one_file()
    {
        var checks = Mend("sed -i '1i header' {files}") + "\n" + Mend("sed -i '$a footer' {files}").Replace("mend:", "also:", StringComparison.Ordinal);
        using var repository = HookedRepository.Create(checks, names: "[mend, also]");
        TreePicture.Shell(repository, "sed -i s/^3$/three/ a.txt; git add a.txt; sed -i s/^10$/ten/ a.txt");

        var commit = repository.TryGit("commit", "-m", "fixed");

        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.Equal(["header", "1", "2", "three", .. Numbers(4, 20), "footer"], Committed(repository));
        Assert.Equal(["header", "1", "2", "three", .. Numbers(4, 9), "ten", .. Numbers(11, 20), "footer"], Lines(repository));
    }

    [Fact]
    public void A_fixer_that_writes_a_file_anew_without_a_change_does_not_get_into_the_way_of_the_next()
    {
        var checks = Mend("for f in {files}; do cp $f ../copy; rm $f; cp ../copy $f; done") + "\n"
            + Mend("sed -i '$a footer' {files}").Replace("mend:", "also:", StringComparison.Ordinal);
        using var repository = HookedRepository.Create(checks, names: "[mend, also]");
        TreePicture.Shell(repository, "sed -i s/^3$/three/ a.txt b.txt; git add .; sed -i s/^10$/ten/ a.txt");

        var commit = repository.TryGit("commit", "-m", "fixed");

        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.Equal("footer", Committed(repository)[^1]);
        Assert.Equal(" M a.txt", repository.Git("status", "--porcelain"));
    }

    [Fact]
    public void The_second_of_two_fixers_that_needs_a_choice_loses_only_its_own_fix()
    {
        var checks = Mend("sed -i '1i header' {files}") + "\n" + Mend("sed -i 's/^10$/TEN/' {files}").Replace("mend:", "also:", StringComparison.Ordinal);
        using var repository = HookedRepository.Create(checks, names: "[mend, also]");
        TreePicture.Shell(repository, "sed -i s/^3$/three/ a.txt; git add a.txt; sed -i s/^10$/ten/ a.txt");

        var commit = repository.TryGit("commit", "-m", "fixed");

        Assert.Equal(1, commit.ExitCode);
        Assert.Equal(["header", "1", "2", "three", .. Numbers(4, 20)], repository.Git("show", ":a.txt").Split('\n'));
        Assert.Equal(["header", "1", "2", "three", .. Numbers(4, 9), "ten", .. Numbers(11, 20)], Lines(repository));
    }

    [Fact]
    public void A_fix_of_a_file_that_is_deleted_but_not_staged_so()
    {
        using var repository = Staged("sed -i '1i header' {files}", staged: "s/^3$/three/", unstaged: "s/^10$/ten/");
        File.Delete(repository.PathOf("a.txt"));

        var commit = repository.TryGit("commit", "-m", "fixed");

        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.Equal("header", Committed(repository)[0]);
        Assert.False(File.Exists(repository.PathOf("a.txt")));
    }

    [Fact]
    public void A_fixer_that_fails_halfway_is_not_staged()
    {
        using var repository = Staged("sed -i '1i header' {files}; kill -9 $$", staged: "s/^3$/three/", unstaged: "s/^10$/ten/");
        var index = TreePicture.OfIndex(repository);

        var commit = repository.TryGit("commit", "-m", "fixed");

        Assert.Equal(1, commit.ExitCode);
        Assert.Equal(index, TreePicture.OfIndex(repository));
        Assert.Contains("ten", Lines(repository));
    }

    [Fact]
    public void A_fixer_whose_time_is_up_is_dropped()
    {
        using var repository = HookedRepository.Create(Mend(": > a.txt; sleep 600; : {files}") + "\n      timeout: 500ms", names: "[mend]");
        TreePicture.Shell(repository, "sed -i s/^3$/three/ a.txt; git add a.txt; sed -i s/^10$/ten/ a.txt");
        var (tree, index) = (TreePicture.OfTree(repository), TreePicture.OfIndex(repository));

        var commit = repository.TryGit("commit", "-m", "fixed");

        Assert.Equal(1, commit.ExitCode);
        Assert.Equal(tree, TreePicture.OfTree(repository));
        Assert.Equal(index, TreePicture.OfIndex(repository));
    }

    [Fact]
    public void A_fix_that_cannot_be_staged_stays_out_of_the_file_that_was_hidden()
    {
        using var repository = HookedRepository.Create(Mend("sed -i s/^three$/THREE/ {files}; touch .git/index.lock"), names: "[mend]");
        TreePicture.Shell(repository, "sed -i s/^3$/three/ a.txt; git add a.txt; sed -i s/^10$/ten/ a.txt");
        var tree = TreePicture.OfTree(repository);

        var hook = repository.Firsttry("hook", "pre-commit");
        File.Delete(repository.PathOf(".git/index.lock"));

        Assert.True(hook.ExitCode == 1, hook.ToString());
        Assert.Contains("the fix could not be staged", hook.ToString(), StringComparison.Ordinal);
        Assert.Equal(tree, TreePicture.OfTree(repository));
    }

    [Fact]
    public void A_built_in_fixer()
    {
        using var repository = HookedRepository.Create("    mend: { uses: trailing-whitespace }", names: "[mend]");
        TreePicture.Shell(repository, "sed -i 's/^3$/three  /' a.txt; git add a.txt; sed -i 's/^10$/ten/' a.txt");

        var commit = repository.TryGit("commit", "-m", "fixed");

        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.Equal(["1", "2", "three", .. Numbers(4, 20)], Committed(repository));
        Assert.Equal(["1", "2", "three", .. Numbers(4, 9), "ten", .. Numbers(11, 20)], Lines(repository));
    }

    [Fact]
    public void A_command_that_takes_its_files_itself()
    {
        using var repository = HookedRepository.Create(Mend("sed -i '1i header' a.txt b.txt"), names: "[mend]");
        TreePicture.Shell(repository, "sed -i s/^3$/three/ a.txt; git add a.txt; sed -i s/^10$/ten/ a.txt; sed -i s/^10$/ten/ b.txt");

        var commit = repository.TryGit("commit", "-m", "fixed");

        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.Contains("b.txt not part of the commit", commit.Error, StringComparison.Ordinal);
        Assert.Equal("header", Committed(repository)[0]);
        Assert.Equal("1", repository.Git("show", "HEAD:b.txt").Split('\n')[0]);
        Assert.Equal(["header", .. Numbers(1, 9), "ten", .. Numbers(11, 20)], File.ReadAllLines(repository.PathOf("b.txt")));
    }

    [Fact]
    public void A_new_file_that_a_fixer_makes_is_named_and_not_staged()
    {
        using var repository = Staged("echo made > made.txt; sed -i '1i header' {files}", staged: "s/^3$/three/", unstaged: "s/^10$/ten/");

        var commit = repository.TryGit("commit", "-m", "fixed");

        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.Contains("made.txt", commit.Error, StringComparison.Ordinal);
        Assert.Equal(" M a.txt\n?? made.txt", repository.Git("status", "--porcelain"));
    }

    [Fact]
    public void A_fix_that_cannot_be_staged_fails_the_commit()
    {
        using var repository = Staged("touch .git/index.lock; sed -i '1i header' {files}", staged: "s/^3$/three/", unstaged: "s/^10$/ten/");
        var index = TreePicture.OfIndex(repository);

        var commit = repository.TryGit("commit", "-m", "fixed");
        File.Delete(repository.PathOf(".git/index.lock"));

        Assert.NotEqual(0, commit.ExitCode);
        Assert.Contains("failed    mend", commit.Error, StringComparison.Ordinal);
        Assert.Contains("could not be staged", commit.Error, StringComparison.Ordinal);
        Assert.Equal(index, TreePicture.OfIndex(repository));
        Assert.Equal("base", repository.Git("log", "--format=%s"));
        Assert.Contains("ten", Lines(repository));
    }

    [Fact]
    public void Names_that_look_like_patterns_are_staged_literally()
    {
        using var repository = HookedRepository.Create(Mend("for f in {files}; do sed -i '1i header' \"$f\"; done", "*.js"), names: "[mend]");
        TreePicture.Shell(repository, "seq 9 > '[id].js'; seq 9 > d.js; seq 9 > i.js; git add .; git commit -qm js --no-verify; echo more >> '[id].js'; git add -u; echo loose >> d.js; echo loose >> i.js");

        var commit = repository.TryGit("commit", "-m", "fixed");

        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.Equal("[id].js", repository.Git("show", "--name-only", "--format=", "HEAD"));
        Assert.Equal(" M d.js\n M i.js", repository.Git("status", "--porcelain"));
    }

    [Fact]
    public void Without_isolation_the_tree_is_left_alone_and_no_fix_of_a_partly_staged_file_is_staged()
    {
        using var repository = HookedRepository.Create(Mend("grep -q '^ten$' a.txt && sed -i '1i header' {files}"), isolate: "none", names: "[mend]");
        TreePicture.Shell(repository, "sed -i s/^3$/three/ a.txt; git add a.txt; sed -i s/^10$/ten/ a.txt");
        var index = TreePicture.OfIndex(repository);

        var commit = repository.TryGit("commit", "-m", "fixed");

        Assert.Equal(1, commit.ExitCode);
        Assert.Contains("also has unstaged changes", commit.Error, StringComparison.Ordinal);
        Assert.Equal(index, TreePicture.OfIndex(repository));
        Assert.Equal("header", Lines(repository)[0]);
    }

    private static TemporaryRepository Staged(string script, string staged, string unstaged)
    {
        var repository = HookedRepository.Create(Mend(script), names: "[mend]", test: $"fix-{Math.Abs(script.GetHashCode(StringComparison.Ordinal))}");
        TreePicture.Shell(repository, $"sed -i '{staged}' a.txt; git add a.txt; sed -i '{unstaged}' a.txt");
        return repository;
    }

    private static string Mend(string script, string files = "*.txt") =>
        $"    mend:\n      run: {System.Text.Json.JsonSerializer.Serialize(script)}\n      files: \"{files}\"\n      bucket: mutating";

    private static string[] Committed(TemporaryRepository repository) => repository.Git("show", "HEAD:a.txt").Split('\n');

    private static string[] Lines(TemporaryRepository repository) => File.ReadAllLines(repository.PathOf("a.txt"));

    private static string[] Numbers(int from, int to) =>
        [.. Enumerable.Range(from, to - from + 1).Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture))];
}
