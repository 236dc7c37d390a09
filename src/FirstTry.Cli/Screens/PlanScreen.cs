using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Json;
using FirstTry.Engine.Planning;
using FirstTry.Engine.Reporting;
using FirstTry.Engine.Store;
using FirstTry.Graph;

namespace FirstTry.Cli.Screens;

/// <summary>Shows a plan.</summary>
internal static class PlanScreen
{
    private const int Shown = 5;

    /// <summary>One line a check, bucket by bucket, and below it the files; a few of them, unless all are wanted.</summary>
    public static string ToText(Plan plan, IReadOnlyList<Foresight?> foresights, bool areAllFilesShown)
    {
        var text = new StringBuilder();
        Bucket? bucket = null;
        for (var i = 0; i < plan.Checks.Count; i++)
        {
            var check = plan.Checks[i];
            if (bucket != check.Bucket)
            {
                bucket = check.Bucket;
                text.Append(Words.Of(check.Bucket)).Append('\n');
            }

            text.Append("  ").Append(check.Name).Append(": ").Append(Describe(check, foresights[i])).Append('\n');
            AppendFiles(text, check, areAllFilesShown ? int.MaxValue : Shown);
        }

        return plan.Checks.Count == 0 ? "Nothing would run: the profile has no checks.\n" : text.ToString();
    }

    /// <summary>The same as an object, with every file.</summary>
    public static void WriteJson(Stream output, Plan plan, IReadOnlyList<Foresight?> foresights)
    {
        using (var writer = new Utf8JsonWriter(output))
        {
            writer.WriteStartObject();
            writer.WriteNumber("schema"u8, 1);
            writer.WriteString("hook"u8, plan.Hook);
            writer.WriteString("profile"u8, plan.Profile);
            writer.WriteStartArray("checks"u8);
            for (var i = 0; i < plan.Checks.Count; i++)
            {
                WriteCheck(writer, plan.Checks[i], foresights[i]);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static string Describe(PlannedCheck check, Foresight? foresight)
    {
        if (check.SkipReason is { } reason)
        {
            return $"skipped, {reason}";
        }

        if (check.Obstacle is { } obstacle)
        {
            return $"cannot be started. {obstacle}";
        }

        var what = check.Builtin is not { } builtin ? "runs" : check.Check.Uses is { IsCode: true } ? $"{builtin}, in C#" : $"built-in {builtin}";
        what = foresight is { IsHit: true } ? $"remembered, saves {TimeText.Of(foresight.Saved)}" : what;
        what = check.Check.Files is null ? what : $"{what}, on {Words.Count(check.Files.Count, "file")}";
        what = check.Scope is null ? what : $"{what}, {check.Scope}";
        what = check.NeedsOutside.Count == 0 ? what : $"{what} (needs {string.Join(", ", check.NeedsOutside)}, not part of this run)";
        return foresight is { IsHit: false, Reason: { Length: > 0 } why } ? $"{what}: {why}" : what;
    }

    private static void AppendFiles(StringBuilder text, PlannedCheck check, int most)
    {
        if (!check.IsRunnable || check.Obstacle is not null || check.Check.Files is null)
        {
            return;
        }

        for (var i = 0; i < check.Files.Count && i < most; i++)
        {
            text.Append("    ").Append(check.Files[i]).Append('\n');
        }

        if (check.Files.Count > most)
        {
            text.Append("    … ").Append(check.Files.Count - most).Append(" more, with -v\n");
        }
    }

    private static void WriteCheck(Utf8JsonWriter writer, PlannedCheck check, Foresight? foresight)
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, check.Name);
        writer.WriteString("bucket"u8, Words.Of(check.Bucket));
        writer.WriteBoolean("runs"u8, check.IsRunnable && check.Obstacle is null && foresight is not { IsHit: true });
        writer.WriteString("reason"u8, check.SkipReason ?? check.Obstacle ?? foresight?.Reason);
        writer.WriteString("scope"u8, check.Scope);
        writer.WriteBoolean("cached"u8, foresight is { IsHit: true });
        writer.WriteString("fingerprint"u8, foresight?.Key);
        writer.WriteStartArray("files"u8);
        foreach (var file in check.Files)
        {
            writer.WriteStringValue(file.ToString());
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
