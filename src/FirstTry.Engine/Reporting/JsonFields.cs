using System;
using System.Globalization;
using System.Text;
using System.Text.Json;
using FirstTry.Engine.Planning;
using FirstTry.Engine.Running;

namespace FirstTry.Engine.Reporting;

/// <summary>The fields that the JSON report and the events have in common.</summary>
internal static class JsonFields
{
    /// <summary>The version of the shape.</summary>
    internal const int Schema = 1;

    internal static JsonWriterOptions Options { get; } = new()
    {
        // Nothing here is embedded in a web page: quotes and letters stay readable.
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static void WritePlan(Utf8JsonWriter json, Plan plan)
    {
        json.WriteString("hook", plan.Hook);
        json.WriteString("profile", plan.Profile);
    }

    internal static void WriteVerdict(Utf8JsonWriter json, RunResult result)
    {
        json.WriteString("verdict", VerdictNames.NameOf(result.Verdict));
        json.WriteNumber("exit_code", result.ExitCode);
        WriteMilliseconds(json, "duration_ms", result.Duration);
    }

    internal static void WriteCheck(Utf8JsonWriter json, CheckResult result)
    {
        json.WriteString("name", result.Name);
        json.WriteString("bucket", NameOf(result.Bucket));
        json.WriteString("status", CheckStatusNames.NameOf(result.Status));
        json.WriteBoolean("cached", result.IsCached);
        json.WriteString("reason", ReasonOf(result));
        WriteMilliseconds(json, "duration_ms", result.Duration);
        WriteMilliseconds(json, "queued_ms", result.Queued);
        WriteMilliseconds(json, "saved_ms", result.Saved);
        if (result.ExitCode is { } code)
        {
            json.WriteNumber("exit_code", code);
        }
        else
        {
            json.WriteNull("exit_code");
        }

        json.WriteNumber("files", result.FileCount);
        json.WriteString("fingerprint", result.Fingerprint);
        json.WriteString("output", Encoding.UTF8.GetString(result.Output));
    }

    internal static string NameOf(Graph.Bucket bucket) => bucket switch
    {
        Graph.Bucket.Fast => "fast",
        Graph.Bucket.Mutating => "mutating",
        _ => "slow",
    };

    internal static string ReasonOf(CheckResult result) =>
        result.IsWarning ? $"{result.Reason}; allow_failure makes that a warning" : result.Reason ?? result.MissReason ?? "";

    // Always one decimal, also for whole numbers.
    internal static void WriteMilliseconds(Utf8JsonWriter json, string name, TimeSpan time)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(time.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture), skipInputValidation: true);
    }
}
