using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text.Json;
using FirstTry.Engine.History;
using FirstTry.Engine.Reporting;

namespace FirstTry.Cli.Screens;

/// <summary>Shows what the history comes to, check by check.</summary>
internal static class StatsScreen
{
    public static string ToText(IReadOnlyList<CheckStatistics> checks)
    {
        if (checks.Count == 0)
        {
            return "There is no history yet: every run adds a line to it.\n";
        }

        var table = new TextTable("check", "runs", "hits", "p50", "p95", "saved", "");
        var saved = TimeSpan.Zero;
        foreach (var check in checks)
        {
            saved += check.Saved;
            table.Add(
                check.Name,
                check.Runs.ToString(CultureInfo.InvariantCulture),
                check.HitRate.ToString("0%", CultureInfo.InvariantCulture),
                Time(check.Median),
                Time(check.Slow),
                Time(check.Saved),
                check.FlakyFingerprints > 0 ? "flaky" : "");
        }

        return $"{table}time saved by not running: {TimeText.Of(saved)}\n";
    }

    public static void WriteJson(Stream output, IReadOnlyList<CheckStatistics> checks)
    {
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteNumber("schema", 1);
            json.WriteStartArray("checks");
            foreach (var check in checks)
            {
                json.WriteStartObject();
                json.WriteString("name", check.Name);
                json.WriteNumber("runs", check.Runs);
                json.WriteNumber("hits", check.Hits);
                json.WriteNumber("hit_rate", Math.Round(check.HitRate, 4));
                json.WriteNumber("failures", check.Failures);
                json.WriteNumber("p50_ms", Milliseconds(check.Median));
                json.WriteNumber("p95_ms", Milliseconds(check.Slow));
                json.WriteNumber("saved_ms", Milliseconds(check.Saved));
                json.WriteBoolean("flaky", check.FlakyFingerprints > 0);
                json.WriteNumber("flaky_fingerprints", check.FlakyFingerprints);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static string Time(TimeSpan time) => time == TimeSpan.Zero ? "-" : TimeText.Of(time);

    private static double Milliseconds(TimeSpan time) => Math.Round(time.TotalMilliseconds, 1);
}
