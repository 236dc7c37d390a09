using System;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace FirstTry.EndToEnd.Tests.Cache;

/// <summary>Why a check ran, or would run.</summary>
public sealed class ExplainTests
{
    private const string Checks = """  lint: { run: "echo x >> ../lint.ran; mylint", inputs: ["src/**"], pass_env: [LEVEL] }""";

    [Fact]
    public void An_edit_a_tool_and_a_variable_are_each_named_before_and_after_the_run()
    {
        using var scene = Scene();
        scene.Run();

        scene.Write("src/a.txt", "edited\n");
        Explains(scene, "src/a.txt changed");
        Tool(scene, "# another version\nexit 0");
        Explains(scene, "mylint");
        scene.Environment["LEVEL"] = "two";
        Explains(scene, "LEVEL");
    }

    [Fact]
    public void A_hit_and_what_would_happen_now_are_explained()
    {
        using var scene = Scene();
        var before = scene.Repository.Firsttry("explain", "lint");
        scene.Run();
        scene.Run();

        var after = scene.Repository.Firsttry("explain", "lint");

        Assert.Contains("no run in the history", before.Output, StringComparison.Ordinal);
        Assert.Contains("remembered in the last run", after.Output, StringComparison.Ordinal);
        Assert.Contains("now: remembered", after.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_check_that_there_is_not_gets_the_nearest_one_suggested()
    {
        using var scene = Scene();

        var answer = scene.Repository.Firsttry("explain", "lnt");

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("'lint'", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_says_what_would_hit_and_why_not_and_leaves_everything_as_it_is()
    {
        using var scene = Scene();
        var cold = Plan(scene);
        scene.Run();
        var files = Directory.GetFiles(scene.StoreRoot, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        var executions = scene.Executions("lint");

        var warm = Plan(scene);
        scene.Write("src/a.txt", "edited\n");
        var edited = Plan(scene);
        var text = scene.Repository.Firsttry("plan", "--all-files");

        Assert.Equal((false, true), (cold.GetProperty("cached").GetBoolean(), cold.GetProperty("runs").GetBoolean()));
        Assert.Equal((true, false), (warm.GetProperty("cached").GetBoolean(), warm.GetProperty("runs").GetBoolean()));
        Assert.Equal((false, "src/a.txt changed"), (edited.GetProperty("cached").GetBoolean(), edited.GetProperty("reason").GetString()));
        Assert.Contains("src/a.txt changed", text.Output, StringComparison.Ordinal);
        Assert.Equal(executions, scene.Executions("lint"));
        Assert.Equal(files, Directory.GetFiles(scene.StoreRoot, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_check_with_verdicts_by_chance_is_marked_as_flaky()
    {
        using var scene = CacheScene.Create(
            """  lint: { run: "test -e ../flag && exit 1; touch ../flag", inputs: ["src/**"] }""", [("src/a.txt", "")]);
        scene.Report(scene.Root, "run", "--cache", "refresh");
        scene.Report(scene.Root, "run", "--cache", "refresh");

        var stats = scene.Repository.Firsttry("stats", "--format", "json");

        var lint = JsonDocument.Parse(stats.Output).RootElement.GetProperty("checks").EnumerateArray().Single();
        Assert.True(lint.GetProperty("flaky").GetBoolean(), stats.Output);
    }

    // Before the run as what would happen, after it as what happened, and with nothing else.
    private static void Explains(CacheScene scene, string cause)
    {
        var now = Explain(scene).GetProperty("now");
        scene.Run();
        var last = Explain(scene).GetProperty("last");

        foreach (var part in new[] { now, last })
        {
            var change = Assert.Single(part.GetProperty("changes").EnumerateArray());
            Assert.Contains(cause, change.GetProperty("text").GetString(), StringComparison.Ordinal);
        }
    }

    private static JsonElement Explain(CacheScene scene)
    {
        var answer = scene.Repository.Firsttry("explain", "lint", "--format", "json");
        Assert.True(answer.ExitCode == 0, answer.ToString());
        return JsonDocument.Parse(answer.Output).RootElement;
    }

    private static JsonElement Plan(CacheScene scene) => CacheScene.Check(scene.Report(scene.Root, "plan", "--all-files"), "lint");

    private static CacheScene Scene([System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        var scene = CacheScene.Create(Checks, [("src/a.txt", "text\n")], test);
        scene.Environment["PATH"] = Path.Combine(scene.Outside, "bin") + ":" + Environment.GetEnvironmentVariable("PATH");
        scene.Environment["LEVEL"] = "one";
        Tool(scene, "exit 0");
        return scene;
    }

    private static void Tool(CacheScene scene, string script)
    {
        var path = Path.Combine(scene.Outside, "bin", "mylint");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
    }
}
