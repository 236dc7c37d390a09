using System;
using System.IO;
using System.Linq;
using FirstTry.Engine.Store;

namespace FirstTry.Engine.Tests.Store;

public sealed class Keeping_house
{
    [Fact]
    public void What_was_long_of_no_use_goes_with_its_log()
    {
        using var scene = StoreScene.Create();
        scene.Store.Keep(scene.Result(), "old"u8);
        scene.Store.Keep(scene.Result(Other), "new"u8);
        Age(scene, scene.RecordPath, TimeSpan.FromDays(31));
        Age(scene, scene.Files("cas").Single(file => File.ReadAllText(file) == "old"), TimeSpan.FromDays(31));

        var pruning = scene.Upkeep.Prune(StoreLimits.Default);

        Assert.Equal(2, pruning.RemovedFiles);
        Assert.Null(scene.Store.Find(StoreScene.Key));
        Assert.NotNull(scene.Store.ReadLog(scene.Store.Find(Other)!));
    }

    [Fact]
    public void A_log_stays_as_long_as_a_record_names_it()
    {
        using var scene = StoreScene.Create();
        scene.Store.Keep(scene.Result(), "log"u8);
        Age(scene, scene.Files("cas").Single(), TimeSpan.FromDays(29));

        scene.Upkeep.Prune(StoreLimits.Default);

        Assert.NotNull(scene.Store.ReadLog(scene.Store.Find(StoreScene.Key)!));
    }

    [Fact]
    public void A_hit_keeps_a_record_young()
    {
        using var scene = StoreScene.Create();
        scene.Store.Keep(scene.Result(), []);
        Age(scene, scene.RecordPath, TimeSpan.FromDays(29));

        scene.Store.Touch(StoreScene.Key);
        scene.Now += TimeSpan.FromDays(2);
        scene.Upkeep.Prune(StoreLimits.Default);

        Assert.NotNull(scene.Store.Find(StoreScene.Key));
    }

    [Fact]
    public void A_store_that_is_too_large_loses_the_longest_unused_first()
    {
        using var scene = StoreScene.Create();
        var keys = Enumerable.Range(0, 10).Select(i => $"{i}{StoreScene.Key[1..]}").ToArray();
        for (var i = 0; i < keys.Length; i++)
        {
            scene.Store.Keep(scene.Result(keys[i]), new byte[1000 + i]);
            foreach (var file in scene.Files("cas").Where(file => new FileInfo(file).Length == 1000 + i).Append(Path.Combine(scene.Root, "ac", keys[i][..2], keys[i])))
            {
                Age(scene, file, TimeSpan.FromHours(20 - i));
            }
        }

        var pruning = scene.Upkeep.Prune(new StoreLimits(TimeSpan.FromDays(30), 10_000));

        Assert.InRange(pruning.KeptBytes, 1, 8_000);
        Assert.Null(scene.Store.Find(keys[0]));
        Assert.NotNull(scene.Store.ReadLog(scene.Store.Find(keys[9])!));
    }

    [Fact]
    public void What_a_killed_process_left_behind_goes_after_an_hour()
    {
        using var scene = StoreScene.Create();
        scene.Store.Keep(scene.Result(), []);
        var (young, old) = (Path.Combine(scene.Root, "tmp", "young"), Path.Combine(scene.Root, "tmp", "old"));
        File.WriteAllText(young, "");
        File.WriteAllText(old, "");
        Age(scene, old, TimeSpan.FromHours(2));

        scene.Upkeep.Prune(StoreLimits.Default);

        Assert.Equal([young], scene.Files("tmp"));
    }

    [Fact]
    public void Pruning_comes_once_a_day()
    {
        using var scene = StoreScene.Create();
        scene.Store.Keep(scene.Result(), []);
        scene.Upkeep.PruneDaily();
        Age(scene, scene.RecordPath, TimeSpan.FromDays(31));

        scene.Upkeep.PruneDaily();
        var isThereOnTheSameDay = File.Exists(scene.RecordPath);
        scene.Now += TimeSpan.FromHours(25);
        scene.Upkeep.PruneDaily();

        Assert.True(isThereOnTheSameDay);
        Assert.False(File.Exists(scene.RecordPath));
    }

    [Fact]
    public void Verifying_names_and_removes_what_is_damaged()
    {
        using var scene = StoreScene.Create();
        scene.Store.Keep(scene.Result(), "log"u8);
        scene.Store.Keep(scene.Result(Other), []);
        File.AppendAllText(scene.RecordPath, "x");

        var verification = scene.Upkeep.Verify();

        Assert.Equal((1, 1), (verification.Results, verification.Contents));
        Assert.Equal([Path.GetRelativePath(scene.Root, scene.RecordPath)], verification.Damaged);
        Assert.Empty(scene.Upkeep.Verify().Damaged);
    }

    [Fact]
    public void The_state_counts_what_there_is()
    {
        using var scene = StoreScene.Create();
        var nothing = scene.Upkeep.Look();
        scene.Store.Keep(scene.Result(), "log"u8);
        scene.Store.Keep(scene.Result(Other), []);

        var status = scene.Upkeep.Look();

        Assert.Equal((0, 0, 0L), (nothing.Results, nothing.Contents, nothing.Bytes));
        Assert.Equal((2, 1), (status.Results, status.Contents));
        Assert.True(status.Bytes > 3);
    }

    [Fact]
    public void Clearing_takes_everything_that_was_stored_and_nothing_else()
    {
        using var scene = StoreScene.Create();
        scene.Store.Keep(scene.Result(), "log"u8);
        File.WriteAllText(Path.Combine(scene.Root, "mine"), "");

        var count = scene.Upkeep.Clear();

        Assert.Equal(2, count);
        Assert.Null(scene.Store.Find(StoreScene.Key));
        Assert.True(File.Exists(Path.Combine(scene.Root, "mine")));
    }

    private const string Other = "bb" + "86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private static void Age(StoreScene scene, string file, TimeSpan age) => File.SetLastWriteTimeUtc(file, (scene.Now - age).UtcDateTime);
}
