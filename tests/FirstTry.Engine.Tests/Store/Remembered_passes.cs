using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using FirstTry.Engine.Store;

namespace FirstTry.Engine.Tests.Store;

public sealed class Remembered_passes
{
    [Fact]
    public void What_was_kept_is_found_with_everything_that_it_says()
    {
        using var scene = StoreScene.Create();

        var isKept = scene.Store.Keep(scene.Result(), "3 files clean\n"u8);
        var found = scene.Store.Find(StoreScene.Key);

        Assert.True(isKept);
        Assert.Equal(scene.Result() with { Log = found!.Log }, found);
        Assert.Equal("3 files clean\n", Encoding.UTF8.GetString(scene.Store.ReadLog(found)!));
    }

    [Fact]
    public void A_check_that_wrote_nothing_needs_no_second_file()
    {
        using var scene = StoreScene.Create();

        scene.Store.Keep(scene.Result(), []);

        Assert.Empty(scene.Files("cas"));
        Assert.Empty(scene.Store.ReadLog(scene.Store.Find(StoreScene.Key)!)!);
    }

    [Fact]
    public void Nothing_is_found_in_a_store_that_is_not_there()
    {
        using var scene = StoreScene.Create();

        Assert.Null(scene.Store.Find(StoreScene.Key));
        Assert.False(Directory.Exists(scene.Root));
    }

    [Fact]
    public void Nobody_but_the_user_reads_the_store()
    {
        using var scene = StoreScene.Create();

        scene.Store.Keep(scene.Result(), "log"u8);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(scene.RecordPath));
        Assert.All(
            Directory.EnumerateDirectories(scene.Root, "*", SearchOption.AllDirectories).Append(scene.Root),
            folder => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder)));
    }

    [Fact]
    public void A_log_that_is_too_large_keeps_the_pass_from_being_remembered()
    {
        using var scene = StoreScene.Create();

        var isKept = scene.Store.Keep(scene.Result(), new byte[ResultStore.MostLogBytes + 1]);

        Assert.False(isKept);
        Assert.Null(scene.Store.Find(StoreScene.Key));
    }

    [Fact]
    public void What_comes_from_the_future_is_no_record()
    {
        using var scene = StoreScene.Create();
        scene.Store.Keep(scene.Result(), []);

        scene.Now -= TimeSpan.FromHours(1);

        Assert.Null(scene.Store.Find(StoreScene.Key));
        Assert.Empty(scene.Files("ac"));
    }

    [Fact]
    public void Content_lies_there_before_the_record_that_names_it()
    {
        using var scene = StoreScene.Create();
        scene.Store.Keep(scene.Result(), "log"u8);

        // What a process that was killed in between leaves.
        File.Delete(scene.RecordPath);

        Assert.Null(scene.Store.Find(StoreScene.Key));
        Assert.True(scene.Store.Keep(scene.Result(), "log"u8));
        Assert.NotNull(scene.Store.ReadLog(scene.Store.Find(StoreScene.Key)!));
    }

    [Fact]
    public void A_store_that_may_only_be_read_is_left_as_it_is()
    {
        using var scene = StoreScene.Create();
        scene.Store.Keep(scene.Result(), []);
        File.WriteAllText(scene.RecordPath, "damaged");
        var store = new ResultStore(scene.Root, isWritable: false, scene);

        Assert.Null(store.Find(StoreScene.Key));
        Assert.False(store.Keep(scene.Result(), []));

        Assert.Equal("damaged", File.ReadAllText(scene.RecordPath));
        Assert.Null(store.Fault);
    }

    [Fact]
    public void Where_nothing_can_be_written_the_first_fault_is_kept_and_nothing_more_is_tried()
    {
        using var scene = StoreScene.Create();
        Directory.CreateDirectory(scene.Root);
        File.WriteAllText(Path.Combine(scene.Root, "tmp"), "a file where a folder belongs");

        Assert.False(scene.Store.Keep(scene.Result(), []));

        Assert.NotNull(scene.Store.Fault);
        Assert.False(scene.Store.IsWritable);
        Assert.Null(scene.Store.Find(StoreScene.Key));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(20)]
    public void Many_writers_and_readers_at_once_never_see_half_a_record(int writers)
    {
        using var scene = StoreScene.Create();
        var log = Encoding.UTF8.GetBytes(new string('x', 100_000));
        using var start = new Barrier(writers);
        var isWhole = true;

        Parallel.For(0, writers, new ParallelOptions { MaxDegreeOfParallelism = writers }, _ =>
        {
            var store = new ResultStore(scene.Root, isWritable: true, scene);
            start.SignalAndWait(TimeSpan.FromSeconds(1));
            for (var i = 0; i < 20; i++)
            {
                var isKept = store.Keep(scene.Result(), log);
                var found = store.Find(StoreScene.Key);
                isWhole &= isKept && found is not null && store.ReadLog(found) is { Length: 100_000 };
            }
        });

        Assert.True(isWhole);
        Assert.Single(scene.Files("ac"));
        Assert.Single(scene.Files("cas"));
        Assert.Empty(scene.Files("tmp"));
    }
}
