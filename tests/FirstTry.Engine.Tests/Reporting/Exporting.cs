using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using FirstTry.Engine.Reporting.Exports;
using FirstTry.Engine.Running;
using FirstTry.Graph;
using FirstTry.Testing;

namespace FirstTry.Engine.Tests.Reporting;

/// <summary>A run as files for other programs; that they keep to their schemas is tested where the validators are.</summary>
public sealed class Exporting
{
    [Fact]
    public void Junit_has_a_case_a_check_and_counts_what_objects()
    {
        var run = Told.Run(
            Told.Result("ruff", CheckStatus.Passed, output: "fine"),
            Told.Result("mypy", CheckStatus.Failed, "exit code 1", "a.py:1: error: no\n"),
            Told.Result("shaky", CheckStatus.Failed, "exit code 1", "hm") with { IsFailure = false },
            Told.Result("docs", CheckStatus.Skipped, "no files match"),
            Told.Result("slow", CheckStatus.TimedOut, "not done after 5s"),
            Told.Result("gone", CheckStatus.Error, "not found"),
            Told.Result("ended", CheckStatus.Cancelled, "interrupted"));

        var suites = XElement.Parse(Junit(run));

        Assert.Equal("firsttry pre-commit", suites.Attribute("name")!.Value);
        Assert.Equal(("7", "2", "2"), (suites.Attribute("tests")!.Value, suites.Attribute("failures")!.Value, suites.Attribute("errors")!.Value));
        Assert.Equal(
            ["ruff system-out", "mypy failure", "shaky system-out", "docs skipped", "slow failure", "gone error", "ended error"],
            suites.Descendants("testcase").Select(test => $"{test.Attribute("name")!.Value} {test.Elements().Single().Name}"));
        var failure = suites.Descendants("failure").First();
        Assert.Equal(("exit code 1", "failed", "a.py:1: error: no\n"), (failure.Attribute("message")!.Value, failure.Attribute("type")!.Value, failure.Value));
    }

    [Fact]
    public void Junit_is_xml_whatever_a_tool_writes()
    {
        var run = Told.Run(Told.Result("a", CheckStatus.Failed, "exit <1> & \"2\"") with { Output = [.. "]]>\e[31m<x>&\0\u0001\r\n"u8, 0xff, 0xef, 0xbf, 0xbf] });

        var failure = XElement.Parse(Junit(run)).Descendants("failure").Single();

        Assert.Equal("exit <1> & \"2\"", failure.Attribute("message")!.Value);
        Assert.Equal("]]><x>&\r\n\uFFFD\uFFFD", failure.Value);
    }

    [Fact]
    public void Sarif_has_a_result_a_finding_with_the_rule_below_the_check()
    {
        using var directory = TemporaryDirectory.Create();
        File.WriteAllText(directory.PathOf("a b#é.py"), "");
        var run = Told.Run(
            Told.Result("ruff", CheckStatus.Failed, "exit code 1", "a b#é.py:1:8: F401 unused\na b#é.py:2: warning: odd\n", check => check with { Description = "lints" }),
            Told.Result("odd", CheckStatus.Failed, "exit code 3", "no idea"),
            Told.Result("shaky", CheckStatus.Failed, "exit code 1", "hm") with { IsFailure = false },
            Told.Result("good", CheckStatus.Passed, output: "a b#é.py:1:1: error: not one"));

        var sarif = Sarif(run, directory.FullPath);

        var results = sarif.GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(
            ["ruff/F401 error unused", "ruff warning odd", "odd error odd: exit code 3", "shaky warning shaky: exit code 1"],
            results.Select(result => $"{Text(result, "ruleId")} {Text(result, "level")} {Text(result.GetProperty("message"), "text")}"));
        var place = results[0].GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("a%20b%23%C3%A9.py", Text(place.GetProperty("artifactLocation"), "uri"));
        Assert.Equal((1, 8), (place.GetProperty("region").GetProperty("startLine").GetInt32(), place.GetProperty("region").GetProperty("startColumn").GetInt32()));
        Assert.False(results[2].TryGetProperty("locations", out _));
        Assert.Equal(["ruff/F401", "ruff", "odd", "shaky"], sarif.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Select(rule => Text(rule, "id")));
        Assert.True(sarif.GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean());
    }

    [Fact]
    public void Sarif_says_when_a_tool_did_not_do_its_work()
    {
        var run = Told.Run(Told.Result("gone", CheckStatus.Error, "not found"), Told.Result("late", CheckStatus.TimedOut, "not done after 5s"));

        var invocation = Sarif(run, "/nowhere").GetProperty("invocations")[0];

        Assert.False(invocation.GetProperty("executionSuccessful").GetBoolean());
        Assert.Equal(
            ["gone: not found", "late: not done after 5s"],
            invocation.GetProperty("toolExecutionNotifications").EnumerateArray().Select(notification => Text(notification.GetProperty("message"), "text")));
    }

