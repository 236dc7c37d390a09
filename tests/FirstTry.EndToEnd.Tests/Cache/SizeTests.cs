using System;
using System.Globalization;
using System.IO;
using System.Text;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Cache;

/// <summary>Many files, and one that is larger than any memory that a hook may take.</summary>
public sealed class SizeTests
{
    private const int Files = 100_000;
    private const long LargestBytes = 4L * 1024 * 1024 * 1024;
    private const int MostKilobytes = 40 * 1024;

    // Runs its arguments and says on the last line how much memory the largest process took.
    private const string Measure = """
        import resource, subprocess, sys
        code = subprocess.call(sys.argv[1:])
        print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
        sys.exit(code)
        """;

    [Fact]
    public void A_hundred_thousand_files_and_one_of_four_gigabytes_take_bounded_memory()
    {
        using var scene = CacheScene.Create("""  all: { run: "true", inputs: ["many/**", large.bin] }""", [(".gitignore", "*.skip\n")]);
        MakeFiles(scene);
        using (var large = File.Create(scene.Repository.PathOf("large.bin")))
        {
            large.SetLength(LargestBytes);
        }

        System.Threading.Thread.Sleep(TimeSpan.FromSeconds(2.2));
        var cold = Run(scene);
        var warm = Run(scene);
        var counters = scene.Counters();

        Assert.True(cold.ExitCode == 0, cold.ToString());
        Assert.Contains("inputs unchanged", warm.Output, StringComparison.Ordinal);
        Assert.True(
            (counters.GetProperty("files_hashed").GetInt32(), counters.GetProperty("hits").GetInt32()) == (0, 1),
            $"{counters}\n{scene.LastReport}");
        if (IsNative())
        {
            Assert.InRange(KilobytesOf(cold), 1, MostKilobytes);
            Assert.InRange(KilobytesOf(warm), 1, MostKilobytes);
        }
    }

    private static CommandResult Run(CacheScene scene)
    {
        scene.Repository.PutFirsttryOnPath();
        return scene.Repository.Run("python3", ["-c", Measure, PublishedBinary.Location, "run", "--files", "large.bin"]);
    }

    private static int KilobytesOf(CommandResult result) => int.Parse(result.Output.TrimEnd('\n').Split('\n')[^1], CultureInfo.InvariantCulture);

    // A build that runs on the runtime's compiler has its libraries beside it, and takes more memory for that alone.
    private static bool IsNative() => !File.Exists(Path.ChangeExtension(PublishedBinary.Location, ".dll"));

    private static void MakeFiles(CacheScene scene)
    {
        var blob = scene.Git("hash-object", "-w", ".gitignore");
        var index = new StringBuilder();
        for (var folder = 0; folder < Files / 1000; folder++)
        {
            Directory.CreateDirectory(scene.Repository.PathOf($"many/{folder}"));
            for (var file = 0; file < 1000; file++)
            {
                File.WriteAllText(scene.Repository.PathOf($"many/{folder}/{file}.txt"), "*.skip\n");
                index.Append(CultureInfo.InvariantCulture, $"100644 {blob}\tmany/{folder}/{file}.txt\n");
            }
        }

        var update = scene.Repository.Run("git", ["update-index", "--index-info"], index.ToString());
        Assert.True(update.ExitCode == 0, update.ToString());

        // As after a checkout: without the times of files in the index, every one of them is in doubt.
        scene.Git("update-index", "-q", "--refresh");
    }
}
