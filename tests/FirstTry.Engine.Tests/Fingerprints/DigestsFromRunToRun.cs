using System;
using System.Collections.Generic;
using System.IO;
using FirstTry.Graph;

namespace FirstTry.Engine.Tests.Fingerprints;

public sealed class DigestsFromRunToRun
{
    [Fact]
    public void Nothing_is_hashed_twice_and_one_edit_is_one_file()
    {
        using var bench = Bench.Create();
        Later(bench);
        bench.Tool("lint", "#!/bin/sh\n");
        _ = bench.KeyOf(Bench.Whole("lint"));
        Assert.True(bench.LastSession!.Counters.FilesHashed > 3);

        _ = bench.KeyOf(Bench.Whole("lint"));
        var again = bench.LastSession!.Counters.FilesHashed;
        bench.Write("src/app.py", "other\n");
        _ = bench.KeyOf(Bench.Whole("lint"));

        Assert.Equal(0, again);
        Assert.Equal(1, bench.LastSession!.Counters.FilesHashed);
        Assert.Equal(6, bench.LastSession!.Counters.BytesRead);
    }

    [Fact]
    public void What_was_hashed_before_a_check_ran_is_kept_after_it_ran()
    {
        using var bench = Bench.Create();
        Later(bench);
        var session = bench.Session();
        var fingerprint = session.Of(Bench.Planned(Bench.Whole("true")), []);
        session.Starting(fingerprint);
        Assert.Null(session.InputsUnchanged(fingerprint, Bucket.Fast));
        session.Save();

        _ = bench.KeyOf(Bench.Whole("true"));

        Assert.Equal(0, bench.LastSession!.Counters.FilesHashed);
    }

    [Fact]
    public void An_edit_of_the_same_size_with_its_time_put_back_is_seen()
    {
        using var bench = Bench.Create();
        Later(bench);
        var first = bench.KeyOf(Bench.Whole());
        var time = File.GetLastWriteTimeUtc(bench.Repository.PathOf("src/app.py"));

        bench.Write("src/app.py", "print(2)\n");
        File.SetLastWriteTimeUtc(bench.Repository.PathOf("src/app.py"), time);

        Assert.NotEqual(first, bench.KeyOf(Bench.Whole()));
    }

    [Fact]
    public void A_file_that_was_younger_than_two_seconds_is_read_again()
    {
        using var bench = Bench.Create();
        _ = bench.KeyOf(Bench.Whole("true"));

        _ = bench.KeyOf(Bench.Whole("true"));

        Assert.True(bench.LastSession!.Counters.FilesHashed >= 3);
    }

    [Fact]
    public void Where_the_platform_tells_too_little_every_file_is_read()
    {
        using var bench = Bench.Create();
        Later(bench);
        var first = bench.KeyOf(Bench.Whole());
        bench.Adjust = static scene => scene with { IsStatTrusted = false, Clock = new LaterClock() };

        var second = bench.KeyOf(Bench.Whole());
        var third = bench.KeyOf(Bench.Whole());

        Assert.Equal(first, second);
        Assert.Equal(first, third);
        Assert.True(bench.LastSession!.Counters.FilesHashed >= 3);
    }

    [Theory]
    [InlineData("emptied")]
    [InlineData("truncated")]
    [InlineData("a bit flipped")]
    [InlineData("something else")]
    public void Damage_costs_time_and_nothing_else(string damage)
    {
        using var bench = Bench.Create("damage_" + damage.Replace(' ', '_'));
        Later(bench);
        var first = bench.KeyOf(Bench.Whole());
        foreach (var file in Directory.GetFiles(bench.StatFolder))
        {
            // In what is read first: the rest is not looked at where nothing has changed.
            const int Place = 40;
            var bytes = File.ReadAllBytes(file);
            bytes[Place] ^= damage == "a bit flipped" ? (byte)4 : (byte)0;
            File.WriteAllBytes(file, damage switch
            {
                "emptied" => [],
                "truncated" => bytes[..Place],
                "something else" => "hello, world"u8.ToArray(),
                _ => bytes,
            });
        }

        Assert.Equal(first, bench.KeyOf(Bench.Whole()));
        Assert.True(bench.LastSession!.Counters.FilesHashed >= 3);
    }

    [Theory]
    [InlineData("truncated")]
    [InlineData("a bit flipped")]
    public void Damage_of_what_is_read_after_a_change_costs_time_and_nothing_else(string damage)
    {
        using var bench = Bench.Create("later_damage_" + damage.Replace(' ', '_'));
        Later(bench);
        var first = bench.KeyOf(Bench.Whole());
        foreach (var file in Directory.GetFiles(bench.StatFolder))
        {
            var bytes = File.ReadAllBytes(file);
            bytes[^20] ^= damage == "a bit flipped" ? (byte)4 : (byte)0;
            File.WriteAllBytes(file, damage == "truncated" ? bytes[..^20] : bytes);
        }

        var unchanged = bench.KeyOf(Bench.Whole());
        bench.Write("src/app.py", "changed");
        var changed = bench.KeyOf(Bench.Whole());

        Assert.Equal(first, unchanged);
        Assert.NotEqual(first, changed);
        Assert.True(bench.LastSession!.Counters.FilesHashed >= 3);
    }

    // Any sequence of changes, each key compared with one for which every file was read.
    [Fact]
    public void What_is_remembered_never_differs_from_what_is_read()
    {
        using var bench = Bench.Create();
        var random = new Random(20260102);
        var checks = new List<Check>
        {
            Bench.Whole(),
            Bench.Whole() with { Inputs = Scene.Globs("*.py") },
            Bench.Whole() with { Root = "src" },
            Bench.Whole() with { Inputs = Scene.Globs("docs/**", "named.txt") },
        };
        for (var step = 0; step < 60; step++)
        {
            var folder = new[] { "src", "docs", "src/deep", "." }[random.Next(4)];
            var path = $"{folder}/{new[] { "a.py", "b.py", "c.txt", "named.txt" }[random.Next(4)]}";
            Change(bench, path, random.Next(6), random);
            var check = checks[random.Next(checks.Count)];
            bench.Adjust = step % 3 == 0 ? static scene => scene : static scene => scene with { Clock = new LaterClock() };
            var remembered = KeyOrObstacle(bench, check);
            bench.Adjust = static scene => scene with { StatFolder = null };

            Assert.Equal(KeyOrObstacle(bench, check), remembered);
        }
    }

    private static string? KeyOrObstacle(Bench bench, Check check)
    {
        var fingerprint = bench.Of(check);
        bench.LastSession!.Save();
        return fingerprint.Key ?? fingerprint.Obstacle;
    }

    private static void Later(Bench bench) => bench.Adjust = static scene => scene with { Clock = new LaterClock() };

    private static void Change(Bench bench, string path, int kind, Random random)
    {
        var place = bench.Repository.PathOf(path);
        switch (kind)
        {
            case 0:
                File.Delete(place);
                break;
            case 1 when File.Exists(place):
                File.SetUnixFileMode(place, (UnixFileMode)(random.Next(2) == 0 ? 0b110_100_100 : 0b111_101_101));
                break;
            case 2 when !File.Exists(place):
                Directory.CreateDirectory(Path.GetDirectoryName(place)!);
                File.CreateSymbolicLink(place, random.Next(2) == 0 ? "a.py" : "c.txt");
                break;
            case 3:
                bench.Repository.Git("add", "--all");
                break;
            default:
                if (new FileInfo(place).LinkTarget is not null)
                {
                    File.Delete(place);
                }

                bench.Write(path, "x" + random.Next(3));
                break;
        }
    }
}
