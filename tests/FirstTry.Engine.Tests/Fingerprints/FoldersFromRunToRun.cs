using System.IO;
using FirstTry.Testing;

namespace FirstTry.Engine.Tests.Fingerprints;

/// <summary>Folders in which there is nothing but what is tracked are not read again; whatever appears in them is seen all the same.</summary>
public sealed class FoldersFromRunToRun
{
    [Fact]
    public void A_folder_is_read_once_whatever_is_written_into_its_files()
    {
        using var bench = Known(out _);
        var first = FoldersRead(bench);

        using (var file = File.OpenWrite(bench.Repository.PathOf("src/app.py")))
        {
            file.Write("other"u8);
        }

        Assert.Equal(0, first);
        Assert.Equal(0, FoldersRead(bench));
    }

    [Theory]
    [InlineData("echo new > src/new.py")]
    [InlineData("echo new > src/new.py; touch -d @1000000000 src")]
    [InlineData("echo new > src/new.py; rm README.md; touch -r ../before src")]
    [InlineData("mkdir src/deep; echo new > src/deep/new.py")]
    [InlineData("echo new > new.py")]
    [InlineData("rm src/lib.py")]
    [InlineData("rm src/lib.py; mkdir src/lib.py; echo new > src/lib.py/new")]
    [InlineData("rm src/lib.py; ln -s app.py src/lib.py")]
    [InlineData("mv src other; mkdir src; cp -p other/* src; echo new > src/new.py")]
    [InlineData("mv src ../aside; cp -a ../aside src; echo new > src/new.py; touch -r ../aside src")]
    [InlineData("mv src inner; ln -s inner src")]
    public void What_appears_or_goes_is_seen(string script)
    {
        using var bench = Known(out var before);
        File.WriteAllText(Path.Combine(bench.Repository.Outside, "before"), "");

        Shell(bench, script);

        Assert.NotEqual(before, bench.KeyOf(Bench.Whole()));
    }

    [Fact]
    public void What_is_not_tracked_any_more_is_looked_for()
    {
        using var bench = Known(out _);

        bench.Repository.Git("rm", "-q", "--cached", "src/lib.py");

        Assert.Equal(1, FoldersRead(bench));
        var before = bench.KeyOf(Bench.Whole());
        bench.Write("src/lib.py", "x = 22\n");
        Assert.NotEqual(before, bench.KeyOf(Bench.Whole()));
    }

    [Fact]
    public void One_that_changed_a_moment_ago_is_read_again()
    {
        using var bench = Bench.Create();
        _ = bench.KeyOf(Bench.Whole());

        Assert.Equal(2, FoldersRead(bench));
    }

    [Fact]
    public void One_with_something_untracked_is_read_every_time()
    {
        using var bench = Known(out _);
        Shell(bench, "echo new > src/new.py");

        Assert.Equal(1, FoldersRead(bench));
        Assert.Equal(1, FoldersRead(bench));
    }

    [Fact]
    public void Who_trusts_nothing_reads_all()
    {
        using var bench = Known(out _);

        bench.Adjust = static scene => scene with { IsParanoid = true };
        _ = bench.KeyOf(Bench.Whole());
        Shell(bench, "echo new > src/new.py");
        var seen = bench.KeyOf(Bench.Whole());
        Shell(bench, "rm src/new.py");

        Assert.NotEqual(seen, bench.KeyOf(Bench.Whole()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("FTFOLD01")]
    [InlineData("FTFOLD01\u0001\0\0\0abcdefghijklmnopqrstuvwx")]
    public void A_damaged_memory_is_none(string content)
    {
        using var bench = Known(out _);
        foreach (var file in Directory.GetFiles(bench.StatFolder, "*.folders"))
        {
            File.WriteAllText(file, content);
        }

        Assert.Equal(2, FoldersRead(bench));
    }

    private static Bench Known(out string key, [System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        var bench = Bench.Create(test);
        bench.Adjust = static scene => scene with { Clock = new LaterClock() };
        key = bench.KeyOf(Bench.Whole());
        Assert.Equal(2, bench.LastSession!.Counters.FoldersRead);
        return bench;
    }

    private static long FoldersRead(Bench bench)
    {
        _ = bench.KeyOf(Bench.Whole());
        return bench.LastSession!.Counters.FoldersRead;
    }

    private static void Shell(Bench bench, string script) =>
        Assert.Equal(0, CommandLine.Run(bench.Repository.Root, "sh", ["-c", script]).ExitCode);
}
