using System;
using System.IO;
using System.Threading;

namespace FirstTry.EndToEnd.Tests.Cache;

/// <summary>Times never decide alone: not equal ones for "unchanged", nor different ones for "changed".</summary>
public sealed class TimesTests
{
    [Fact]
    public void A_second_run_remembers_and_says_what_it_saved()
    {
        using var scene = CacheScene.Lint();
        var first = scene.Misses();

        var second = scene.Hits();

        Assert.Equal(first.GetProperty("fingerprint").GetString(), second.GetProperty("fingerprint").GetString());
        Assert.Equal(0, second.GetProperty("exit_code").GetInt32());
        Assert.True(second.GetProperty("saved_ms").GetDouble() > 0);
    }

    [Fact]
    public void An_edit_of_the_same_size_in_the_same_second_is_noticed()
    {
        using var scene = CacheScene.Lint();
        for (var i = 0; i < 5; i++)
        {
            scene.Write("src/a.txt", "good\n");
            scene.Run();

            scene.Write("src/a.txt", "bad!\n");
            var report = scene.Run();

            Assert.Equal("failed", CacheScene.Check(report, "lint").GetProperty("status").GetString());
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3600)]
    [InlineData(3600)]
    public void An_edit_whose_modification_time_is_put_back_is_noticed_by_the_time_of_the_change(int seconds)
    {
        using var scene = CacheScene.Lint();
        var file = scene.Repository.PathOf("src/a.txt");
        var old = DateTime.UtcNow.AddHours(-1);
        File.SetLastWriteTimeUtc(file, old);
        scene.Misses();
        Thread.Sleep(TimeSpan.FromSeconds(2.2));
        scene.Hits();

        File.WriteAllText(file, "bad!\n");
        File.SetLastWriteTimeUtc(file, old.AddSeconds(seconds));

        Assert.Equal("failed", scene.Misses(because: "exit code 1").GetProperty("status").GetString());
    }

    [Fact]
    public void A_file_that_was_hashed_within_two_seconds_of_its_change_is_read_again()
    {
        using var scene = CacheScene.Lint();
        scene.Write("src/a.txt", "good\n");

        // A time that lies ahead is always young, however long a run takes.
        File.SetLastWriteTimeUtc(scene.Repository.PathOf("src/a.txt"), DateTime.UtcNow.AddHours(1));
        scene.Counters();

        var soon = scene.Counters();
        File.SetLastWriteTimeUtc(scene.Repository.PathOf("src/a.txt"), DateTime.UtcNow);
        Thread.Sleep(TimeSpan.FromSeconds(2.5));
        scene.Counters();
        var late = scene.Counters();

        Assert.True(soon.GetProperty("files_hashed").GetInt32() > 0, soon.ToString());
        Assert.Equal(0, late.GetProperty("files_hashed").GetInt32());
        Assert.Equal(1, late.GetProperty("hits").GetInt32());
    }

    [Fact]
    public void A_touched_file_is_a_hit_all_the_same()
    {
        using var scene = CacheScene.Lint();
        scene.Misses();

        File.SetLastWriteTimeUtc(scene.Repository.PathOf("src/a.txt"), DateTime.UtcNow.AddDays(1));

        scene.Hits();
    }

    [Fact]
    public void One_edited_file_of_many_is_the_only_one_that_is_hashed()
    {
        using var scene = CacheScene.Lint();
        for (var i = 0; i < 200; i++)
        {
            scene.Write($"src/f{i}.txt", "fine\n");
        }

        scene.Repository.CommitAll();
        Thread.Sleep(TimeSpan.FromSeconds(2.2));
        scene.Counters();
        scene.Counters();
        scene.Write("src/f7.txt", "better\n");
        Thread.Sleep(TimeSpan.FromSeconds(2.2));

        var counters = scene.Counters();

        Assert.Equal(1, counters.GetProperty("files_hashed").GetInt32());
        Assert.Equal(1, counters.GetProperty("misses").GetInt32());
    }

    [Fact]
    public void Paranoid_reads_every_input_again()
    {
        using var scene = CacheScene.Lint();
        Thread.Sleep(TimeSpan.FromSeconds(2.2));
        scene.Counters();

        var counters = scene.Counters("--cache", "paranoid");

        Assert.True(counters.GetProperty("files_hashed").GetInt32() >= 2, counters.ToString());
        Assert.Equal(1, counters.GetProperty("hits").GetInt32());
    }
}
