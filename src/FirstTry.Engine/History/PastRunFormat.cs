using System;
using System.Collections.Generic;
using System.Text.Json;

namespace FirstTry.Engine.History;

/// <summary>The line of a run. A reader takes what it knows: new fields may come, a new version is left out.</summary>
internal static class PastRunFormat
{
    private const int Version = 1;

    /// <summary>The line, with its end.</summary>
    internal static JsonLine Write(PastRun run)
    {
        var line = new JsonLine().Open('{')
            .Field("v", Version)
            .Field("at_ms", run.Started.ToUnixTimeMilliseconds())
            .Field("commit", run.Commit)
            .Field("worktree", run.Worktree)
            .Field("hook", run.Hook)
            .Field("profile", run.Profile)
            .Field("cache", run.Cache)
            .Field("verdict", run.Verdict)
            .Field("exit_code", run.ExitCode)
            .Field("duration_ms", run.Duration)
            .Name("checks").Open('[');
        for (var i = 0; i < run.Checks.Count; i++)
        {
            Write(line, run.Checks[i]);
        }

        return line.Close(']').Close('}').EndLine();
    }

    /// <summary>Reads a line; null when it is cut off, or of another version.</summary>
    internal static PastRun? Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var run = document.RootElement;
            return run.ValueKind == JsonValueKind.Object && Number(run, "v") == Version ? ReadRun(run) : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Not JSON, or text in it that is not Unicode, or a value of another kind than the parts of a run are.
            return null;
        }
    }

    private static void Write(JsonLine line, PastCheck check) => line.Open('{')
        .Field("name", check.Name)
        .Field("bucket", check.Bucket)
        .Field("status", check.Status)
        .Field("cached", check.IsCached)
        .Field("reason", check.Reason)
        .Field("queued_ms", check.Queued)
        .Field("duration_ms", check.Duration)
        .Field("cpu_ms", check.Cpu)
        .Field("peak_memory", check.PeakMemory)
        .Field("saved_ms", check.Saved)
        .Field("files", check.Files)
        .Field("exit_code", check.ExitCode)
        .Field("fingerprint", check.Fingerprint)
        .Close('}');

    private static PastRun ReadRun(JsonElement run)
    {
        var checks = new List<PastCheck>();
        if (run.TryGetProperty("checks", out var list) && list.ValueKind == JsonValueKind.Array)
        {
            foreach (var check in list.EnumerateArray())
            {
                checks.Add(ReadCheck(check));
            }
        }

        return new PastRun
        {
            Started = DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(Number(run, "at_ms"), 0, DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())),
            Commit = Text(run, "commit"),
            Worktree = Text(run, "worktree") ?? "",
            Hook = Text(run, "hook"),
            Profile = Text(run, "profile"),
            Cache = Text(run, "cache") ?? "",
            Verdict = Text(run, "verdict") ?? "",
            ExitCode = (int)Number(run, "exit_code"),
            Duration = Time(run, "duration_ms"),
            Checks = checks,
        };
    }

    private static PastCheck ReadCheck(JsonElement check) => new()
    {
        Name = Text(check, "name") ?? "",
        Bucket = Text(check, "bucket") ?? "",
        Status = Text(check, "status") ?? "",
        IsCached = check.TryGetProperty("cached", out var cached) && cached.ValueKind == JsonValueKind.True,
        Reason = Text(check, "reason") ?? "",
        Queued = Time(check, "queued_ms"),
        Duration = Time(check, "duration_ms"),
        Cpu = Time(check, "cpu_ms"),
        PeakMemory = Number(check, "peak_memory"),
        Saved = Time(check, "saved_ms"),
        Files = (int)Number(check, "files"),
        ExitCode = check.TryGetProperty("exit_code", out var code) && code.ValueKind == JsonValueKind.Number && code.TryGetInt32(out var number)
            ? number
            : null,
        Fingerprint = Text(check, "fingerprint"),
    };

    private static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long Number(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : 0;

    private static TimeSpan Time(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var milliseconds)
            && milliseconds is >= 0 and < 1e12
            ? TimeSpan.FromMilliseconds(milliseconds)
            : TimeSpan.Zero;
}
