using System;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text.Json;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests;

/// <summary>What a run does and says, through the JSON that is promised to stay.</summary>
public sealed class RunTests
{
    [Fact]
    public void Buckets_run_one_after_another_whatever_the_order_of_the_profile()
    {
        using var repository = Repository("""
            version: 1
            checks:
              s: { run: "echo slow >> ../order", bucket: slow }
              m: { run: "echo mutating >> ../order", bucket: mutating }
              f: { run: "echo fast >> ../order" }
            profiles: { p: { checks: [s, m, f] } }
            """);

        var run = repository.Firsttry("run", "p");

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Equal(["fast", "mutating", "slow"], File.ReadAllLines(Path.Combine(repository.Outside, "order")));
    }

    [Fact]
    public void A_check_whose_need_failed_is_skipped_with_the_reason()
    {
        using var repository = Repository("""
            version: 1
            checks:
              lint: { run: "false" }
              types: { run: "touch ../types-ran", needs: [lint] }
              tests: { run: "touch ../tests-ran", needs: [types] }
            profiles: { p: { checks: [lint, types, tests], fail_fast: never } }
            """);

        var (exitCode, report) = Json(repository, "run", "p");

        Assert.Equal(1, exitCode);
        Assert.Equal(["failed", "skipped", "skipped"], Statuses(report));
        Assert.Contains("lint", Check(report, "types").GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Contains("types", Check(report, "tests").GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(repository.Outside, "types-ran")));
        Assert.False(File.Exists(Path.Combine(repository.Outside, "tests-ran")));
    }

    [Fact]
    public void By_default_a_failure_ends_the_run_after_its_bucket()
    {
        using var repository = Repository("""
            version: 1
            checks:
              bad: { run: "false" }
              other: { run: "true" }
              later: { run: "true", bucket: slow }
            profiles: { p: { checks: [bad, other, later] } }
            """);

        var (_, report) = Json(repository, "run", "p");

        Assert.Equal(["failed", "passed", "skipped"], Statuses(report));
        Assert.NotEqual("", Check(report, "later").GetProperty("reason").GetString());
    }

    [Fact]
    public void The_report_has_the_promised_shape()
    {
        using var repository = Repository("""
            version: 1
            checks:
              hello: { run: "echo hello; exit 3" }
            profiles: { p: { checks: [hello] } }
            """);

        var (exitCode, report) = Json(repository, "run", "p");

        Assert.Equal(1, exitCode);
        Assert.Equal(
            ["schema", "hook", "profile", "verdict", "exit_code", "duration_ms", "checks"],
            report.EnumerateObject().Select(property => property.Name));
        Assert.Equal(1, report.GetProperty("schema").GetInt32());
        Assert.Equal(JsonValueKind.Null, report.GetProperty("hook").ValueKind);
        Assert.Equal("p", report.GetProperty("profile").GetString());
        Assert.Equal("failed", report.GetProperty("verdict").GetString());
        Assert.Equal(1, report.GetProperty("exit_code").GetInt32());
        var check = Check(report, "hello");
        Assert.Equal(
            [
                "name", "bucket", "status", "cached", "reason", "duration_ms", "queued_ms", "saved_ms", "exit_code", "files", "fingerprint",
                "output",
            ],
            check.EnumerateObject().Select(property => property.Name));
        Assert.Equal("fast", check.GetProperty("bucket").GetString());
        Assert.Equal(3, check.GetProperty("exit_code").GetInt32());
        Assert.Equal("hello\n", check.GetProperty("output").GetString());
    }

    [Fact]
    public void Fix_runs_what_mends_and_nothing_else()
    {
        using var repository = Repository("""
            version: 1
            checks:
              lint: { run: "touch ../linted; grep -L good {files}; exit 1", fix: [sed, -i, s/bad/good/, "{files}"], files: "*.txt" }
              types: { run: "touch ../typed" }
              upper: { run: [sed, -i, s/good/GOOD/, "{files}"], files: "*.txt", bucket: mutating }
            profiles: { p: { checks: [lint, types, upper] } }
            """);
        repository.Write("a.txt", "bad\n");

        var fix = repository.Firsttry("fix", "p");

        Assert.True(fix.ExitCode == 0, fix.ToString());
        Assert.Equal("GOOD\n", repository.Read("a.txt"));
        Assert.False(File.Exists(Path.Combine(repository.Outside, "linted")));
        Assert.False(File.Exists(Path.Combine(repository.Outside, "typed")));
    }

