using System;
using System.IO;
using System.Linq;
using FirstTry.Graph;

namespace FirstTry.Engine.Tests.Fingerprints;

public sealed class FilesAsInputs
{
    public static TheoryData<string, Action<Bench>, string> Edits => new()
    {
        { "an edit", bench => bench.Write("src/app.py", "print(2)\n"), "src/app.py changed" },
        { "an untracked file", bench => bench.Write("src/new.py", ""), "src/new.py was added" },
        { "a deleted file", bench => File.Delete(bench.Repository.PathOf("src/lib.py")), "src/lib.py was removed" },
        { "chmod +x", bench => File.SetUnixFileMode(bench.Repository.PathOf("src/app.py"), (UnixFileMode)0b111_101_101), "src/app.py became executable" },
        { "an empty folder", bench => Directory.CreateDirectory(bench.Repository.PathOf("src/pkg")), "src/pkg was added" },
        { "line ends", bench => bench.Write("README.md", "hello\r\n"), "README.md changed" },
        { "a link in the place of a file", LinkInPlace, "src/lib.py became a symbolic link" },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void An_edit_is_another_key_and_taken_back_the_first_one(string what, Action<Bench> edit, string text)
    {
        using var bench = Bench.Create("edit_" + what.Replace(' ', '_').Replace('+', '_'));
        var check = Bench.Whole();
        var before = bench.Of(check);

        edit(bench);
        var after = bench.Of(check);
        bench.Repository.Git("stash", "--include-untracked", "--quiet");
        Directory.CreateDirectory(bench.Repository.PathOf("src"));
        if (Directory.Exists(bench.Repository.PathOf("src/pkg")))
        {
            Directory.Delete(bench.Repository.PathOf("src/pkg"));
        }

        Assert.NotEqual(before.Key, after.Key);
        Assert.Contains(text, Bench.Difference(before, after).Select(difference => difference.Text));
        Assert.Equal(before.Key, bench.KeyOf(check));
    }

    [Fact]
    public void A_place_beside_the_root_counts_where_the_files_below_it_lead_there()
    {
        using var bench = Bench.Create();
        bench.Write("data/a.yml", "1");
        bench.Write("other/a.yml", "1");
        var plain = Bench.Whole() with { Root = "src" };
        var reading = plain with { OuterInputs = ["data"] };
        var (before, first, all) = (bench.KeyOf(plain), bench.Of(reading), bench.KeyOf(plain with { OuterInputs = [""] }));

        bench.Write("other/a.yml", "2");
        Assert.Equal(first.Key, bench.KeyOf(reading));
        Assert.NotEqual(all, bench.KeyOf(plain with { OuterInputs = [""] }));

        bench.Write("data/a.yml", "2");
        bench.Write("data/b.yml", "");
        Assert.Equal(before, bench.KeyOf(plain));
        Assert.Equal(["data/a.yml changed", "data/b.yml was added"], Bench.Difference(first, bench.Of(reading)).Select(difference => difference.Text));
    }

    [Fact]
    public void A_file_that_git_ignores_does_not_count_unless_declared()
    {
        using var bench = Bench.Create();
        bench.Write(".gitignore", "*.gen\n");
        bench.Write("a.gen", "1");
        var declared = Bench.Whole() with { ExtraInputs = Scene.Globs("*.gen") };
        var (plain, extra) = (bench.KeyOf(Bench.Whole()), bench.KeyOf(declared));

        bench.Write("a.gen", "2");

        Assert.Equal(plain, bench.KeyOf(Bench.Whole()));
        Assert.NotEqual(extra, bench.KeyOf(declared));
    }

    [Fact]
    public void An_input_that_is_named_counts_also_when_git_ignores_it_or_it_is_absent()
    {
        using var bench = Bench.Create();
        bench.Write(".gitignore", "local.ini\n");
        var check = Bench.Whole() with { Inputs = Scene.Globs("local.ini") };
        var absent = bench.Of(check);

        bench.Write("local.ini", "a");
        var first = bench.Of(check);
        bench.Write("local.ini", "b");
        var second = bench.Of(check);

        Assert.Equal("local.ini was added", Assert.Single(Bench.Difference(absent, first)).Text);
        Assert.Equal("local.ini changed", Assert.Single(Bench.Difference(first, second)).Text);
    }

    [Fact]
    public void Files_that_are_handed_over_are_all_that_counts_beside_inputs()
    {
        using var bench = Bench.Create();
        var check = new Check("lint") { Run = Command.Exec("cat", "{files}"), Files = Scene.Globs("**/*.py") };
        var one = bench.KeyOf(check, "src/app.py");

        bench.Write("src/lib.py", "y = 2\n");

        Assert.Equal(one, bench.KeyOf(check, "src/app.py"));
        Assert.NotEqual(one, bench.KeyOf(check, "src/app.py", "src/lib.py"));
        bench.Write("src/app.py", "print(3)\n");
        Assert.NotEqual(one, bench.KeyOf(check, "src/app.py"));
    }

    [Fact]
    public void A_command_that_finds_its_files_itself_depends_on_all_of_them()
    {
        using var bench = Bench.Create();
        var check = new Check("types") { Run = Command.Exec("cat", "src"), Files = Scene.Globs("**/*.py") };
        var first = bench.KeyOf(check, "src/app.py");

        Assert.Equal(first, bench.KeyOf(check, "src/lib.py"));
        bench.Write("src/lib.py", "y = 2\n");
        Assert.NotEqual(first, bench.KeyOf(check, "src/app.py"));
    }

    [Fact]
    public void Contents_of_two_files_swapped_are_another_key()
    {
        using var bench = Bench.Create();
        var first = bench.KeyOf(Bench.Whole());
        var (app, lib) = (bench.Repository.Read("src/app.py"), bench.Repository.Read("src/lib.py"));

        bench.Write("src/app.py", lib);
        bench.Write("src/lib.py", app);

        Assert.NotEqual(first, bench.KeyOf(Bench.Whole()));
    }

    [Fact]
    public void A_renamed_file_is_another_key_also_when_only_the_case_differs()
    {
        using var bench = Bench.Create();
        var first = bench.KeyOf(Bench.Whole());

        bench.Repository.Git("mv", "src/app.py", "src/App.py");
        var renamed = bench.KeyOf(Bench.Whole());
        bench.Repository.Git("mv", "src/App.py", "src/app.py");

        Assert.NotEqual(first, renamed);
        Assert.Equal(first, bench.KeyOf(Bench.Whole()));
    }

    [Theory]
    [InlineData("--assume-unchanged")]
    [InlineData("--skip-worktree")]
    public void What_git_is_told_not_to_look_at_is_looked_at(string flag)
    {
        using var bench = Bench.Create("flag" + flag);
        var first = bench.KeyOf(Bench.Whole());

        bench.Repository.Git("update-index", flag, "src/app.py");
        bench.Write("src/app.py", "print(2)\n");

        Assert.NotEqual(first, bench.KeyOf(Bench.Whole()));
    }

    [Fact]
    public void An_executable_bit_that_git_does_not_look_at_counts()
    {
        using var bench = Bench.Create();
        bench.Repository.Git("config", "core.fileMode", "false");
        var first = bench.KeyOf(Bench.Whole());

        File.SetUnixFileMode(bench.Repository.PathOf("src/app.py"), (UnixFileMode)0b111_101_101);

        Assert.NotEqual(first, bench.KeyOf(Bench.Whole()));
    }

    [Fact]
    public void A_nested_repository_counts_with_what_its_git_does_not_ignore()
    {
        using var bench = Bench.Create();
        bench.Repository.Git("init", "--quiet", "inner");
        bench.Write("inner/a.txt", "1");
        bench.Write("inner/.gitignore", "*.log\n");
        var first = bench.KeyOf(Bench.Whole());

        bench.Write("inner/x.log", "1");
        Assert.Equal(first, bench.KeyOf(Bench.Whole()));
        bench.Write("inner/a.txt", "2");
        Assert.NotEqual(first, bench.KeyOf(Bench.Whole()));
    }

    private static void LinkInPlace(Bench bench)
    {
        File.Delete(bench.Repository.PathOf("src/lib.py"));
        File.CreateSymbolicLink(bench.Repository.PathOf("src/lib.py"), "app.py");
    }
}
