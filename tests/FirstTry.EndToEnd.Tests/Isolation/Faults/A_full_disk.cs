using System;
using System.Globalization;
using System.IO;
using FirstTry.Testing;
using Xunit.Abstractions;

namespace FirstTry.EndToEnd.Tests.Isolation.Faults;

/// <summary>A disk that is really full, at one moment or another of a run.</summary>
public sealed class A_full_disk(ITestOutputHelper output)
{
    private const string Config = """
        version: 1
        checks:
          upper: { run: "sed -i s/^two$/TWO/ {files}", files: "*.txt", bucket: mutating }
        hooks:
          pre-commit: { checks: [upper], isolate: all }
        """;

    private const string Changes =
        "seq 2000 > a.txt; git add .; git commit -qm base; sed -i s/^2$/two/ a.txt; git add .; echo mine >> a.txt; seq 3000 > loose; touch -d 2001-02-03T04:05:06 a.txt; cp -a . ../untouched";

    [Fact]
    public void No_file_may_grow_beyond_a_limit_and_nothing_is_lost()
    {
        if (File.Exists(Path.ChangeExtension(PublishedBinary.Location, ".dll")))
        {
            // The runtime of a build that is not native writes files of its own and does not start.
            return;
        }

        using var repository = Create();
        var before = TreePicture.OfTree(repository);
        var refused = 0;
        for (var blocks = 0; blocks < 32; blocks++)
        {
            // The signal that goes with the error is ignored, as in most programs.
            var limit = blocks.ToString(CultureInfo.InvariantCulture);
            var run = repository.Run("sh", ["-c", $"trap '' XFSZ; ulimit -f {limit}; exec \"$0\" hook pre-commit 2>/dev/null", PublishedBinary.Location]);
            refused += run.ExitCode == 0 ? 0 : 1;
            AssertWhole(repository, before, $"{limit} blocks: {run}");
        }

        output.WriteLine($"32 limits, {refused} runs refused");
        Assert.InRange(refused, 1, 31);
    }

    [Fact]
    public void A_file_system_without_room_loses_nothing()
    {
        using var repository = TemporaryRepository.Create();
        if (repository.Run("mount", ["-t", "tmpfs", "-o", "size=4m", "tmpfs", repository.Root]).ExitCode != 0)
        {
            // Only root may mount; the limit of the other test stands for it.
            output.WriteLine("no file system could be mounted");
            return;
        }

        try
        {
            repository.Git("init", "--quiet", "--initial-branch=main");
            Fill(repository);
            var before = TreePicture.OfTree(repository);
            var refused = 0;
            for (var pages = 0; pages < 80; pages += 4)
            {
                TreePicture.Shell(repository, $"dd if=/dev/zero of=.git/filler bs=4k 2>/dev/null || true; truncate -s -{pages * 4}k .git/filler");
                var run = repository.Firsttry("hook", "pre-commit");
                refused += run.ExitCode == 0 ? 0 : 1;
                File.Delete(repository.PathOf(".git/filler"));
                AssertWhole(repository, before, $"{pages} pages: {run}");
            }

            output.WriteLine($"20 amounts of room, {refused} runs refused");
            Assert.InRange(refused, 1, 19);
        }
        finally
        {
            repository.Run("umount", ["--lazy", repository.Root]);
        }
    }

    private static TemporaryRepository Create([System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        var repository = TemporaryRepository.Create(test: test);
        Fill(repository);
        return repository;
    }

    private static void Fill(TemporaryRepository repository)
    {
        repository.Environment["FIRSTTRY_CACHE"] = "off";
        repository.Write("firsttry.yml", Config);
        TreePicture.Shell(repository, Changes);
    }

    // With room again, the next command of any kind puts everything back: as it was, or with the fix in the index and in the file.
    private static void AssertWhole(TemporaryRepository repository, string before, string what)
    {
        var command = repository.Firsttry("list");
        var now = TreePicture.OfTree(repository);
        var isFixed = repository.Git("show", ":a.txt").StartsWith("1\nTWO\n", StringComparison.Ordinal);
        if (isFixed)
        {
            Assert.True(repository.Read("a.txt").StartsWith("1\nTWO\n", StringComparison.Ordinal) && repository.Read("a.txt").EndsWith("\nmine\n", StringComparison.Ordinal), what);
        }
        else
        {
            Assert.True(now == before, $"{what}\n{command}\n{before}\n{now}");
        }

        Assert.False(Directory.Exists(repository.PathOf(".git/firsttry/isolation")), what);
        TreePicture.Shell(repository, "find . -mindepth 1 -maxdepth 1 -exec rm -rf {} +; cp -a ../untouched/. .");
    }
}