    [Fact]
    public void A_trace_has_lanes_for_buckets_workers_and_look_ups()
    {
        var run = Told.Run(
            At("a", (0, 100)) with { LookUp = Milliseconds(0, 1) },
            At("b", (10, 50), (60, 30)),
            At("c", (100, 20)),
            Told.Result("d", CheckStatus.Skipped, "no files match"),
            Told.Result("e", CheckStatus.Passed) with { IsCached = true, LookUp = Milliseconds(1, 2) });

        var events = Trace(run).GetProperty("traceEvents").EnumerateArray().ToList();

        var lanes = events.Where(entry => Text(entry, "name") == "thread_name")
            .ToDictionary(entry => entry.GetProperty("tid").GetInt32(), entry => Text(entry.GetProperty("args"), "name"));
        Assert.Equal(
            [
                "buckets: fast 0+120000",
                "worker 1: a 0+100000", "worker 2: b (1 of 2) 10000+50000", "worker 2: b (2 of 2) 60000+30000", "worker 1: c 100000+20000",
                "cache 1: look for a 0+1000", "cache 1: look for e 1000+2000",
            ],
            events.Where(entry => Text(entry, "ph") == "X").Select(entry =>
                $"{lanes[entry.GetProperty("tid").GetInt32()]}: {Text(entry, "name")} {entry.GetProperty("ts").GetDouble()}+{entry.GetProperty("dur").GetDouble()}"));
    }

    [Fact]
    public void A_real_run_says_when_its_batches_ran()
    {
        using var scene = Scene.Create();

        var run = scene.Run(Scene.Shell("first", "true"), Scene.Shell("second", "true") with { Needs = CheckReferences.Create([Scene.Shell("first", "true")]) });

        var (first, second) = (Assert.Single(run.Checks[0].Batches), Assert.Single(run.Checks[1].Batches));
        Assert.True(first.Duration > TimeSpan.Zero && second.Start >= first.End && second.End <= run.Duration, $"{first} {second} {run.Duration}");
    }

    [Fact]
    public void A_trace_of_a_real_run_is_made_of_events_that_a_viewer_reads_and_no_lane_has_two_at_once()
    {
        using var scene = Scene.Create(cores: 3);
        var checks = Enumerable.Range(0, 9).Select(i => Scene.Shell($"c{i}", "sleep 0.02") with { Bucket = i < 6 ? Bucket.Fast : Bucket.Slow }).ToArray();

        var events = Trace(scene.Run(checks)).GetProperty("traceEvents").EnumerateArray().ToList();

        Assert.All(events, entry => Assert.True(
            Text(entry, "ph") is "M" or "X" && Text(entry, "name").Length > 0 && entry.GetProperty("pid").GetInt32() == 1 && entry.GetProperty("tid").GetInt32() >= 0,
            entry.ToString()));
        var lanes = events.Where(entry => Text(entry, "name") == "thread_name")
            .ToDictionary(entry => entry.GetProperty("tid").GetInt32(), entry => Text(entry.GetProperty("args"), "name"));
        var spans = events.Where(entry => Text(entry, "ph") == "X").Select(entry => (
            Lane: lanes[entry.GetProperty("tid").GetInt32()], Name: Text(entry, "name"), Start: entry.GetProperty("ts").GetDouble(), End: entry.GetProperty("ts").GetDouble() + entry.GetProperty("dur").GetDouble())).ToList();
        Assert.Equal(11, spans.Count);
        Assert.InRange(lanes.Values.Count(lane => lane.StartsWith("worker", StringComparison.Ordinal)), 1, 3);
        Assert.All(spans.GroupBy(span => span.Lane), lane => Assert.All(
            lane.OrderBy(span => span.Start).Zip(lane.OrderBy(span => span.Start).Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start + 1, $"{pair}")));
        var (fast, slow) = (spans.Single(span => span.Name == "fast"), spans.Single(span => span.Name == "slow"));
        Assert.True(fast.End <= slow.Start + 1, $"{fast} {slow}");
        Assert.All(spans.Where(span => span.Name[0] == 'c'), span => Assert.True(
            span.Name[1] < '6' ? span.Start >= fast.Start && span.End <= fast.End + 1 : span.Start >= slow.Start - 1 && span.End <= slow.End + 1, $"{span}"));
    }

    private static CheckResult At(string name, params (int Start, int Duration)[] batches) => Told.Result(name, CheckStatus.Passed) with
    {
        Batches = [.. batches.Select(batch => Milliseconds(batch.Start, batch.Duration))],
    };

    private static Period Milliseconds(int start, int duration) => new(TimeSpan.FromMilliseconds(start), TimeSpan.FromMilliseconds(duration));

    private static string Junit(RunResult run)
    {
        using var output = new MemoryStream();
        JunitExport.Write(output, run);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static JsonElement Sarif(RunResult run, string root)
    {
        using var output = new MemoryStream();
        SarifExport.Write(output, run, root, "1.2.3");
        return JsonDocument.Parse(output.ToArray()).RootElement.GetProperty("runs")[0];
    }

    private static JsonElement Trace(RunResult run)
    {
        using var output = new MemoryStream();
        TraceExport.Write(output, run);
        return JsonDocument.Parse(output.ToArray()).RootElement;
    }

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;
}
