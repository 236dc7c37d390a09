using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Json;
using FirstTry.Graph;

namespace FirstTry.Cli.Screens;

/// <summary>Shows the checks, profiles and hooks of a config.</summary>
internal static class GraphScreen
{
    /// <summary>A few lines for people.</summary>
    public static string ToText(CheckGraph graph)
    {
        var text = new StringBuilder();
        Heading(text, "Checks", graph.Checks.Count);
        foreach (var check in graph.Checks)
        {
            text.Append("  ").Append(check.Name).Append(" (").Append(Words.Of(BucketOf(check))).Append("): ").Append(Describe(check)).Append('\n');
        }

        Heading(text, "Profiles", graph.Profiles.Count);
        foreach (var profile in graph.Profiles)
        {
            text.Append("  ").Append(profile.Name).Append(": ").Append(Names(profile)).Append('\n');
        }

        Heading(text, "Hooks", graph.Hooks.Count);
        foreach (var hook in graph.Hooks)
        {
            text.Append("  ").Append(hook.Name).Append(": ").Append(hook.Profile.Name ?? Names(hook.Profile)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The same as an object.</summary>
    public static void WriteJson(Stream output, CheckGraph graph)
    {
        using (var writer = new Utf8JsonWriter(output))
        {
            writer.WriteStartObject();
            writer.WriteNumber("schema"u8, 1);
            WriteChecks(writer, graph);
            WriteProfiles(writer, graph);
            WriteHooks(writer, graph);
            writer.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void WriteChecks(Utf8JsonWriter writer, CheckGraph graph)
    {
        writer.WriteStartArray("checks"u8);
        foreach (var check in graph.Checks)
        {
            writer.WriteStartObject();
            writer.WriteString("name"u8, check.Name);
            writer.WriteString("bucket"u8, Words.Of(BucketOf(check)));
            writer.WriteString("description"u8, check.Description);
            writer.WriteString("uses"u8, check.Uses?.Name);
            writer.WriteString("root"u8, check.Root);
            WriteStrings(writer, "needs", NamesOf(check.Needs));
            WriteStrings(writer, "tags", check.Tags);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteProfiles(Utf8JsonWriter writer, CheckGraph graph)
    {
        writer.WriteStartArray("profiles"u8);
        foreach (var profile in graph.Profiles)
        {
            writer.WriteStartObject();
            writer.WriteString("name"u8, profile.Name);
            WriteStrings(writer, "checks", NamesOf(profile.Checks));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteHooks(Utf8JsonWriter writer, CheckGraph graph)
    {
        writer.WriteStartArray("hooks"u8);
        foreach (var hook in graph.Hooks)
        {
            writer.WriteStartObject();
            writer.WriteString("name"u8, hook.Name);
            writer.WriteString("profile"u8, hook.Profile.Name);
            WriteStrings(writer, "checks", NamesOf(hook.Profile.Checks));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteStrings(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    private static void Heading(StringBuilder text, string title, int count) => text.Append(title).Append(count == 0 ? ": none\n" : "\n");

    private static Bucket BucketOf(Check check) =>
        check.Bucket ?? (check.Uses is { } uses ? AdapterCatalog.Find(uses.Name)?.Bucket : null) ?? Bucket.Fast;

    private static string Describe(Check check) =>
        check.Description
        ?? (check.Uses is { } uses ? $"uses {uses.Name}" : check.Run!.Script ?? string.Join(' ', check.Run.Arguments));

    private static string Names(Profile profile) => string.Join(", ", NamesOf(profile.Checks));

    private static List<string> NamesOf(CheckReferences checks)
    {
        var names = new List<string>(checks.Count);
        foreach (var check in checks)
        {
            names.Add(check.Name);
        }

        return names;
    }
}
