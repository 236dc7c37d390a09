using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests;

/// <summary>How many checks run at once, and which of them first. Checks prove it by files: none of these tests looks at a clock.</summary>
public sealed class SchedulingTests
{
    [Fact]
    public void There_are_as_many_workers_as_cores_that_the_process_may_use()
    {
        using var repository = Repository("""
            version: 1
            checks:
              a: { run: "mkdir ../busy || touch ../overlap; sleep 0.05; rmdir ../busy; : a" }
              b: { run: "mkdir ../busy || touch ../overlap; sleep 0.05; rmdir ../busy; : b" }
              c: { run: "mkdir ../busy || touch ../overlap; sleep 0.05; rmdir ../busy; : c" }
            profiles: { p: { checks: [a, b, c] } }
            """);

        var run = repository.Run("taskset", ["-c", "0", PublishedBinary.Location, "run", "p"]);

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.False(File.Exists(Path.Combine(repository.Outside, "overlap")));
    }

    [Fact]
    public void There_are_as_many_workers_as_the_quota_of_a_control_group_allows()
    {
        using var group = ControlGroup.TryCreate(cores: 1);
        using var repository = Repository("""
            version: 1
            checks:
              a: { run: "mkdir ../busy || touch ../overlap; sleep 0.05; rmdir ../busy; : a" }
              b: { run: "mkdir ../busy || touch ../overlap; sleep 0.05; rmdir ../busy; : b" }
              c: { run: "mkdir ../busy || touch ../overlap; sleep 0.05; rmdir ../busy; : c" }
            profiles: { p: { checks: [a, b, c] } }
            """);

        // Not everybody may make such a group; then the runtime's own word for it stands in.
        var enter = group is null ? "export DOTNET_PROCESSOR_COUNT=1" : $"echo $$ > '{group.Members}'";
        var run = repository.Run("sh", ["-c", enter + " && exec \"$0\" run p", PublishedBinary.Location]);

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.False(File.Exists(Path.Combine(repository.Outside, "overlap")));
    }

    [Fact]
    public void More_workers_than_cores_are_there_where_somebody_asks_for_them()
    {
        using var repository = Repository("""
            version: 1
            checks:
              a: { run: "touch ../a; until [ -e ../b ] && [ -e ../c ]; do sleep 0.01; done", timeout: 1m }
              b: { run: "touch ../b; until [ -e ../a ] && [ -e ../c ]; do sleep 0.01; done", timeout: 1m }
              c: { run: "touch ../c; until [ -e ../a ] && [ -e ../b ]; do sleep 0.01; done", timeout: 1m }
            profiles: { p: { checks: [a, b, c] } }
            """);

        var run = repository.Run("taskset", ["-c", "0", PublishedBinary.Location, "run", "p", "--workers", "3"]);

        Assert.True(run.ExitCode == 0, run.ToString());
    }

    [Fact]
    public void What_took_long_in_the_last_run_starts_first_in_the_next()
    {
        using var repository = Repository("""
            version: 1
            workers: 1
            checks:
              short: { run: "echo short >> ../order" }
              middle: { run: "echo middle >> ../order; sleep 0.5" }
              long: { run: "echo long >> ../order; sleep 1.5" }
            profiles: { p: { checks: [short, middle, long] } }
            """);

        repository.Firsttry("run", "p");
        repository.Firsttry("run", "p", "--cache", "off");

        Assert.Equal(["short", "middle", "long", "long", "middle", "short"], File.ReadAllLines(Path.Combine(repository.Outside, "order")));
    }

    [Fact]
    public void A_long_list_of_files_is_split_and_every_file_is_handed_over_once()
    {
        using var repository = Repository("""
            version: 1
            checks:
              names: { run: [sh, -c, 'for name; do echo "$name"; done > ../batch.$$', sh, "{files}"], files: "*.txt" }
            profiles: { p: { checks: [names] } }
            """);
        var folder = new string('d', 200);
        for (var i = 0; i < 12_000; i++)
        {
            repository.Write($"{folder}/{i:d5}{new string('x', 200)}.txt", "");
        }

        var run = repository.Firsttry("run", "p", "--all-files");

        Assert.True(run.ExitCode == 0, run.ToString());
        var batches = Directory.GetFiles(repository.Outside, "batch.*");
        var names = Array.ConvertAll(batches, File.ReadAllLines);
        Assert.True(batches.Length > 1, $"{batches.Length} batches");
        Assert.Equal(12_000, new HashSet<string>(names.SelectMany(lines => lines), StringComparer.Ordinal).Count);
        Assert.Equal(12_000, names.Sum(lines => lines.Length));
    }

    private static TemporaryRepository Repository(string config, [CallerMemberName] string test = "")
    {
        var repository = TemporaryRepository.Create(test: test);
        repository.Write("firsttry.yml", config + "\n");
        repository.PutFirsttryOnPath();
        return repository;
    }
}
