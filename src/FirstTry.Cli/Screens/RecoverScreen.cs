using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using System.Text.Json;
using FirstTry.Git.Isolation;
using FirstTry.Graph;

namespace FirstTry.Cli.Screens;

/// <summary>Shows what was put back, what is hidden, and what is kept.</summary>
internal static class RecoverScreen
{
    /// <summary>A line for each file, or that there was nothing to do.</summary>
    public static string ToText(RecoveryReport? report)
    {
        if (report is not { BackupRef: { } backup })
        {
            return "Nothing is hidden.\n";
        }

        var text = new StringBuilder();
        foreach (var file in report.Files)
        {
            text.Append(WordOf(file.End).PadRight(13)).Append(file.Path).Append(file.Where is null ? "" : $"  ({file.Where})").Append('\n');
        }

        return text.Append("All of it is kept in ").Append(backup).Append(".\n").ToString();
    }

    /// <summary>What is hidden, then the backups with their files.</summary>
    public static string ToText(HiddenWork? hidden, IReadOnlyList<Backup> backups)
    {
        var text = new StringBuilder();
        if (hidden is null)
        {
            text.Append("Nothing is hidden.\n");
        }
        else
        {
            text.Append(hidden.IsOwnerAlive
                ? $"Hidden by process {hidden.OwnerId}, which still runs:\n"
                : "Hidden by a run that was killed; 'firsttry recover' puts it back:\n");
            Append(text, hidden.Files);
        }

        foreach (var backup in backups)
        {
            var until = (backup.Created + Backups.Lifetime).ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
            text.Append("Kept until ").Append(until).Append(" in ").Append(backup.Ref).Append(":\n");
            Append(text, backup.Files);
        }

        return backups.Count == 0 ? text.ToString() : text.Append("'git cat-file blob REF:PATH' gives the bytes of a file.\n").ToString();
    }

    /// <summary>What was put back, as an object.</summary>
    public static void WriteJson(Stream output, RecoveryReport? report) => Write(output, writer =>
    {
        writer.WriteString("backup"u8, report?.BackupRef);
        writer.WriteStartArray("files"u8);
        foreach (var file in report?.Files ?? [])
        {
            writer.WriteStartObject();
            writer.WriteString("path"u8, file.Path.ToString());
            writer.WriteString("end"u8, WordOf(file.End));
            writer.WriteString("where"u8, file.Where);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    /// <summary>What is hidden and kept, as an object.</summary>
    public static void WriteJson(Stream output, HiddenWork? hidden, IReadOnlyList<Backup> backups) => Write(output, writer =>
    {
        if (hidden is null)
        {
            writer.WriteNull("hidden"u8);
        }
        else
        {
            writer.WriteStartObject("hidden"u8);
            writer.WriteNumber("owner"u8, hidden.OwnerId);
            writer.WriteBoolean("owner_alive"u8, hidden.IsOwnerAlive);
            writer.WriteString("backup"u8, hidden.BackupRef);
            Write(writer, hidden.Files);
            writer.WriteEndObject();
        }

        writer.WriteStartArray("backups"u8);
        foreach (var backup in backups)
        {
            writer.WriteStartObject();
            writer.WriteString("ref"u8, backup.Ref);
            writer.WriteString("created"u8, backup.Created);
            writer.WriteString("expires"u8, backup.Created + Backups.Lifetime);
            Write(writer, backup.Files);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    private static string WordOf(HiddenFileEnd end) => end switch
    {
        HiddenFileEnd.Restored => "restored",
        HiddenFileEnd.Merged => "merged",
        HiddenFileEnd.FixDropped => "fix dropped",
        HiddenFileEnd.KeptForeign => "kept as is",
        _ => "moved aside",
    };

    private static void Append(StringBuilder text, IReadOnlyList<RepoPath> files)
    {
        foreach (var file in files)
        {
            text.Append("  ").Append(file).Append('\n');
        }
    }

    private static void Write(Utf8JsonWriter writer, IReadOnlyList<RepoPath> files)
    {
        writer.WriteStartArray("files"u8);
        foreach (var file in files)
        {
            writer.WriteStringValue(file.ToString());
        }

        writer.WriteEndArray();
    }

    private static void Write(Stream output, Action<Utf8JsonWriter> body)
    {
        using (var writer = new Utf8JsonWriter(output))
        {
            writer.WriteStartObject();
            writer.WriteNumber("schema"u8, 1);
            body(writer);
            writer.WriteEndObject();
        }

        output.Write("\n"u8);
    }
}
