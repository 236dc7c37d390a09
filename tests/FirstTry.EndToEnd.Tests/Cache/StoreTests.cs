using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Cache;

/// <summary>Whatever is wrong with the store, verdicts and exit codes stay what they are.</summary>
public sealed class StoreTests
{
    private const string Silent = """  lint: { run: "! grep -rs bad src", inputs: ["src/**"] }""";

    public static TheoryData<string> Damages => [.. Damage.Keys];

    private static Dictionary<string, Func<byte[], byte[]>> Damage { get; } = new(StringComparer.Ordinal)
    {
        ["truncated"] = bytes => bytes[..(bytes.Length / 2)],
        ["bit flipped"] = bytes => [.. bytes[..40], (byte)(bytes[40] ^ 4), .. bytes[41..]],
        ["emptied"] = _ => [],
        ["of another schema"] = bytes => Sign(TextOf(bytes).Replace("firsttry result 1\n", "firsttry result 9\n", StringComparison.Ordinal)),
        ["of another key"] = bytes => Sign(TextOf(bytes).Replace("\nkey ", "\nkey 0", StringComparison.Ordinal)),
        ["from the future"] = bytes => Sign(string.Join('\n', TextOf(bytes).Split('\n').Select(line =>
            line.StartsWith("stored_ms ", StringComparison.Ordinal) ? $"stored_ms {DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeMilliseconds()}" : line))),
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public void A_record_that_is_damaged_is_a_miss_and_is_replaced(string damage)
    {
        using var scene = CacheScene.Lint();
        scene.Misses();
        var record = Assert.Single(scene.StoreFiles("ac"));
        File.WriteAllBytes(record, Damage[damage](File.ReadAllBytes(record)));

        scene.Misses();

        scene.Hits();
    }

    [Fact]
    public void A_record_under_the_name_of_another_is_a_miss()
    {
        using var scene = CacheScene.Lint();
        scene.Misses();
        var good = File.ReadAllBytes(Assert.Single(scene.StoreFiles("ac")));
        scene.Write("src/a.txt", "bad\n");
        var key = scene.Misses().GetProperty("fingerprint").GetString()!;
        Directory.CreateDirectory(Path.Combine(scene.StoreRoot, "ac", key[..2]));
        File.WriteAllBytes(Path.Combine(scene.StoreRoot, "ac", key[..2], key), good);

        Assert.Equal("failed", scene.Misses().GetProperty("status").GetString());
    }

    [Fact]
    public void Content_without_its_record_is_a_miss_and_is_used_again()
    {
        using var scene = CacheScene.Create("""  lint: { run: "echo x >> ../lint.ran; echo fine", inputs: ["src/**"] }""", [("src/a.txt", "")]);
        scene.Misses();
        File.Delete(Assert.Single(scene.StoreFiles("ac")));

        scene.Misses();

        Assert.Equal("fine\n", scene.Hits().GetProperty("output").GetString());
    }

    [Fact]
    public void Runs_that_are_killed_at_any_moment_leave_a_store_that_is_whole()
    {
        using var scene = CacheScene.Create("""  lint: { run: "echo fine", inputs: ["src/**"] }""", [("src/a.txt", "")]);
        for (var i = 0; i < 12; i++)
        {
            scene.Write("src/a.txt", $"{i}\n");
            using var run = Start(scene);
            run.WaitForExit(TimeSpan.FromMilliseconds(5 + (i * 12)));
            run.Kill();
            run.WaitForExit();
        }

        var verification = scene.Repository.Firsttry("cache", "verify");

        Assert.True(verification.ExitCode == 0, verification.ToString());
        Assert.Equal("passed", CacheScene.Check(scene.Run("--cache", "verify"), "lint").GetProperty("status").GetString());
    }

    [Fact]
    public void A_disk_that_is_full_costs_a_warning_and_no_verdict()
    {
        if (File.Exists(Path.ChangeExtension(PublishedBinary.Location, ".dll")))
        {
            // The runtime of a build that is not native writes files of its own and does not start.
            return;
        }

        using var scene = CacheScene.Create(Silent, [("src/a.txt", "good\n")]);

        var passing = Limited(scene);
        scene.Write("src/a.txt", "bad\n");
        var failing = Limited(scene);

        Assert.True(passing.ExitCode == 0, passing.ToString());
        Assert.Single(passing.Error.Split('\n'), line => line.Contains("is not remembered", StringComparison.Ordinal));
        Assert.True(failing.ExitCode == 1, failing.ToString());
        Assert.Empty(scene.StoreFiles("ac"));
    }

    [Fact]
    public void A_store_that_cannot_be_written_is_still_read()
    {
        using var scene = CacheScene.Lint();
        scene.Misses();
        Directory.Delete(Path.Combine(scene.StoreRoot, "tmp"), recursive: true);
        File.WriteAllText(Path.Combine(scene.StoreRoot, "tmp"), "a file where a folder belongs");

        scene.Hits();
        scene.Write("src/a.txt", "fine too\n");
        scene.Misses();
        scene.Misses();
        var run = scene.Repository.Firsttry("run", "--all-files");

        Assert.Equal(0, run.ExitCode);
        Assert.Single(run.Error.Split('\n'), line => line.Contains("is not remembered", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_where_the_store_belongs_costs_a_warning_and_no_verdict()
    {
        using var scene = CacheScene.Lint();
        File.WriteAllText(scene.Environment["FIRSTTRY_CACHE_DIR"]!, "mine");

        scene.Misses();
        scene.Write("src/a.txt", "bad\n");

        Assert.Equal("failed", scene.Misses().GetProperty("status").GetString());
        Assert.Equal("mine", File.ReadAllText(scene.Environment["FIRSTTRY_CACHE_DIR"]!));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(20)]
    public void Many_runs_at_once_all_pass_and_all_hit_afterwards(int count)
    {
        using var scene = CacheScene.Lint();
        scene.Repository.PutFirsttryOnPath();

        var cold = AtOnce(scene, count);
        var executions = scene.Executions("lint");
        var warm = AtOnce(scene, count);

        Assert.All(cold.Concat(warm), run => Assert.True(run.ExitCode == 0, run.ToString()));
        Assert.InRange(executions, 1, count);
        Assert.Equal(executions, scene.Executions("lint"));
        Assert.All(warm, run => Assert.True(
            CacheScene.Check(JsonDocument.Parse(run.Output).RootElement, "lint").GetProperty("cached").GetBoolean(), run.ToString()));
        Assert.Single(scene.StoreFiles("ac"));
        Assert.Equal(0, scene.Repository.Firsttry("cache", "verify").ExitCode);
    }

    [Fact]
    public void A_run_that_hits_everywhere_starts_no_process_but_git_and_hashes_nothing()
    {
        using var scene = CacheScene.Lint();
        System.Threading.Thread.Sleep(TimeSpan.FromSeconds(2.2));
        scene.Counters();
        scene.Counters();

        var counters = scene.Counters();
        var traced = scene.Repository.Run("strace", ["-f", "-qq", "-e", "trace=execve", "-o", "../trace", PublishedBinary.Location, "run", "--all-files"]);

        Assert.True(traced.ExitCode == 0, traced.ToString());
        Assert.Equal((0, 1), (counters.GetProperty("files_hashed").GetInt32(), counters.GetProperty("hits").GetInt32()));
        Assert.All(
            File.ReadAllLines(Path.Combine(scene.Outside, "trace")).Where(line => line.Contains("execve(", StringComparison.Ordinal) && line.EndsWith("= 0", StringComparison.Ordinal)),
            line => Assert.True(line.Contains("firsttry", StringComparison.Ordinal) || line.Contains("/git\"", StringComparison.Ordinal), line));
        Assert.False(File.Exists(scene.Repository.PathOf(".git/firsttry/lock")));
    }

    private static string TextOf(byte[] bytes) => Encoding.UTF8.GetString(bytes);

    // The last line again, so that it is the field and not the checksum that is wrong.
    private static byte[] Sign(string record)
    {
        var body = record[..record.LastIndexOf("sum ", StringComparison.Ordinal)];
        return Encoding.UTF8.GetBytes($"{body}sum {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)))}\n");
    }

    // No process below writes a byte into any file: the system says "File too large" where a full disk says "No space left".
    private static CommandResult Limited(CacheScene scene)
    {
        scene.Repository.PutFirsttryOnPath();
        return scene.Repository.Run("bash", ["-c", "trap '' XFSZ; ulimit -f 0; exec firsttry run --all-files"]);
    }

    private static CommandResult[] AtOnce(CacheScene scene, int count)
    {
        var results = new CommandResult[count];
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = count }, i =>
            results[i] = CommandLine.Run(scene.Root, PublishedBinary.Location, ["run", "--all-files", "--format", "json"], scene.Environment));
        return results;
    }

    private static Process Start(CacheScene scene)
    {
        scene.Repository.PutFirsttryOnPath();
        var start = new ProcessStartInfo(PublishedBinary.Location, ["run", "--all-files"]) { WorkingDirectory = scene.Root, RedirectStandardOutput = true };
        foreach (var (name, value) in scene.Environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
