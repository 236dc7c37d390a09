using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Json;
using FirstTry.Cli.Composition;
using FirstTry.Engine.Fingerprints;
using FirstTry.Engine.History;
using FirstTry.Engine.Reporting;

namespace FirstTry.Cli.Screens;

/// <summary>Shows why a check ran or was remembered.</summary>
internal static class ExplanationScreen
{
    public static string ToText(Explanation explanation, DateTimeOffset now)
    {
        var text = new StringBuilder();
        if (explanation.Last is { } last)
        {
            text.Append(explanation.Check).Append(": ").Append(Describe(last)).Append(" (").Append(Words.Ago(now - explanation.LastRun!.Started)).Append(")\n");
            AppendPast(text, explanation, last);
        }
        else
        {
            text.Append(explanation.Check).Append(": no run in the history has it\n");
        }

        AppendNow(text, explanation);
        return text.ToString();
    }

    public static void WriteJson(Stream output, Explanation explanation)
    {
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteNumber("schema", 1);
            json.WriteString("check", explanation.Check);
            WriteLast(json, explanation);
            WriteNow(json, explanation);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static string Describe(PastCheck last) => last.IsCached
        ? $"remembered in the last run, which saved {TimeText.Of(last.Saved)}"
        : last.IsExecuted ? $"{last.Status.Replace('_', ' ')} in the last run, in {TimeText.Of(last.Duration)}"
        : $"{last.Status.Replace('_', ' ')} in the last run";

    private static void AppendPast(StringBuilder text, Explanation explanation, PastCheck last)
    {
        if (last.IsCached)
        {
            text.Append("  inputs unchanged\n");
        }
        else if (explanation.LastChanges is { Count: > 0 } changes)
        {
            text.Append("  because since the run before\n");
            AppendChanges(text, changes);
        }
        else if (last.Reason.Length > 0)
        {
            text.Append("  ").Append(last.Reason).Append('\n');
        }
        else if (last.IsExecuted)
        {
            text.Append("  ").Append(explanation switch
            {
                { HasEarlier: false } => last.Fingerprint is null ? "no fingerprint was computed" : "it had not run here before",
                { LastChanges: null } => "what it depended on in the run before is forgotten",
                _ => "nothing changed since the run before, but no pass was remembered",
            }).Append('\n');
        }
    }

    private static void AppendNow(StringBuilder text, Explanation explanation)
    {
        if (explanation.SkipReason is { } skip)
        {
            text.Append("now: skipped, ").Append(skip).Append('\n');
        }
        else if (explanation.Now is { IsHit: true } hit)
        {
            text.Append("now: remembered, ").Append(hit.Reason).Append('\n');
        }
        else if (explanation.Now is { } now)
        {
            var hasChanges = explanation.NowChanges is { Count: > 0 };
            text.Append("now: would run").Append(hasChanges ? ", because since the last run\n" : now.Reason.Length > 0 ? $", {now.Reason}\n" : "\n");
            AppendChanges(text, explanation.NowChanges ?? []);
        }
    }

    private static void AppendChanges(StringBuilder text, IReadOnlyList<FingerprintDifference> changes)
    {
        const int Shown = 20;
        for (var i = 0; i < changes.Count && i < Shown; i++)
        {
            text.Append("    ").Append(changes[i].Text).Append('\n');
        }

        if (changes.Count > Shown)
        {
            text.Append("    … ").Append(changes.Count - Shown).Append(" more\n");
        }
    }

    private static void WriteLast(Utf8JsonWriter json, Explanation explanation)
    {
        if (explanation.Last is not { } last)
        {
            json.WriteNull("last");
            return;
        }

        json.WriteStartObject("last");
        json.WriteString("started", explanation.LastRun!.Started);
        json.WriteString("status", last.Status);
        json.WriteBoolean("cached", last.IsCached);
        json.WriteString("reason", last.Reason);
        json.WriteString("fingerprint", last.Fingerprint);
        WriteChanges(json, explanation.LastChanges);
        json.WriteEndObject();
    }

    private static void WriteNow(Utf8JsonWriter json, Explanation explanation)
    {
        json.WriteStartObject("now");
        json.WriteString("skipped", explanation.SkipReason);
        json.WriteBoolean("cached", explanation.Now?.IsHit ?? false);
        json.WriteString("reason", explanation.Now?.Reason ?? "");
        json.WriteString("fingerprint", explanation.Now?.Key);
        WriteChanges(json, explanation.NowChanges);
        json.WriteEndObject();
    }

    private static void WriteChanges(Utf8JsonWriter json, IReadOnlyList<FingerprintDifference>? changes)
    {
        if (changes is null)
        {
            json.WriteNull("changes");
            return;
        }

        json.WriteStartArray("changes");
        foreach (var change in changes)
        {
            json.WriteStartObject();
            json.WriteString("ingredient", change.Ingredient.ToString().ToLowerInvariant());
            json.WriteString("thing", change.Thing);
            json.WriteString("text", change.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
