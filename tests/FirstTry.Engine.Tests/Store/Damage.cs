using System;
using System.IO;
using FirstTry.Engine.Store;

namespace FirstTry.Engine.Tests.Store;

/// <summary>Whatever happens to the files of the store: never a pass that was not stored exactly so.</summary>
public sealed class Damage
{
    [Fact]
    public void A_record_with_any_byte_changed_is_a_miss_and_is_removed() => EachPosition(static (bytes, position) =>
    {
        var damaged = (byte[])bytes.Clone();
        damaged[position] ^= 1;
        return damaged;
    });

    [Fact]
    public void A_record_cut_off_anywhere_is_a_miss_and_is_removed() => EachPosition(static (bytes, position) => bytes[..position]);

    [Fact]
    public void A_record_with_a_byte_too_many_anywhere_is_a_miss_and_is_removed() =>
        EachPosition(static (bytes, position) => [.. bytes[..position], (byte)'0', .. bytes[position..]]);

    [Fact]
    public void A_record_under_another_name_is_a_miss_and_is_removed()
    {
        using var scene = StoreScene.Create();
        var other = "aa" + StoreScene.Key[2..];
        scene.Store.Keep(scene.Result(), []);
        Directory.CreateDirectory(Path.Combine(scene.Root, "ac", "aa"));
        File.Move(scene.RecordPath, Path.Combine(scene.Root, "ac", "aa", other));

        Assert.Null(scene.Store.Find(other));
        Assert.Empty(scene.Files("ac"));
    }

    [Fact]
    public void A_record_of_another_schema_is_a_miss_and_is_removed()
    {
        using var scene = StoreScene.Create();
        scene.Store.Keep(scene.Result(), []);
        var body = File.ReadAllText(scene.RecordPath).Replace("firsttry result 1\n", "firsttry result 2\n", StringComparison.Ordinal);
        body = body[..body.LastIndexOf("sum ", StringComparison.Ordinal)];
        File.WriteAllText(scene.RecordPath, $"{body}sum {ContentId.Of(System.Text.Encoding.UTF8.GetBytes(body))}\n");

        Assert.Null(scene.Store.Find(StoreScene.Key));
        Assert.Empty(scene.Files("ac"));
    }

    [Fact]
    public void A_record_whose_log_is_gone_or_damaged_is_removed_with_it()
    {
        foreach (var isGone in (bool[])[true, false])
        {
            using var scene = StoreScene.Create();
            scene.Store.Keep(scene.Result(), "all is well\n"u8);
            var log = Assert.Single(scene.Files("cas"));
            if (isGone)
            {
                File.Delete(log);
            }
            else
            {
                File.WriteAllText(log, "all is weII\n");
            }

            var found = scene.Store.Find(StoreScene.Key);

            Assert.NotNull(found);
            Assert.Null(scene.Store.ReadLog(found));
            Assert.Empty(scene.Files("ac"));
            Assert.Empty(scene.Files("cas"));
        }
    }

    [Fact]
    public void A_folder_where_a_record_belongs_is_a_miss()
    {
        using var scene = StoreScene.Create();
        Directory.CreateDirectory(scene.RecordPath);

        Assert.Null(scene.Store.Find(StoreScene.Key));
    }

    private static void EachPosition(Func<byte[], int, byte[]> damage)
    {
        using var scene = StoreScene.Create();
        scene.Store.Keep(scene.Result(), []);
        var whole = File.ReadAllBytes(scene.RecordPath);
        for (var position = 0; position < whole.Length; position++)
        {
            File.WriteAllBytes(scene.RecordPath, damage(whole, position));

            Assert.True(scene.Store.Find(StoreScene.Key) is null, $"damage at {position} was not noticed");
            Assert.False(File.Exists(scene.RecordPath), $"damage at {position} was left");
        }
    }
}
