using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text.Json;
using FirstTry.Engine.Running;
using FirstTry.Graph;

namespace FirstTry.Engine.Reporting.Exports;

/// <summary>
/// A run in the trace-event format that Perfetto and chrome://tracing open: one lane for the buckets, one for
/// each worker with what ran on it, and those of the look-ups of remembered results.
/// </summary>
public sealed class TraceExport
{
    private const int Process = 1;
    private const int BucketLane = 0;
    private readonly Utf8JsonWriter _json;
    private readonly RunResult _run;

    private TraceExport(Utf8JsonWriter json, RunResult run)
    {
        _json = json;
        _run = run;
    }

    /// <summary>Writes the trace, in UTF-8.</summary>
    public static void Write(Stream output, RunResult run)
    {
        using var json = new Utf8JsonWriter(output, JsonFields.Options);
        new TraceExport(json, run).WriteTrace();
    }

    private void WriteTrace()
    {
        _json.WriteStartObject();
        _json.WriteString("displayTimeUnit", "ms");
        _json.WriteStartArray("traceEvents");
        WriteName("process_name", BucketLane, $"firsttry {_run.Plan.Hook ?? _run.Plan.Profile}".TrimEnd());
        WriteName("thread_name", BucketLane, "buckets");
        WriteBuckets();
        WriteLookUps(WriteWorkers(BucketLane + 1));
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WriteBuckets()
    {
        for (var bucket = Bucket.Fast; bucket <= Bucket.Slow; bucket++)
        {
            var (start, end) = (TimeSpan.MaxValue, TimeSpan.Zero);
            foreach (var check in _run.Checks)
            {
                foreach (var time in check.Bucket == bucket ? check.Batches : [])
                {
                    start = time.Start < start ? time.Start : start;
                    end = time.End > end ? time.End : end;
                }
            }

            if (start < TimeSpan.MaxValue)
            {
                WriteSpan(JsonFields.NameOf(bucket), "bucket", BucketLane, new Period(start, end - start));
                _json.WriteEndObject();
            }
        }
    }

    private int WriteWorkers(int firstLane)
    {
        var spans = new List<(Period Time, string Name, CheckResult Check)>();
        foreach (var check in _run.Checks)
        {
            for (var i = 0; i < check.Batches.Count; i++)
            {
                var name = check.Batches.Count == 1 ? check.Name : string.Create(CultureInfo.InvariantCulture, $"{check.Name} ({i + 1} of {check.Batches.Count})");
                spans.Add((check.Batches[i], name, check));
            }
        }

        return WriteLanes(spans, "check", "worker", firstLane);
    }

    private void WriteLookUps(int firstLane)
    {
        var spans = new List<(Period Time, string Name, CheckResult Check)>();
        foreach (var check in _run.Checks)
        {
            if (check.LookUp is { } time)
            {
                spans.Add((time, $"look for {check.Name}", check));
            }
        }

        WriteLanes(spans, "cache", "cache", firstLane);
    }

    // Which thread it was is of no interest: a lane is what one thing at a time can be on.
    private int WriteLanes(List<(Period Time, string Name, CheckResult Check)> spans, string category, string title, int firstLane)
    {
        spans.Sort(static (left, right) => left.Time.Start.CompareTo(right.Time.Start));
        var lanes = new List<TimeSpan>();
        foreach (var (time, name, check) in spans)
        {
            var lane = FreeLane(lanes, time.Start);
            lanes[lane] = time.End;
            WriteSpan(name, category, firstLane + lane, time);
            WriteArguments(check);
            _json.WriteEndObject();
        }

        for (var lane = 0; lane < lanes.Count; lane++)
        {
            WriteName("thread_name", firstLane + lane, string.Create(CultureInfo.InvariantCulture, $"{title} {lane + 1}"));
        }

        return firstLane + lanes.Count;
    }

    private static int FreeLane(List<TimeSpan> lanes, TimeSpan start)
    {
        var lane = lanes.FindIndex(end => end <= start);
        if (lane < 0)
        {
            lanes.Add(TimeSpan.Zero);
            lane = lanes.Count - 1;
        }

        return lane;
    }

    private void WriteArguments(CheckResult check)
    {
        _json.WriteStartObject("args");
        _json.WriteString("status", CheckStatusNames.NameOf(check.Status));
        _json.WriteString("reason", JsonFields.ReasonOf(check));
        _json.WriteString("bucket", JsonFields.NameOf(check.Bucket));
        _json.WriteBoolean("cached", check.IsCached);
        _json.WriteNumber("files", check.FileCount);
        JsonFields.WriteMilliseconds(_json, "queued_ms", check.Queued);
        _json.WriteEndObject();
    }

    private void WriteName(string kind, int lane, string name)
    {
        _json.WriteStartObject();
        _json.WriteString("ph", "M");
        _json.WriteNumber("pid", Process);
        _json.WriteNumber("tid", lane);
        _json.WriteString("name", kind);
        _json.WriteStartObject("args");
        _json.WriteString("name", name);
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    // Times are in microseconds; the object is left open for its arguments.
    private void WriteSpan(string name, string category, int lane, Period time)
    {
        _json.WriteStartObject();
        _json.WriteString("ph", "X");
        _json.WriteNumber("pid", Process);
        _json.WriteNumber("tid", lane);
        _json.WriteString("name", name);
        _json.WriteString("cat", category);
        _json.WriteNumber("ts", Math.Round(time.Start.TotalMicroseconds));
        _json.WriteNumber("dur", Math.Round(time.Duration.TotalMicroseconds));
    }
}
