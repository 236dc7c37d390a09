using System.IO;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Cache;

/// <summary>Variables, and everything about the machine and the user that must not matter.</summary>
public sealed class EnvironmentTests
{
    private const string Declared = """  lint: { run: "echo x >> ../lint.ran; test \"${LEVEL-unset}\" != bad", inputs: ["src/**"], pass_env: [LEVEL] }""";

    [Fact]
    public void A_declared_variable_that_changes_runs_the_check()
    {
        using var scene = CacheScene.Create(Declared, [("src/a.txt", "")]);
        scene.Environment["LEVEL"] = "one";
        scene.Misses();

        scene.Environment["LEVEL"] = "two";

        scene.Misses(because: "LEVEL");
        scene.Environment["LEVEL"] = "bad";
        Assert.Equal("failed", scene.Misses().GetProperty("status").GetString());
        scene.Environment["LEVEL"] = "one";
        scene.Hits();
    }

    [Fact]
    public void Unset_is_not_empty()
    {
        using var scene = CacheScene.Create(Declared, [("src/a.txt", "")]);
        scene.Environment["LEVEL"] = null;
        scene.Misses();

        scene.Environment["LEVEL"] = "";

        scene.Misses(because: "LEVEL");
    }

    [Fact]
    public void A_variable_that_is_not_declared_is_a_hit_and_no_check_sees_it()
    {
        using var scene = CacheScene.Create(
            """  lint: { run: "echo x >> ../lint.ran; test -z \"$UNDECLARED\"", inputs: ["src/**"] }""", [("src/a.txt", "")]);
        scene.Misses();

        scene.Environment["UNDECLARED"] = "something";

        scene.Hits();
        scene.Write("src/a.txt", "other\n");
        Assert.Equal("passed", scene.Misses().GetProperty("status").GetString());
    }

    [Fact]
    public void A_value_never_stands_in_the_store_or_the_history()
    {
        const string Secret = "s3cr3t-4711-value";
        using var scene = CacheScene.Create(Declared, [("src/a.txt", "")]);
        scene.Environment["LEVEL"] = Secret;

        scene.Misses();

        foreach (var file in Directory.EnumerateFiles(scene.StoreRoot, "*", SearchOption.AllDirectories))
        {
            Assert.DoesNotContain(Secret, File.ReadAllText(file), System.StringComparison.Ordinal);
        }

        Assert.DoesNotContain(Secret, scene.Repository.Read(".git/firsttry/runs.jsonl"), System.StringComparison.Ordinal);
    }

    [Fact]
    public void Another_clone_in_another_place_hits_what_the_first_one_ran()
    {
        using var scene = CacheScene.Lint();
        var key = scene.Misses().GetProperty("fingerprint").GetString();
        var clone = Path.Combine(scene.Outside, "elsewhere", "a clone of it");
        Directory.CreateDirectory(Path.GetDirectoryName(clone)!);
        scene.Git("clone", "--quiet", scene.Root, clone);

        var result = CacheScene.Check(scene.Report(clone, "run", "--all-files"), "lint");

        Assert.True(result.GetProperty("cached").GetBoolean(), result.ToString());
        Assert.Equal(key, result.GetProperty("fingerprint").GetString());
    }

    [Fact]
    public void A_linked_worktree_hits_what_the_main_one_ran()
    {
        using var scene = CacheScene.Lint();
        scene.Misses();
        var linked = Path.Combine(scene.Outside, "linked");
        scene.Git("worktree", "add", "--quiet", linked);

        var result = CacheScene.Check(scene.Report(linked, "run", "--all-files"), "lint");

        Assert.True(result.GetProperty("cached").GetBoolean(), result.ToString());
    }

    [Theory]
    [InlineData("USER", "grace")]
    [InlineData("LANG", "de_DE.UTF-8")]
    [InlineData("LC_ALL", "tr_TR.UTF-8")]
    [InlineData("TZ", "Asia/Kathmandu")]
    [InlineData("TERM", "dumb")]
    [InlineData("HOSTNAME", "elsewhere")]
    public void Another_user_locale_or_time_zone_has_the_same_key(string variable, string value)
    {
        using var scene = CacheScene.Lint();
        var key = scene.Misses().GetProperty("fingerprint").GetString();

        scene.Environment[variable] = value;

        Assert.Equal(key, scene.Hits().GetProperty("fingerprint").GetString());
    }

    [Fact]
    public void Another_umask_has_the_same_key()
    {
        using var scene = CacheScene.Lint();
        scene.Misses();
        scene.Git("config", "core.sharedRepository", "umask");

        var run = CommandLine.Run(
            scene.Root, "sh", ["-c", "umask 077 && cp src/a.txt src/a.new && mv src/a.new src/a.txt && exec \"$0\" run --all-files -v", PublishedBinary.Location], scene.Environment);

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Contains("inputs unchanged", run.Output, System.StringComparison.Ordinal);
    }

    [Fact]
    public void A_salt_disowns_every_result()
    {
        using var scene = CacheScene.Lint();
        scene.Misses();

        scene.Write("firsttry.yml", scene.Repository.Read("firsttry.yml") + "cache: { salt: two }\n");

        scene.Misses(because: "salt");
    }
}
