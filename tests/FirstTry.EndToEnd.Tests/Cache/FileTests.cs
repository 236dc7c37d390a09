using System.IO;

namespace FirstTry.EndToEnd.Tests.Cache;

/// <summary>Names, modes, links and what is not there.</summary>
public sealed class FileTests
{
    private const UnixFileMode Executable =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private const string RunsScripts = """  lint: { run: "echo x >> ../lint.ran; ! test -x src/a.txt", inputs: ["src/**"] }""";

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public void A_file_that_becomes_executable_runs_the_check_whatever_fileMode_says(string fileMode)
    {
        using var scene = CacheScene.Create(RunsScripts, [("src/a.txt", "")]);
        scene.Git("config", "core.fileMode", fileMode);
        scene.Misses();

        File.SetUnixFileMode(scene.Repository.PathOf("src/a.txt"), Executable);

        Assert.Equal("failed", scene.Misses().GetProperty("status").GetString());
    }

    [Fact]
    public void A_file_that_only_others_may_execute_is_another_input()
    {
        using var scene = CacheScene.Create(RunsScripts, [("src/a.txt", "")]);
        scene.Misses();

        File.SetUnixFileMode(scene.Repository.PathOf("src/a.txt"), Executable & ~UnixFileMode.UserExecute | UnixFileMode.OtherExecute);

        scene.Misses();
    }

    [Fact]
    public void A_moved_file_runs_the_check()
    {
        using var scene = CacheScene.Create(
            """  lint: { run: "echo x >> ../lint.ran; test -e src/a.txt", inputs: ["src/**"] }""", [("src/a.txt", "same\n")]);
        scene.Misses();

        scene.Git("mv", "src/a.txt", "src/b.txt");

        Assert.Equal("failed", scene.Misses().GetProperty("status").GetString());
    }

    [Fact]
    public void A_name_that_changes_in_case_only_runs_the_check()
    {
        using var scene = CacheScene.Create(
            """  lint: { run: "echo x >> ../lint.ran; ls src | grep -qx Name.txt", inputs: ["src/**"] }""", [("src/Name.txt", "same\n")]);
        scene.Misses();

        scene.Git("mv", "-f", "src/Name.txt", "src/name.txt");

        Assert.Equal("failed", scene.Misses().GetProperty("status").GetString());
    }

    [Fact]
    public void Two_files_that_swap_their_content_run_the_check()
    {
        using var scene = CacheScene.Create(
            """  lint: { run: "echo x >> ../lint.ran; grep -q one src/a.txt", inputs: ["src/**"] }""", [("src/a.txt", "one\n"), ("src/b.txt", "two\n")]);
        scene.Misses();

        File.Move(scene.Repository.PathOf("src/a.txt"), scene.Repository.PathOf("src/c.txt"));
        File.Move(scene.Repository.PathOf("src/b.txt"), scene.Repository.PathOf("src/a.txt"));
        File.Move(scene.Repository.PathOf("src/c.txt"), scene.Repository.PathOf("src/b.txt"));

        Assert.Equal("failed", scene.Misses().GetProperty("status").GetString());
    }

    [Fact]
    public void A_link_that_leads_elsewhere_runs_the_check()
    {
        using var scene = CacheScene.Lint();
        scene.Write("good.txt", "good\n");
        scene.Write("other.txt", "bad\n");
        File.CreateSymbolicLink(scene.Repository.PathOf("src/link"), "../good.txt");
        scene.Misses();

        File.Delete(scene.Repository.PathOf("src/link"));
        File.CreateSymbolicLink(scene.Repository.PathOf("src/link"), "../other.txt");

        scene.Misses();
    }

    [Fact]
    public void What_a_link_leads_to_is_an_input_too()
    {
        using var scene = CacheScene.Create(
            """  lint: { run: "echo x >> ../lint.ran; ! cat src/* | grep -q bad", inputs: ["src/**"] }""", [("shared/text", "good\n"), ("src/a.txt", "")]);
        File.CreateSymbolicLink(scene.Repository.PathOf("src/link"), "../shared/text");
        scene.Repository.CommitAll();
        scene.Misses();
        scene.Hits();

        scene.Write("shared/text", "bad\n");

        Assert.Equal("failed", scene.Misses().GetProperty("status").GetString());
    }