    [Fact]
    public void A_timeout_ends_the_whole_tree()
    {
        var seconds = Random.Shared.Next(100_000, 1_000_000_000);
        using var repository = Repository($$"""
            version: 1
            checks:
              stuck: { run: "sh -c 'trap \"\" INT TERM; sleep {{seconds}}; sleep {{seconds}}' & setsid sleep {{seconds}} & sleep {{seconds}}", timeout: 300ms }
            profiles: { p: { checks: [stuck] } }
            """);

        var (exitCode, report) = Json(repository, "run", "p");

        Assert.Equal(1, exitCode);
        Assert.Equal(["timed_out"], Statuses(report));
        Assert.Empty(Processes.CommandLinesWith($"sleep\0{seconds}"));
    }

    [Fact]
    public void Output_is_in_the_order_in_which_it_was_written_and_never_mixed()
    {
        using var repository = Repository("""
            version: 1
            workers: 4
            checks:
              a: { run: "for i in 1 2 3 4 5 6 7 8 9; do echo a$i; echo A$i >&2; done; exit 1" }
              b: { run: "for i in 1 2 3 4 5 6 7 8 9; do echo b$i; echo B$i >&2; done; exit 1" }
            profiles: { p: { checks: [a, b] } }
            """);

        var (_, report) = Json(repository, "run", "p");

        var expected = string.Concat(Enumerable.Range(1, 9).Select(i => $"a{i}\nA{i}\n"));
        Assert.Equal(expected, Check(report, "a").GetProperty("output").GetString());
        Assert.Equal(expected.Replace('a', 'b').Replace('A', 'B'), Check(report, "b").GetProperty("output").GetString());
    }

    [Fact]
    public void A_check_does_not_see_the_commit_in_progress()
    {
        using var repository = Repository("""
            version: 1
            checks:
              env: { run: "env | grep ^GIT_ > ../env || true" }
            hooks: { pre-commit: { checks: [env] } }
            """);
        repository.Environment["GIT_INDEX_FILE"] = Path.Combine(repository.Root, ".git", "index");
        repository.Environment["GIT_DIR"] = Path.Combine(repository.Root, ".git");
        repository.Environment["GIT_PREFIX"] = "";

        var run = repository.Firsttry("hook", "pre-commit");

        Assert.True(run.ExitCode == 0, run.ToString());
        var seen = File.ReadAllText(Path.Combine(repository.Outside, "env"));
        Assert.DoesNotContain("GIT_DIR", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("GIT_INDEX_FILE", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("GIT_PREFIX", seen, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_config_the_built_in_checks_run()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("a.txt", "<<<<<<< ours\nx\n=======\ny\n>>>>>>> theirs\n");
        repository.Git("add", "--all");

        var run = repository.Firsttry("run", "--all-files");

        Assert.True(run.ExitCode == 1, run.ToString());
        Assert.Contains("a.txt:1", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_hundred_checks_all_run()
    {
        var names = Enumerable.Range(1, 200).Select(i => $"c{i}").ToList();
        using var repository = Repository(
            "version: 1\nchecks:\n"
            + string.Concat(names.Select(name => $"  {name}: {{ run: \"echo x > ../{name}.ran\" }}\n"))
            + $"profiles: {{ p: {{ checks: [{string.Join(", ", names)}] }} }}\n");

        var (exitCode, report) = Json(repository, "run", "p");

        Assert.Equal(0, exitCode);
        Assert.Equal(names, report.GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("name").GetString()!));
        Assert.Equal(200, Directory.GetFiles(repository.Outside, "*.ran").Length);
    }

    [Fact]
    public void A_pipe_never_gets_an_escape_sequence()
    {
        using var repository = Repository("""
            version: 1
            checks: { a: { run: "true" }, b: { run: "false" } }
            profiles: { p: { checks: [a, b] } }
            """);

        var run = repository.Firsttry("run", "p");

        Assert.DoesNotContain('\e', run.Output + run.Error);
    }

    private static TemporaryRepository Repository(string config, [CallerMemberName] string test = "")
    {
        var repository = TemporaryRepository.Create(test: test);
        repository.Write("firsttry.yml", config + "\n");
        repository.CommitAll();
        return repository;
    }

    private static (int ExitCode, JsonElement Report) Json(TemporaryRepository repository, params string[] arguments)
    {
        var result = repository.Firsttry([.. arguments, "--format", "json"]);
        Assert.True(result.Output.StartsWith('{'), result.ToString());
        return (result.ExitCode, JsonDocument.Parse(result.Output).RootElement);
    }

    private static string[] Statuses(JsonElement report) =>
        [.. report.GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("status").GetString()!)];

    private static JsonElement Check(JsonElement report, string name) =>
        report.GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("name").GetString() == name);
}
