using System;
using System.Globalization;
using System.IO;
using System.Text.Json;
using FirstTry.Engine.Store;

namespace FirstTry.Cli.Screens;

/// <summary>Shows the store and what was done to it.</summary>
internal static class StoreScreen
{
    public static string ToText(StoreStatus status, string place, CacheMode mode, DateTimeOffset now) => $"""
            store      {place}
            mode       {CacheModeNames.NameOf(mode)}
            results    {Number(status.Results)}
            content    {Number(status.Contents)} logs, documents and parts of them
            worktrees  {Number(status.StatCaches)} with known digests
            size       {Words.Size(status.Bytes)}
            oldest use {(status.OldestUse is { } use ? Words.Ago(now - use) : "-")}
            pruned     {(status.Pruned is { } pruned ? Words.Ago(now - pruned) : "never")}

            """;

    public static void WriteJson(Stream output, StoreStatus status, string place, CacheMode mode) => Write(output, json =>
    {
        json.WriteString("path", place);
        json.WriteString("mode", CacheModeNames.NameOf(mode));
        json.WriteNumber("results", status.Results);
        json.WriteNumber("contents", status.Contents);
        json.WriteNumber("worktrees", status.StatCaches);
        json.WriteNumber("bytes", status.Bytes);
        WriteTime(json, "oldest_use", status.OldestUse);
        WriteTime(json, "pruned", status.Pruned);
    });

    public static void WriteJson(Stream output, StoreVerification verification) => Write(output, json =>
    {
        json.WriteNumber("results", verification.Results);
        json.WriteNumber("contents", verification.Contents);
        json.WriteStartArray("damaged");
        foreach (var file in verification.Damaged)
        {
            json.WriteStringValue(file);
        }

        json.WriteEndArray();
    });

    public static void WriteJson(Stream output, StorePruning pruning) => Write(output, json =>
    {
        json.WriteNumber("removed_files", pruning.RemovedFiles);
        json.WriteNumber("removed_bytes", pruning.RemovedBytes);
        json.WriteNumber("kept_bytes", pruning.KeptBytes);
    });

    public static void WriteCleared(Stream output, int files) => Write(output, json => json.WriteNumber("removed_files", files));

    private static void Write(Stream output, Action<Utf8JsonWriter> writeFields)
    {
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteNumber("schema", 1);
            writeFields(json);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void WriteTime(Utf8JsonWriter json, string name, DateTimeOffset? time) =>
        json.WriteString(name, time?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
