using System;
using System.IO;
using FirstTry.Graph;

namespace FirstTry.Engine.Tests.Fingerprints;

public sealed class LinksAsInputs
{
    [Fact]
    public void A_link_counts_with_the_file_that_it_leads_to()
    {
        using var bench = Bench.Create();
        File.CreateSymbolicLink(bench.Repository.PathOf("src/link.py"), "../other/real.py");
        bench.Write("other/real.py", "1");
        var check = Bench.Whole() with { Inputs = Scene.Globs("src/**") };
        var first = bench.KeyOf(check);

        bench.Write("other/real.py", "2");
        Assert.NotEqual(first, bench.KeyOf(check));
        File.Delete(bench.Repository.PathOf("other/real.py"));
        Assert.NotEqual(first, bench.KeyOf(check));
    }

    [Fact]
    public void A_link_counts_with_everything_below_the_folder_that_it_leads_to()
    {
        using var bench = Bench.Create();
        bench.Write("other/deep/a.py", "1");
        File.CreateSymbolicLink(bench.Repository.PathOf("src/more"), "../other");
        var check = Bench.Whole() with { Root = "src" };
        var first = bench.KeyOf(check);

        bench.Write("other/deep/a.py", "2");
        var edited = bench.KeyOf(check);
        bench.Write("other/b.py", "2");

        Assert.NotEqual(first, edited);
        Assert.NotEqual(edited, bench.KeyOf(check));
    }

    [Fact]
    public void A_link_that_is_handed_over_counts_with_its_target()
    {
        using var bench = Bench.Create();
        File.CreateSymbolicLink(bench.Repository.PathOf("link.py"), "src/app.py");
        bench.Commit();
        var check = new Check("lint") { Run = Command.Exec("cat", "{files}"), Files = Scene.Globs("*.py") };
        var first = bench.KeyOf(check, "link.py");

        bench.Write("src/app.py", "print(9)\n");

        Assert.NotEqual(first, bench.KeyOf(check, "link.py"));
    }

    [Fact]
    public void A_link_that_points_elsewhere_is_another_key_though_the_content_is_the_same()
    {
        using var bench = Bench.Create();
        bench.Write("a.txt", "same");
        bench.Write("b.txt", "same");
        File.CreateSymbolicLink(bench.Repository.PathOf("link"), "a.txt");
        var first = bench.KeyOf(Bench.Whole());

        File.Delete(bench.Repository.PathOf("link"));
        File.CreateSymbolicLink(bench.Repository.PathOf("link"), "b.txt");

        Assert.NotEqual(first, bench.KeyOf(Bench.Whole()));
    }

    [Fact]
    public void Links_that_lead_to_each_other_have_a_key()
    {
        using var bench = Bench.Create();
        File.CreateSymbolicLink(bench.Repository.PathOf("a"), "b");
        File.CreateSymbolicLink(bench.Repository.PathOf("b"), "a");

        Assert.NotNull(bench.Of(Bench.Whole()).Key);
    }

    [Theory]
    [InlineData("/etc/hostname")]
    [InlineData("../../outside.txt")]
    public void A_link_that_leads_out_of_the_repository_has_no_key_until_its_target_is_declared(string target)
    {
        using var bench = Bench.Create("link" + target.Length);
        var outside = Path.GetFullPath(Path.Combine(bench.Repository.PathOf("src"), target));
        if (target[0] == '.')
        {
            File.WriteAllText(outside, "1");
        }

        File.CreateSymbolicLink(bench.Repository.PathOf("src/link"), target);
        Assert.Contains("leads out of the repository", bench.Of(Bench.Whole()).Obstacle, StringComparison.Ordinal);
        var declared = Bench.Whole() with { ExtraInputs = OutsideGlob(outside) };
        var first = bench.KeyOf(declared);

        if (target[0] == '.')
        {
            File.WriteAllText(outside, "2");
            Assert.NotEqual(first, bench.KeyOf(declared));
        }
    }

    [Fact]
    public void A_link_to_what_git_ignores_counts_with_a_file_and_has_no_key_with_a_folder()
    {
        using var bench = Bench.Create();
        bench.Write(".gitignore", "build\n*.gen\n");
        bench.Write("a.gen", "1");
        File.CreateSymbolicLink(bench.Repository.PathOf("link"), "a.gen");
        var first = bench.KeyOf(Bench.Whole());

        bench.Write("a.gen", "2");
        Assert.NotEqual(first, bench.KeyOf(Bench.Whole()));
        bench.Write("build/x", "1");
        File.CreateSymbolicLink(bench.Repository.PathOf("folder"), "build");
        Assert.Contains("git ignores", bench.Of(Bench.Whole()).Obstacle, StringComparison.Ordinal);
    }

    [Fact]
    public void A_root_behind_a_link_has_no_key()
    {
        using var bench = Bench.Create();
        File.CreateSymbolicLink(bench.Repository.PathOf("web"), "src");

        Assert.Null(bench.Of(Bench.Whole() with { Root = "web" }).Key);
    }

    private static GlobSet OutsideGlob(string path) =>
        Glob.TryParse(path, GlobScope.Machine, out var glob, out var error) ? new GlobSet([glob], []) : throw new ArgumentException(error);
}
