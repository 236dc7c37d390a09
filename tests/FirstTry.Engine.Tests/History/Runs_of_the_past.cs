using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using FirstTry.Engine.History;
using FirstTry.Testing;

namespace FirstTry.Engine.Tests.History;

public sealed class Runs_of_the_past
{
    [Fact]
    public void A_run_is_read_as_it_was_written()
    {
        using var directory = TemporaryDirectory.Create();
        var history = new RunHistory(directory.FullPath);

        history.Append(Run("quick \"q\"\\ \n ü", Check("ruff", "9f")));

        var run = Assert.Single(history.Read());
        Assert.Equal("quick \"q\"\\ \n ü", run.Profile);
        Assert.Equal(Check("ruff", "9f"), Assert.Single(run.Checks));
        Assert.Equal((1, "failed", "0123"), (run.ExitCode, run.Verdict, run.Commit));
        Assert.Single(File.ReadAllLines(PathOf(directory)));
    }

    [Fact]
    public void Runs_come_in_the_order_in_which_they_ended()
    {
        using var directory = TemporaryDirectory.Create();
        var history = new RunHistory(directory.FullPath);

        history.Append(Run("first"));
        history.Append(Run("second"));

        Assert.Equal(["first", "second"], history.Read().Select(run => run.Profile));
    }

    [Fact]
    public void Lines_that_are_cut_off_or_strange_are_left_out()
    {
        using var directory = TemporaryDirectory.Create();
        var history = new RunHistory(directory.FullPath);
        history.Append(Run("first"));
        File.AppendAllText(PathOf(directory), "{\"v\":1,\"at\n{\"v\":2}\n[]\nnull\n{\"v\":1,\"checks\":7}\n\n\0\0\n");
        history.Append(Run("last"));

        Assert.Equal(["first", null, "last"], history.Read().Select(run => run.Profile));
    }

    [Fact]
    public void A_check_that_had_no_process_has_no_exit_code()
    {
        using var directory = TemporaryDirectory.Create();
        var history = new RunHistory(directory.FullPath);

        history.Append(Run("quick", Check("ruff", "9f") with { Status = "skipped", ExitCode = null }));

        Assert.Null(Assert.Single(Assert.Single(history.Read()).Checks).ExitCode);
    }

    [Theory]
    [InlineData("{\"v\":1,\"profile\":\"odd\",\"checks\":[{\"exit_code\":\"1\"},7,null]}")]
    [InlineData("{\"v\":1,\"profile\":\"odd\",\"verdict\":\"\\ud800\"}")]
    public void Lines_with_other_kinds_of_values_do_not_end_the_reading(string line)
    {
        using var directory = TemporaryDirectory.Create();
        var history = new RunHistory(directory.FullPath);
        history.Append(Run("first"));
        File.AppendAllText(PathOf(directory), line + "\n");
        history.Append(Run("last"));

        var profiles = history.Read().Select(run => run.Profile).ToArray();

        Assert.Equal(("first", "last"), (profiles[0], profiles[^1]));
    }

    [Fact]
    public void The_last_time_of_a_check_is_known_also_where_it_was_remembered_or_left_out_since()
    {
        using var directory = TemporaryDirectory.Create();
        var history = new RunHistory(directory.FullPath);
        var ran = Check("mypy", "9f") with { IsCached = false, Duration = TimeSpan.FromSeconds(3) };
        history.Append(Run("p", ran with { Duration = TimeSpan.FromSeconds(9) }, Check("ruff", "9f")));
        history.Append(Run("p", ran));
        history.Append(Run("p", ran with { Status = "skipped", Duration = TimeSpan.Zero }));

        var times = history.RecentDurations();

        Assert.Equal((3000.0, 640.2, null), (times.Of("mypy")?.TotalMilliseconds, times.Of("ruff")?.TotalMilliseconds, times.Of("black")));
        Assert.Null(new RunHistory(directory.PathOf("nowhere")).RecentDurations().Of("mypy"));
    }

    [Fact]
    public void Twenty_runs_that_end_at_once_leave_twenty_whole_lines()
    {
        using var directory = TemporaryDirectory.Create();
        var checks = Enumerable.Range(0, 200).Select(i => Check($"check-{i}", "9f")).ToArray();

        Parallel.For(0, 20, new ParallelOptions { MaxDegreeOfParallelism = 20 }, i => new RunHistory(directory.FullPath).Append(Run($"p{i}", checks)));

        var runs = new RunHistory(directory.FullPath).Read();
        Assert.Equal(20, runs.Select(run => run.Profile).Distinct().Count());
        Assert.All(runs, run => Assert.Equal(200, run.Checks.Count));
    }

    [Fact]
    public void A_file_that_has_grown_makes_room_and_stays_readable()
    {
        using var directory = TemporaryDirectory.Create();
        var history = new RunHistory(directory.FullPath);
        var checks = Enumerable.Range(0, 2000).Select(i => Check($"check-{i}", "9f")).ToArray();
        while (!File.Exists(Path.Combine(directory.FullPath, "firsttry", "runs.1.jsonl")))
        {
            history.Append(Run("many", checks));
        }

        history.Append(Run("after"));

        Assert.Equal("after", history.Read()[^1].Profile);
        Assert.True(history.Read().Count > 10);
        Assert.True(new FileInfo(PathOf(directory)).Length < 10_000);
    }

    [Fact]
    public void The_last_fingerprint_of_a_check_is_that_of_its_own_worktree()
    {
        using var directory = TemporaryDirectory.Create();
        var history = new RunHistory(directory.FullPath);
        history.Append(Run("p", Check("ruff", "first")));
        history.Append(Run("p", Check("ruff", "second")));
        history.Append(Run("p", Check("ruff", "elsewhere")) with { Worktree = "linked" });
        history.Append(Run("p", Check("ruff", null)));

        Assert.Equal("second", history.FindLast("ruff", "")?.Fingerprint);
        Assert.Equal("elsewhere", history.FindLast("ruff", "linked")?.Fingerprint);
        Assert.Null(history.FindLast("mypy", ""));
    }

    [Fact]
    public void A_history_that_cannot_be_written_says_nothing()
    {
        using var directory = TemporaryDirectory.Create();
        File.WriteAllText(directory.PathOf("firsttry"), "a file where a folder belongs");
        var history = new RunHistory(directory.FullPath);

        history.Append(Run("p"));

        Assert.Empty(history.Read());
        Assert.Null(history.FindLast("ruff", ""));
    }

    private static string PathOf(TemporaryDirectory directory) => directory.PathOf("firsttry/runs.jsonl");

    private static PastRun Run(string profile, params PastCheck[] checks) => new()
    {
        Started = DateTimeOffset.FromUnixTimeMilliseconds(1_767_323_045_678),
        Commit = "0123",
        Hook = "pre-commit",
        Profile = profile,
        Cache = "rw",
        Verdict = "failed",
        ExitCode = 1,
        Duration = TimeSpan.FromMilliseconds(812.4),
        Checks = checks,
    };

    private static PastCheck Check(string name, string? fingerprint) => new()
    {
        Name = name,
        Bucket = "fast",
        Status = "passed",
        IsCached = true,
        Reason = "inputs unchanged",
        Queued = TimeSpan.FromMilliseconds(0.3),
        Duration = TimeSpan.FromMilliseconds(1.5),
        Cpu = TimeSpan.FromMilliseconds(12.5),
        PeakMemory = 1234,
        Saved = TimeSpan.FromMilliseconds(640.2),
        Files = 3,
        ExitCode = 0,
        Fingerprint = fingerprint,
    };
}
