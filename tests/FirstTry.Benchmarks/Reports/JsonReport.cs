using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FirstTry.Benchmarks.Reports;

/// <summary>The report for programs; docs/performance.md describes it. Names are stable: a new version may add some.</summary>
internal static class JsonReport
{
    private const int Version = 1;
    private const int Digits = 4;
    private const int DigitsOfRatio = 6;

    /// <summary>Writes everything, indented, with a line end.</summary>
    public static string Write(Report report)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteString("title", report.Title);
            WriteMachine(json, report.Machine);
            WriteAll(json, "rows", report.Rows, WriteRow);
            WriteAll(json, "series", report.Series, WriteSeries);
            WriteAll(json, "missing", report.Missing, WriteMissing);
            json.WriteNumber("exit_code", report.ExitCode);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void WriteMachine(Utf8JsonWriter json, Machine machine)
    {
        json.WriteStartObject("machine");
        json.WriteString("processor", machine.Processor);
        json.WriteNumber("cores", machine.Cores);
        json.WriteString("system", machine.System);
        json.WriteString("git", machine.Git);
        WriteNumber(json, "load", machine.Load < 0 ? double.NaN : machine.Load);
        json.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter json, Row row)
    {
        json.WriteStartObject();
        json.WriteString("workload", row.Workload);
        json.WriteString("case", row.Case);
        json.WriteString("unit", row.Unit);
        json.WriteString("ran", row.Ran);
        json.WriteString("full_run", row.FullRun);
        json.WriteString("obstacle", row.Obstacle);
        Measurement[] runners = row.Ours is null ? [] : [row.Ours, .. row.Peers];
        WriteAll(json, "runners", runners, (writer, runner) => WriteMeasurement(writer, runner, row.Ours!));
        WriteAll(json, "missing", row.Missing, WriteMissing);
        json.WriteBoolean("verdicts_equal", row.AreVerdictsEqual);
        WriteAll(json, "verdicts", row.Verdicts, WriteVerdict);
        WriteAll(json, "budgets", row.Judgements, WriteJudgement);
        WriteSaving(json, row.Saved);
        json.WriteEndObject();
    }

    private static void WriteMeasurement(Utf8JsonWriter json, Measurement measurement, Measurement ours)
    {
        json.WriteStartObject();
        json.WriteString("runner", measurement.Runner);
        WriteStatistics(json, "statistics", measurement.Statistics, Digits);
        WriteStatistics(json, "ratio_of_ours", ReferenceEquals(measurement, ours) ? null : ours.RatioTo(measurement), DigitsOfRatio);
        WriteValues(json, measurement.Values);
        json.WriteEndObject();
    }

    private static void WriteVerdict(Utf8JsonWriter json, Verdict verdict)
    {
        json.WriteStartObject();
        json.WriteString("runner", verdict.Runner);
        json.WriteNumber("exit_code", verdict.ExitCode);
        WriteNames(json, "failed", verdict.Failed);
        WriteNames(json, "ran", verdict.Ran);
        WriteNames(json, "owed", verdict.Owed);
        json.WriteEndObject();
    }

    private static void WriteJudgement(Utf8JsonWriter json, Judgement judgement)
    {
        json.WriteStartObject();
        json.WriteString("kind", judgement.Budget.Kind.ToString().ToLowerInvariant());
        WriteNumber(json, "limit", judgement.Budget.Limit);
        json.WriteString("peer", judgement.Budget.Peer);
        json.WriteString("source", judgement.Budget.Source);
        WriteNumber(json, "figure", judgement.Figure ?? double.NaN, DigitsOfRatio);
        json.WriteString("outcome", judgement.Outcome switch
        {
            Outcome.Held => "held",
            Outcome.NotHeld => "not_held",
            Outcome.VerdictsDiffer => "verdicts_differ",
            _ => "not_measured",
        });
        json.WriteString("reason", judgement.Reason);
        json.WriteEndObject();
    }

    private static void WriteSaving(Utf8JsonWriter json, Saving? saving)
    {
        if (saving is null)
        {
            json.WriteNull("saved");
            return;
        }

        json.WriteStartObject("saved");
        WriteNumber(json, "not_running_ms", saving.NotRunning);
        WriteNumber(json, "at_once_ms", saving.AtOnce);
        json.WriteEndObject();
    }

    private static void WriteSeries(Utf8JsonWriter json, Series series)
    {
        json.WriteStartObject();
        json.WriteString("title", series.Title);
        json.WriteString("x", series.XName);
        json.WriteString("unit", series.Unit);
        WriteNumber(json, "slope_per", series.SlopePer);
        WriteAll(json, "curves", series.Curves, (writer, curve) => WriteCurve(writer, curve, series.SlopePer));
        WriteAll(json, "missing", series.Missing, WriteMissing);
        json.WriteEndObject();
    }

    private static void WriteCurve(Utf8JsonWriter json, Curve curve, double slopePer)
    {
        json.WriteStartObject();
        json.WriteString("runner", curve.Runner);
        WriteNumber(json, "slope", curve.Slope * slopePer ?? double.NaN, DigitsOfRatio);
        WriteAll(json, "points", curve.Points, static (writer, point) =>
        {
            writer.WriteStartObject();
            WriteNumber(writer, "x", point.X);
            WriteStatistics(writer, "statistics", point.Statistics, Digits);
            WriteValues(writer, point.Values);
            writer.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteMissing(Utf8JsonWriter json, MissingPeer missing)
    {
        json.WriteStartObject();
        json.WriteString("runner", missing.Runner);
        json.WriteString("reason", missing.Reason);
        json.WriteEndObject();
    }

    private static void WriteStatistics(Utf8JsonWriter json, string name, Statistics? statistics, int digits)
    {
        if (statistics is not { } five)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        WriteNumber(json, "minimum", five.Minimum, digits);
        WriteNumber(json, "lower_quartile", five.LowerQuartile, digits);
        WriteNumber(json, "median", five.Median, digits);
        WriteNumber(json, "upper_quartile", five.UpperQuartile, digits);
        WriteNumber(json, "maximum", five.Maximum, digits);
        json.WriteEndObject();
    }

    private static void WriteValues(Utf8JsonWriter json, IReadOnlyList<double> values)
    {
        json.WriteStartArray("values");
        foreach (var value in values)
            json.WriteNumberValue(Math.Round(value, Digits));

        json.WriteEndArray();
    }

    private static void WriteNames(Utf8JsonWriter json, string name, IReadOnlyList<string>? names)
    {
        if (names is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartArray(name);
        foreach (var each in names)
            json.WriteStringValue(each);

        json.WriteEndArray();
    }

    // What is no number, as the ratio to nothing, is null.
    private static void WriteNumber(Utf8JsonWriter json, string name, double value, int digits = Digits)
    {
        if (double.IsFinite(value))
            json.WriteNumber(name, Math.Round(value, digits));
        else
            json.WriteNull(name);
    }

    private static void WriteAll<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            write(json, item);

        json.WriteEndArray();
    }
}
