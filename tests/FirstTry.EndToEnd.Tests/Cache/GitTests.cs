using System.IO;

namespace FirstTry.EndToEnd.Tests.Cache;

/// <summary>Where git's own answer to "did it change?" would be wrong.</summary>
public sealed class GitTests
{
    private const string NoCarriageReturns = """  lint: { run: "echo x >> ../lint.ran; ! grep -q \"$(printf '\\r')\" src/a.txt", inputs: ["src/**"] }""";

    [Fact]
    public void Line_ends_that_git_does_not_see_run_the_check()
    {
        using var scene = CacheScene.Create(NoCarriageReturns, [("src/a.txt", "one\n"), (".gitattributes", "* text=auto\n")]);
        scene.Misses();

        File.WriteAllText(scene.Repository.PathOf("src/a.txt"), "one\r\n");
        scene.Git("add", "--all");

        Assert.Equal("", scene.Git("diff", "--cached", "--name-only"));
        Assert.Equal("failed", scene.Misses().GetProperty("status").GetString());
    }

    [Fact]
    public void What_a_clean_filter_hides_from_git_runs_the_check()
    {
        using var scene = CacheScene.Lint();
        scene.Git("config", "filter.hide.clean", "sed s/bad/good/");
        scene.Write(".gitattributes", "*.txt filter=hide\n");
        scene.Repository.CommitAll();
        scene.Misses();

        scene.Write("src/a.txt", "bad\n");
        scene.Git("add", "--all");

        Assert.Equal("", scene.Git("diff", "--cached", "--name-only"));
        Assert.Equal("failed", scene.Misses().GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("--assume-unchanged")]
    [InlineData("--skip-worktree")]
    public void A_file_that_git_was_told_not_to_look_at_is_looked_at(string flag)
    {
        using var scene = CacheScene.Lint();
        scene.Git("update-index", flag, "src/a.txt");
        scene.Misses();

        scene.Write("src/a.txt", "bad\n");

        Assert.Equal("failed", scene.Misses().GetProperty("status").GetString());
    }

    [Fact]
    public void A_sparse_checkout_has_the_files_that_it_has()
    {
        using var scene = CacheScene.Create(
            """  lint: { run: "echo x >> ../lint.ran; test -e src/deep/c.txt", inputs: ["src/**"] }""",
            [("src/a.txt", "good\n"), ("src/deep/c.txt", "good\n"), ("docs/readme.txt", "")]);
        scene.Misses();

        scene.Git("sparse-checkout", "set", "--no-cone", "/*", "!/src/deep/");
        Assert.Equal("failed", scene.Misses().GetProperty("status").GetString());
        scene.Git("sparse-checkout", "disable");

        scene.Hits();
    }

    [Theory]
    [InlineData("--split-index")]
    [InlineData("--index-version=4")]
    [InlineData("--untracked-cache")]
    public void An_index_of_another_kind_gives_the_same_key(string kind)
    {
        using var scene = CacheScene.Lint();
        var key = scene.Misses().GetProperty("fingerprint").GetString();

        scene.Git("update-index", kind);

        Assert.Equal(key, scene.Hits().GetProperty("fingerprint").GetString());
        scene.Write("src/a.txt", "bad\n");
        Assert.Equal("failed", scene.Misses().GetProperty("status").GetString());
    }

    [Fact]
    public void A_submodule_that_is_dirty_and_then_differently_dirty_runs_the_check_each_time()
    {
        using var scene = WithSubmodule();
        scene.Misses();

        File.WriteAllText(scene.Repository.PathOf("src/sub/text"), "dirty\n");
        scene.Misses();
        File.WriteAllText(scene.Repository.PathOf("src/sub/text"), "bad\n");

        Assert.Equal("failed", scene.Misses().GetProperty("status").GetString());
    }

    [Fact]
    public void A_submodule_at_another_commit_runs_the_check()
    {
        using var scene = WithSubmodule();
        scene.Misses();

        scene.Git("-C", "src/sub", "commit", "--quiet", "--allow-empty", "--message", "moved");
        scene.Git("add", "src/sub");

        scene.Misses();
    }

    [Fact]
    public void A_nested_repository_whose_files_change_runs_the_check()
    {
        using var scene = CacheScene.Lint();
        scene.Git("init", "--quiet", "src/nested");
        File.WriteAllText(scene.Repository.PathOf("src/nested/text"), "good\n");
        scene.Run();

        File.WriteAllText(scene.Repository.PathOf("src/nested/text"), "bad\n");

        Assert.Equal("failed", CacheScene.Check(scene.Run(), "lint").GetProperty("status").GetString());
    }

    [Fact]
    public void A_branch_that_is_declared_is_an_input_and_one_that_is_not_is_none()
    {
        using var scene = CacheScene.Lint();
        scene.Misses();

        scene.Git("switch", "--quiet", "--create", "topic");

        scene.Hits();
    }

    private static CacheScene WithSubmodule([System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        var scene = CacheScene.Create(
            """  lint: { run: "echo x >> ../lint.ran; ! grep -rqs bad src --exclude-dir=.git --exclude=.git", inputs: ["src/**"] }""",
            [("src/a.txt", "good\n")],
            test);
        var library = Path.Combine(scene.Outside, "library");
        scene.Git("init", "--quiet", library);
        File.WriteAllText(Path.Combine(library, "text"), "good\n");
        scene.Git("-C", library, "add", "text");
        scene.Git("-C", library, "commit", "--quiet", "--message", "library");
        scene.Git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", "../library", "src/sub");
        scene.Repository.CommitAll();
        return scene;
    }
}
