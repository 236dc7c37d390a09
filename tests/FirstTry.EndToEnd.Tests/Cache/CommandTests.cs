using System;
using System.IO;

namespace FirstTry.EndToEnd.Tests.Cache;

/// <summary>What is started, what came of it, and what never stands in for what.</summary>
public sealed class CommandTests
{
    [Theory]
    [InlineData("[probe, a, b]", "[probe, b, a]")]
    [InlineData("[probe, \"a b\"]", "[probe, a, b]")]
    [InlineData("[probe, a]", "[probe, a, \"\"]")]
    [InlineData("[probe, a]", "\"probe a\"")]
    public void Another_command_is_another_check(string before, string after)
    {
        using var scene = CacheScene.Create($$"""  lint: { run: {{before}}, inputs: ["src/**"] }""", [("src/a.txt", "")]);
        Probe(scene);
        scene.Misses();
        scene.Hits();

        scene.Write("firsttry.yml", $$"""
            version: 1
            checks:
              lint: { run: {{after}}, inputs: ["src/**"] }

            """);

        var reason = scene.Misses().GetProperty("reason").GetString();
        Assert.True(reason!.Contains("command", StringComparison.Ordinal) || reason.Contains("argument", StringComparison.Ordinal), reason);
    }

    [Fact]
    public void A_check_that_fails_always_runs()
    {
        using var scene = CacheScene.Lint();
        scene.Write("src/a.txt", "bad\n");

        Assert.Equal("failed", scene.Misses().GetProperty("status").GetString());
        Assert.Equal("failed", scene.Misses().GetProperty("status").GetString());
        Assert.Empty(scene.StoreFiles("ac"));
    }

    [Fact]
    public void A_check_that_a_signal_ends_is_not_remembered()
    {
        using var scene = CacheScene.Create(
            """  lint: { run: "echo x >> ../lint.ran; kill -TERM $$; sleep 5", inputs: ["src/**"] }""", [("src/a.txt", "")]);

        scene.Misses();
        scene.Misses();

        Assert.Empty(scene.StoreFiles("ac"));
    }

    [Fact]
    public void A_check_whose_time_was_up_is_not_remembered()
    {
        using var scene = CacheScene.Create(
            """  lint: { run: "echo x >> ../lint.ran; exec sleep 30", inputs: ["src/**"], timeout: 3s }""", [("src/a.txt", "")]);

        Assert.Equal("timed_out", scene.Misses().GetProperty("status").GetString());
        Assert.Equal("timed_out", scene.Misses().GetProperty("status").GetString());
        Assert.Empty(scene.StoreFiles("ac"));
    }

    [Fact]
    public void A_check_that_leaves_a_process_behind_is_not_remembered()
    {
        using var scene = CacheScene.Create(
            """  lint: { run: "echo x >> ../lint.ran; sleep 30 & true", inputs: ["src/**"] }""", [("src/a.txt", "")]);

        scene.Misses();
        scene.Misses();

        Assert.Empty(scene.StoreFiles("ac"));
    }

    [Fact]
    public void Selected_files_that_pass_never_stand_in_for_all_of_them()
    {
        using var scene = CacheScene.Create(
            """  lint: { run: "echo x >> ../lint.ran; ! grep -l bad {files}", files: "*.txt" }""", [("src/a.txt", "good\n"), ("src/b.txt", "bad\n")]);
        var selected = scene.Report(scene.Root, "run", "--files", "src/a.txt");
        Assert.Equal("passed", CacheScene.Check(selected, "lint").GetProperty("status").GetString());

        Assert.Equal("failed", scene.Misses().GetProperty("status").GetString());
    }

    [Fact]
    public void What_is_never_to_be_remembered_runs_each_time()
    {
        using var scene = CacheScene.Create(
            """  lint: { run: "echo x >> ../lint.ran", inputs: ["src/**"], cache: false }""", [("src/a.txt", "")]);

        scene.Misses();
        scene.Misses();
    }

    [Fact]
    public void A_result_that_is_good_for_a_while_is_remembered_that_long()
    {
        using var scene = CacheScene.Create(
            """
              lint: { run: "echo x >> ../lint.ran", inputs: ["src/**"], cache: 1h }
              brief: { run: "echo x >> ../brief.ran", inputs: ["src/**"], cache: 1ms }
            """,
            [("src/a.txt", "")]);
        scene.Misses();

        scene.Hits();
        scene.Misses("brief", because: "older than 1ms");
    }

    [Fact]
    public void The_log_of_a_remembered_pass_is_shown_without_control_codes()
    {
        using var scene = CacheScene.Create(
            """  lint: { run: "echo x >> ../lint.ran; printf 'a \\033[31mred\\033[0m line\\n'", inputs: ["src/**"] }""", [("src/a.txt", "")]);

        var live = scene.Misses();
        var remembered = scene.Hits();

        Assert.Equal("a \e[31mred\e[0m line\n", live.GetProperty("output").GetString());
        Assert.Equal("a red line\n", remembered.GetProperty("output").GetString());
    }

    [Fact]
    public void A_remembered_pass_opens_the_gate_like_a_live_one()
    {
        using var scene = CacheScene.Create(
            """
              first: { run: "echo x >> ../first.ran", inputs: ["src/**"] }
              lint: { run: "echo x >> ../lint.ran; ! grep -rs bad docs", inputs: ["docs/**"], needs: [first] }
            """,
            [("src/a.txt", ""), ("docs/a.txt", "good\n")]);
        scene.Run();

        scene.Write("docs/a.txt", "bad\n");
        var report = scene.Run();

        Assert.True(CacheScene.Check(report, "first").GetProperty("cached").GetBoolean());
        Assert.Equal("failed", CacheScene.Check(report, "lint").GetProperty("status").GetString());
        Assert.Equal((1, 2), (scene.Executions("first"), scene.Executions("lint")));
    }

    [Fact]
    public void The_modes_do_what_they_say()
    {
        using var scene = CacheScene.Lint();
        scene.Run("--cache", "read");
        Assert.Empty(scene.StoreFiles("ac"));

        scene.Misses();
        scene.Run("--cache", "off");
        scene.Run("--cache", "refresh");
        scene.Run("--cache", "verify");
        Assert.Equal(5, scene.Executions("lint"));

        scene.Run("--cache", "read");
        scene.Run("--cache", "paranoid");
        Assert.Equal(5, scene.Executions("lint"));
        scene.Environment["FIRSTTRY_CACHE"] = "off";
        scene.Misses();
    }

    [Fact]
    public void Verify_reports_a_verdict_that_is_not_the_remembered_one()
    {
        using var scene = CacheScene.Create(
            """  lint: { run: "echo x >> ../lint.ran; ! test -e ../broken", inputs: ["src/**"] }""", [("src/a.txt", "")]);
        scene.Misses();
        File.WriteAllText(Path.Combine(scene.Outside, "broken"), "");

        var report = scene.Report(scene.Root, "run", "--all-files", "--cache", "verify");

        var result = CacheScene.Check(report, "lint");
        Assert.Equal((1, "error"), (report.GetProperty("exit_code").GetInt32(), result.GetProperty("status").GetString()));
        Assert.Contains("remembered as passed", result.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Empty(scene.StoreFiles("ac"));
    }

    private static void Probe(CacheScene scene)
    {
        var path = Path.Combine(scene.Outside, "bin", "probe");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "#!/bin/sh\necho x >> ../lint.ran\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        scene.Environment["PATH"] = Path.GetDirectoryName(path) + ":" + Environment.GetEnvironmentVariable("PATH");
    }
}
