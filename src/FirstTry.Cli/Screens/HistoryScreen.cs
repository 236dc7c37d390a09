using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text.Json;
using FirstTry.Engine.History;
using FirstTry.Engine.Reporting;

namespace FirstTry.Cli.Screens;

/// <summary>Shows runs of the past, the latest first.</summary>
internal static class HistoryScreen
{
    /// <summary>One line a run; with a check, what became of that.</summary>
    public static string ToText(IReadOnlyList<PastRun> runs, string? check, DateTimeOffset now)
    {
        if (runs.Count == 0)
        {
            return check is null ? "There is no history yet: every run adds a line to it.\n" : $"No run in the history has {check}.\n";
        }

        var table = check is null ? new TextTable("run", "when", "verdict", "took", "hits", "saved") : new TextTable("run", "when", "status", "took", "saved");
        foreach (var run in runs)
        {
            if (check is null)
            {
                table.Add(NameOf(run), Words.Ago(now - run.Started), run.Verdict, TimeText.Of(run.Duration), HitsOf(run), Time(SavedBy(run)));
            }
            else if (run.Find(check) is { } past)
            {
                table.Add(NameOf(run), Words.Ago(now - run.Started), past.IsCached ? "remembered" : past.Status, TimeText.Of(past.Duration), Time(past.Saved));
            }
        }

        return table.ToString();
    }

    public static void WriteJson(Stream output, IReadOnlyList<PastRun> runs, string? check)
    {
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteNumber("schema", 1);
            json.WriteStartArray("runs");
            foreach (var run in runs)
            {
                WriteRun(json, run, check);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void WriteRun(Utf8JsonWriter json, PastRun run, string? check)
    {
        json.WriteStartObject();
        json.WriteString("started", run.Started.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        json.WriteString("commit", run.Commit);
        json.WriteString("worktree", run.Worktree);
        json.WriteString("hook", run.Hook);
        json.WriteString("profile", run.Profile);
        json.WriteString("cache", run.Cache);
        json.WriteString("verdict", run.Verdict);
        json.WriteNumber("exit_code", run.ExitCode);
        json.WriteNumber("duration_ms", Milliseconds(run.Duration));
        json.WriteStartArray("checks");
        foreach (var past in run.Checks)
        {
            if (check is null || past.Name == check)
            {
                WriteCheck(json, past);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCheck(Utf8JsonWriter json, PastCheck past)
    {
        json.WriteStartObject();
        json.WriteString("name", past.Name);
        json.WriteString("bucket", past.Bucket);
        json.WriteString("status", past.Status);
        json.WriteBoolean("cached", past.IsCached);
        json.WriteString("reason", past.Reason);
        json.WriteNumber("queued_ms", Milliseconds(past.Queued));
        json.WriteNumber("duration_ms", Milliseconds(past.Duration));
        json.WriteNumber("cpu_ms", Milliseconds(past.Cpu));
        json.WriteNumber("peak_memory", past.PeakMemory);
        json.WriteNumber("saved_ms", Milliseconds(past.Saved));
        json.WriteNumber("files", past.Files);
        if (past.ExitCode is { } code)
        {
            json.WriteNumber("exit_code", code);
        }
        else
        {
            json.WriteNull("exit_code");
        }

        json.WriteString("fingerprint", past.Fingerprint);
        json.WriteEndObject();
    }

    private static string NameOf(PastRun run) => (run.Hook, run.Profile) switch
    {
        (null, null) => "run",
        (null, { } profile) => profile,
        ({ } hook, null) => hook,
        ({ } hook, { } profile) => $"{hook} {profile}",
    };

    private static string HitsOf(PastRun run)
    {
        var (hits, decided) = (0, 0);
        foreach (var check in run.Checks)
        {
            hits += check.IsCached ? 1 : 0;
            decided += check.IsCached || check.IsExecuted ? 1 : 0;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{hits}/{decided}");
    }

    private static TimeSpan SavedBy(PastRun run)
    {
        var saved = TimeSpan.Zero;
        foreach (var check in run.Checks)
        {
            saved += check.Saved;
        }

        return saved;
    }

    private static string Time(TimeSpan time) => time == TimeSpan.Zero ? "-" : TimeText.Of(time);

    private static double Milliseconds(TimeSpan time) => Math.Round(time.TotalMilliseconds, 1);
}
