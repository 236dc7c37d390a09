using System;
using System.Globalization;
using System.IO;
using System.Linq;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests;

/// <summary>What a hook costs, in processes.</summary>
public sealed class HookCostTests
{
    [Fact]
    public void A_commit_with_three_checks_in_5001_files_starts_one_git_process_and_the_checks()
    {
        using var repository = TemporaryRepository.Create();
        for (var i = 0; i < 5000; i++)
        {
            repository.Write(string.Create(CultureInfo.InvariantCulture, $"d{i % 100}/f{i}.txt"), "content\n");
        }

        repository.Write("firsttry.yml", """
            version: 1
            checks: { a: { run: "true" }, b: { run: "true" }, c: { run: "true" } }
            hooks: { pre-commit: { checks: [a, b, c] } }
            """);
        repository.CommitAll();
        repository.Write("d0/f0.txt", "changed\n");
        repository.Git("add", "--all");

        var traced = repository.Run("strace", ["-f", "-qq", "-s", "200", "-e", "trace=execve", "-o", "../trace", PublishedBinary.Location, "hook", "pre-commit"]);

        Assert.True(traced.ExitCode == 0, traced.ToString());
        var started = File.ReadAllLines(Path.Combine(repository.Outside, "trace"))
            .Where(line => line.Contains("execve(", StringComparison.Ordinal) && !line.Contains("= -1", StringComparison.Ordinal))

            // Under a tracer on a busy machine a check may run for so long that somebody watches over it.
            .Where(line => !line.Contains("firsttry-watch", StringComparison.Ordinal) && !line.Contains("[\"sleep\"", StringComparison.Ordinal)).ToList();
        Assert.Single(started, line => line.Contains("[\"git\"", StringComparison.Ordinal));
        Assert.Equal(5, started.Count);
    }
}
