using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace FirstTry.EndToEnd.Tests.Cache;

/// <summary>
/// Whatever happens to a repository, in any order: no remembered pass differs from the verdict of a run. <c>FIRSTTRY_RANDOM_EDITS</c> makes the
/// sequence longer, <c>FIRSTTRY_SEED</c> repeats one.
/// </summary>
public sealed class RandomEditTests
{
    private const string Checks = """
          lint: { run: "! grep -rqs bad src", inputs: ["src/**"] }
          mode: { run: "! test -x src/a.txt", inputs: [src/a.txt] }
          names: { run: "! ls src | grep -q z", inputs: ["src/**"] }
          level: { run: "test \"${LEVEL-unset}\" != bad", inputs: [src/a.txt], pass_env: [LEVEL] }
          tool: { run: [mytool], inputs: [src/b.txt] }
          all: { run: "! grep -rqs --exclude-dir=.git bad ." }
          link: { run: "! grep -qs bad src/link", inputs: [src/link] }
          after: { run: "test -e src/a.txt", inputs: ["src/*.txt"], needs: [mode] }
          listed: { run: "! grep -l bad {files}", files: "*.txt" }
        """;

    private static readonly string[] Names = ["src/a.txt", "src/b.txt", "src/c.txt", "src/z.txt", "docs/d.txt", "top.txt"];
    private static readonly string[] Contents = ["good\n", "fine\n", "bad!\n"];

    [Fact]
    public void No_random_sequence_of_changes_makes_a_remembered_pass_wrong()
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("FIRSTTRY_RANDOM_EDITS") ?? "200", CultureInfo.InvariantCulture);
        var seed = int.Parse(Environment.GetEnvironmentVariable("FIRSTTRY_SEED") ?? $"{Environment.TickCount & 0xffff}", CultureInfo.InvariantCulture);
        var random = new Random(seed);
        using var scene = Scene();
        var steps = new List<string>();
        var compared = 0;
        for (var i = 0; i < count; i++)
        {
            steps.Add(Change(scene, random));
            var file = Path.Combine(scene.Outside, "counters.json");
            scene.Environment["FIRSTTRY_COUNTERS"] = file;

            var report = scene.Report(scene.Root, "run", "--all-files", "--cache", "verify");

            var wrong = report.GetProperty("checks").EnumerateArray().Where(check => check.GetProperty("status").GetString() == "error").ToList();
            Assert.True(wrong.Count == 0, $"seed {seed}, step {i}:\n{string.Join('\n', steps.TakeLast(30))}\n{string.Join('\n', wrong)}");
            compared += JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("hits").GetInt32();
        }

        Assert.True(compared > count, $"seed {seed}: only {compared} remembered passes were compared in {count} runs");
    }

    private static string Change(CacheScene scene, Random random)
    {
        var name = Names[random.Next(Names.Length)];
        var path = scene.Repository.PathOf(name);
        foreach (var place in (string[])[path, scene.Repository.PathOf("src/link")])
        {
            // git removes a folder with its last file.
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        }

        switch (random.Next(12))
        {
            case 0 or 1 or 2:
                var content = Contents[random.Next(Contents.Length)];
                File.Delete(path);
                scene.Write(name, content);
                return $"write {name}: {content.TrimEnd()}";
            case 3:
                var time = DateTime.UtcNow.AddSeconds(random.Next(-3, 4));
                return Try($"touch {name}", () => File.SetLastWriteTimeUtc(path, time));
            case 4:
                var target = Names[random.Next(Names.Length)];
                return Try($"move {name} to {target}", () => File.Move(path, scene.Repository.PathOf(target), overwrite: true));
            case 5:
                return Try($"chmod {name}", () => File.SetUnixFileMode(path, File.GetUnixFileMode(path) ^ UnixFileMode.UserExecute));
            case 6:
                return Try($"delete {name}", () => File.Delete(path));
            case 7:
                scene.Git("checkout", "--quiet", "--force", "HEAD", "--", ".");
                return "revert";
            case 8:
                return SwitchBranch(scene, random);
            case 9:
                scene.Environment["LEVEL"] = ((string?[])[null, "", "one", "bad"])[random.Next(4)];
                return $"LEVEL is {scene.Environment["LEVEL"] ?? "unset"}";
            case 10:
                return Tool(scene, random.Next(3));
            default:
                var link = scene.Repository.PathOf("src/link");
                File.Delete(link);
                File.CreateSymbolicLink(link, "../" + name);
                return $"link to {name}";
        }
    }

    private static string Try(string step, Action change)
    {
        try
        {
            change();
            return step;
        }
        catch (IOException)
        {
            return $"{step}: not there";
        }
    }

    private static string SwitchBranch(CacheScene scene, Random random)
    {
        var branch = $"b{random.Next(3)}";
        scene.Git("add", "--all");
        scene.Git("commit", "--quiet", "--no-verify", "--allow-empty", "--message", "step");
        if (scene.Repository.TryGit("switch", "--quiet", branch).ExitCode != 0)
        {
            scene.Git("switch", "--quiet", "--create", branch);
        }

        return $"commit, switch to {branch}";
    }

    private static string Tool(CacheScene scene, int version)
    {
        var path = Path.Combine(scene.Outside, "bin", "mytool");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, $"#!/bin/sh\n# version {version}\nexit {(version == 2 ? 1 : 0)}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        return $"tool version {version}";
    }

    private static CacheScene Scene()
    {
        var scene = CacheScene.Create(Checks, [.. Names.Take(3).Append("docs/d.txt").Select(name => (name, "good\n"))], nameof(RandomEditTests));
        scene.Environment["PATH"] = Path.Combine(scene.Outside, "bin") + ":" + Environment.GetEnvironmentVariable("PATH");
        scene.Environment["LEVEL"] = "one";
        Tool(scene, 0);
        return scene;
    }
}