    [Fact]
    public void Links_in_a_circle_end_nothing_and_are_inputs_themselves()
    {
        using var scene = CacheScene.Lint();
        File.CreateSymbolicLink(scene.Repository.PathOf("src/one"), "two");
        File.CreateSymbolicLink(scene.Repository.PathOf("src/two"), "one");
        File.CreateSymbolicLink(scene.Repository.PathOf("src/self"), "self");

        scene.Misses();
        scene.Run();

        File.Delete(scene.Repository.PathOf("src/two"));
        scene.Write("src/two", "bad\n");
        Assert.Equal("failed", scene.Misses().GetProperty("status").GetString());
    }

    [Fact]
    public void A_file_that_becomes_a_link_to_the_same_content_runs_the_check()
    {
        using var scene = CacheScene.Create(
            """  lint: { run: "echo x >> ../lint.ran; ! test -L src/a.txt", inputs: ["src/**"] }""", [("src/a.txt", "same\n"), ("copy.txt", "same\n")]);
        scene.Misses();

        File.Delete(scene.Repository.PathOf("src/a.txt"));
        File.CreateSymbolicLink(scene.Repository.PathOf("src/a.txt"), "../copy.txt");

        Assert.Equal("failed", scene.Misses().GetProperty("status").GetString());
    }

    [Fact]
    public void A_link_out_of_the_repository_is_never_remembered()
    {
        using var scene = CacheScene.Lint();
        File.WriteAllText(Path.Combine(scene.Outside, "outer.txt"), "good\n");
        File.CreateSymbolicLink(scene.Repository.PathOf("src/out"), Path.Combine(scene.Outside, "outer.txt"));

        scene.Misses();
        scene.Misses();
    }

    [Fact]
    public void A_link_out_of_the_repository_counts_with_its_target_once_that_is_declared()
    {
        using var scene = CacheScene.Lint();
        var outer = Path.Combine(scene.Outside, "outer.txt");
        File.WriteAllText(outer, "good\n");
        File.CreateSymbolicLink(scene.Repository.PathOf("src/out"), outer);
        scene.Write(
            "firsttry.yml",
            $$"""
            version: 1
            checks:
              lint: { run: "echo x >> ../lint.ran; ! grep -Rs bad src", inputs: ["src/**"], extra_inputs: ["{{outer}}"] }
            """);
        scene.Misses();
        scene.Hits();

        File.WriteAllText(outer, "bad\n");

        Assert.Equal("failed", scene.Misses().GetProperty("status").GetString());
    }

    [Fact]
    public void An_untracked_input_that_is_made_or_deleted_runs_the_check()
    {
        using var scene = CacheScene.Lint();
        scene.Misses();

        scene.Write("src/new.txt", "bad\n");
        Assert.Equal("failed", scene.Misses().GetProperty("status").GetString());
        File.Delete(scene.Repository.PathOf("src/new.txt"));
        scene.Hits();
        File.Delete(scene.Repository.PathOf("src/b.txt"));

        scene.Misses(because: "src/b.txt");
    }

    [Fact]
    public void A_config_file_that_comes_into_being_runs_the_check()
    {
        using var scene = CacheScene.Create(
            """  lint: { run: "echo x >> ../lint.ran; ! test -e lint.toml", inputs: ["src/**", lint.toml] }""", [("src/a.txt", "")]);
        scene.Misses();

        scene.Write("lint.toml", "");

        Assert.Equal("failed", scene.Misses().GetProperty("status").GetString());
    }

    [Fact]
    public void An_ignored_file_that_is_read_is_a_hit_as_documented_and_with_extra_inputs_a_miss()
    {
        const string Checks = """
              plain: { run: "echo x >> ../plain.ran; cat src/gen.out > /dev/null 2>&1; true", inputs: ["src/**"] }
              extra: { run: "echo x >> ../extra.ran; ! grep -qs bad src/gen.out", inputs: ["src/**"], extra_inputs: [src/gen.out] }
            """;
        using var scene = CacheScene.Create(Checks, [("src/a.txt", ""), (".gitignore", "*.out\n")]);
        scene.Write("src/gen.out", "good\n");
        scene.Run();

        scene.Write("src/gen.out", "bad\n");
        var report = scene.Run();

        Assert.True(CacheScene.Check(report, "plain").GetProperty("cached").GetBoolean());
        Assert.Equal("failed", CacheScene.Check(report, "extra").GetProperty("status").GetString());
        File.Delete(scene.Repository.PathOf("src/gen.out"));
        Assert.Equal(1, scene.Executions("plain"));
        scene.Misses("extra");
    }
}
