using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Cost;

/// <summary>
/// The guard against hooks that grow slower, which is no timer: six runs do no more than <c>hook-counters.txt</c> beside this file says. With
/// <c>FIRSTTRY_ACCEPT_SNAPSHOTS=1</c> in the environment the test writes that file anew.
/// </summary>
public sealed class HookCountersTests
{
    private const int Folders = 8;
    private const int FilesPerFolder = 50;

    // A file that was hashed within two seconds of its last change is hashed again.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(2.3);

    [Fact]
    public void Six_hook_runs_open_read_and_look_at_no_more_than_they_did()
    {
        using var repository = MakeRepository();
        var runs = new List<(string Name, HookCounters Counters)>();
        void Measure(string name) => runs.Add((name, TracedRun.Run(repository)));

        Measure("nothing-remembered");
        Measure("everything-remembered");
        Stage(repository, "edited", 1);
        Measure("one-file-edited");
        Stage(repository, "many edited", 100);
        Measure("a-hundred-files-edited");
        repository.Environment["FIRSTTRY_CACHE"] = "off";
        Measure("cache-off");
        repository.Write(NameOf(3), "not staged\n");
        Measure("partly-staged");

        // A build that runs on the runtime's compiler takes so long that files grow old while they are hashed.
        if (!File.Exists(Path.ChangeExtension(PublishedBinary.Location, ".dll")))
        {
            Compare(runs);
        }
    }

    private static void Compare(List<(string Name, HookCounters Counters)> runs)
    {
        var file = BaselinePath();
        if (Environment.GetEnvironmentVariable(Snapshot.AcceptVariable) == "1")
        {
            File.WriteAllLines(file, [HookCounters.Header, .. runs.Select(run => run.Counters.ToLine(run.Name))]);
            return;
        }

        var baseline = File.ReadLines(file).Skip(1).Select(HookCounters.Parse).ToDictionary(line => line.Run, line => line.Counters);
        var beyond = runs.SelectMany(run => run.Counters.Beyond(baseline[run.Name], run.Name.Contains("edited", StringComparison.Ordinal) || run.Name == "nothing-remembered" ? baseline["everything-remembered"] : null).Select(what => $"{run.Name}: {what}")).ToArray();
        Assert.True(
            beyond.Length == 0,
            $"A hook does more than before. If it must, '{Snapshot.AcceptVariable}=1 dotnet test tests/FirstTry.EndToEnd.Tests -c Release --filter HookCounters' renews {file}.\n"
            + string.Join('\n', beyond));
    }

    private static TemporaryRepository MakeRepository()
    {
        var repository = TemporaryRepository.Create();
        for (var i = 0; i < Folders * FilesPerFolder; i++)
        {
            repository.Write(NameOf(i), string.Create(CultureInfo.InvariantCulture, $"file {i}\n"));
        }

        repository.Write("firsttry.yml", """
            version: 1
            checks:
              all: { run: "true" }
              part: { run: "true", inputs: ["src/d1/**"] }
              files: { run: "cat {files} > /dev/null", files: ["src/**"] }
            hooks: { pre-commit: { checks: [all, part, files] } }
            """);
        repository.CommitAll();
        Settle(repository, Enumerable.Range(0, Folders * FilesPerFolder).Select(NameOf).Append("firsttry.yml"));
        Stage(repository, "first", 1);
        return repository;
    }

    private static void Stage(TemporaryRepository repository, string content, int files)
    {
        for (var i = 0; i < files; i++)
        {
            repository.Write(NameOf(i), string.Create(CultureInfo.InvariantCulture, $"{content} {i}\n"));
        }

        repository.Git("add", "--all");
        Settle(repository, Enumerable.Range(0, files).Select(NameOf));
        Thread.Sleep(Margin);
    }

    // A file as old as the index is compared by its content.
    private static void Settle(TemporaryRepository repository, IEnumerable<string> files)
    {
        var now = DateTime.UtcNow;
        var then = new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc).AddHours(-1);
        foreach (var file in files)
        {
            File.SetLastWriteTimeUtc(repository.PathOf(file), then);
        }

        repository.Git("update-index", "-q", "--refresh");
    }

    private static string NameOf(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"src/d{number / FilesPerFolder}/f{number % FilesPerFolder:d2}.txt");

    private static string BaselinePath([CallerFilePath] string caller = "") => Path.Combine(Path.GetDirectoryName(caller)!, "hook-counters.txt");
}
