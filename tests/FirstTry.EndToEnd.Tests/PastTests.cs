using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests;

/// <summary>What is kept of runs, and the commands that show it.</summary>
public sealed class PastTests
{
    [Fact]
    public void A_run_and_a_commit_leave_one_line_each()
    {
        using var repository = Repository();
        repository.Firsttry("install");
        repository.Firsttry("run");
        repository.Write("b.txt", "b\n");
        repository.Git("add", "b.txt");
        repository.PutFirsttryOnPath();
        var head = repository.Git("rev-parse", "HEAD");
        repository.TryGit("commit", "--message", "b");

        var lines = File.ReadAllLines(repository.PathOf(".git/firsttry/runs.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).ToList();

        Assert.Equal(2, lines.Count);
        Assert.All(lines, line => Assert.Equal((1, head), (line.GetProperty("v").GetInt32(), line.GetProperty("commit").GetString())));
        Assert.Equal(JsonValueKind.Null, lines[0].GetProperty("hook").ValueKind);
        Assert.Equal("pre-commit", lines[1].GetProperty("hook").GetString());
        var check = lines[1].GetProperty("checks").EnumerateArray().Single(one => one.GetProperty("name").GetString() == "bad");
        Assert.Equal(("failed", 3), (check.GetProperty("status").GetString(), check.GetProperty("exit_code").GetInt32()));
        Assert.True(check.GetProperty("peak_memory").GetInt64() > 0);
    }

    [Fact]
    public void History_shows_the_latest_runs_first()
    {
        using var repository = Repository();
        repository.Firsttry("run");
        repository.Firsttry("run", "--check", "good");

        var history = repository.Firsttry("history", "--format", "json");
        var ofOne = repository.Firsttry("history", "bad", "--format", "json");
        var text = repository.Firsttry("history", "good");

        var runs = JsonDocument.Parse(history.Output).RootElement.GetProperty("runs");
        Assert.Equal(["passed", "failed"], runs.EnumerateArray().Select(run => run.GetProperty("verdict").GetString()));
        Assert.Equal(1, JsonDocument.Parse(ofOne.Output).RootElement.GetProperty("runs").GetArrayLength());
        Assert.Equal(0, text.ExitCode);
        Assert.Equal(3, text.Output.TrimEnd('\n').Split('\n').Length);
        Assert.All(text.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public void Statistics_count_runs_and_failures()
    {
        using var repository = Repository();
        repository.Firsttry("run");
        repository.Firsttry("run");

        var stats = repository.Firsttry("stats", "--format", "json");
        var text = repository.Firsttry("stats");

        var checks = JsonDocument.Parse(stats.Output).RootElement.GetProperty("checks").EnumerateArray().ToList();
        var bad = checks.Single(check => check.GetProperty("name").GetString() == "bad");
        Assert.Equal((2, 2, 0), (bad.GetProperty("runs").GetInt32(), bad.GetProperty("failures").GetInt32(), bad.GetProperty("hits").GetInt32()));
        Assert.True(bad.GetProperty("p50_ms").GetDouble() <= bad.GetProperty("p95_ms").GetDouble());
        Assert.Contains("time saved by not running", text.Output, StringComparison.Ordinal);
        Assert.All(text.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Theory]
    [InlineData("stats")]
    [InlineData("history")]
    public void A_check_that_there_is_not_gets_the_nearest_one_suggested(string command)
    {
        using var repository = Repository();

        var answer = repository.Firsttry(command, "goood");

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("'good'", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_store_is_named_counted_and_cleared()
    {
        using var repository = Repository();
        repository.Firsttry("run");

        var status = repository.Firsttry("cache", "status", "--format", "json");
        var verify = repository.Firsttry("cache", "verify");
        var prune = repository.Firsttry("cache", "prune", "--max-age", "1h", "--max-size", "1");
        var clear = repository.Firsttry("cache", "clear");
        var after = repository.Firsttry("cache", "status", "--format", "json");

        Assert.Equal(
            Path.Combine(repository.Environment["FIRSTTRY_CACHE_DIR"]!, "v1"),
            JsonDocument.Parse(status.Output).RootElement.GetProperty("path").GetString());
        Assert.All([status, verify, prune, clear, after], answer => Assert.True(answer.ExitCode == 0, answer.ToString()));
        Assert.Equal(0, JsonDocument.Parse(after.Output).RootElement.GetProperty("results").GetInt32());
    }

    [Fact]
    public void A_mode_that_there_is_not_is_named_and_nothing_runs()
    {
        using var repository = Repository();
        repository.Environment["FIRSTTRY_CACHE"] = "red";

        var run = repository.Firsttry("run");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("'read'", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(repository.PathOf(".git/firsttry")));
    }

    private static TemporaryRepository Repository([System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        var repository = TemporaryRepository.Create(test: test);
        repository.Write("firsttry.yml", """
            version: 1
            checks:
              good: { run: "true" }
              bad: { run: "exit 3" }
            hooks: { pre-commit: { checks: [good, bad] } }

            """);
        repository.CommitAll();
        return repository;
    }
}
