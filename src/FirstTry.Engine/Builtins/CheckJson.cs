using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Unicode;
using FirstTry.Graph;

namespace FirstTry.Engine.Builtins;

/// <summary>Finds JSON files that do not parse, and keys that an object has twice.</summary>
internal sealed class CheckJson : ContentCheck
{
    private const int MaxDepth = 1000;

    private static readonly string[] Kinds = ["*.{json,jsonld,geojson,topojson,webmanifest,avsc,ipynb}"];

    /// <inheritdoc />
    public override string Name => "check-json";

    /// <inheritdoc />
    public override IReadOnlyList<string> DefaultFiles => Kinds;

    /// <inheritdoc />
    protected override bool ReadsBinary => true;

    /// <inheritdoc />
    protected override void Inspect(RepoPath path, byte[] content, BuiltinContext context, Findings findings)
    {
        if (!Utf8.IsValid(content))
        {
            findings.Add(path, "not UTF-8, as JSON must be");
            return;
        }

        // A byte order mark is let through, as most readers do.
        content = content.AsSpan().StartsWith("\uFEFF"u8) ? content[3..] : content;
        try
        {
            Read(path, content, findings);
        }
        catch (JsonException exception)
        {
            findings.Add(path, (exception.LineNumber ?? 0) + 1, WithoutPosition(exception.Message));
        }
    }

    private static void Read(RepoPath path, byte[] content, Findings findings)
    {
        var reader = new Utf8JsonReader(content, new JsonReaderOptions { MaxDepth = MaxDepth });
        var objects = new Stack<HashSet<string>>();
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                objects.Push(new HashSet<string>(StringComparer.Ordinal));
            }
            else if (reader.TokenType == JsonTokenType.EndObject)
            {
                objects.Pop();
            }
            else if (reader.TokenType == JsonTokenType.PropertyName && NameOf(reader) is { } name && !objects.Peek().Add(name))
            {
                findings.Add(path, LineOf(content, (int)reader.TokenStartIndex), $"the key '{name}' is there twice");
            }
        }
    }

    // An escape of half a character has no text; such a name is legal JSON and only equal to itself.
    private static string? NameOf(Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static int LineOf(ReadOnlySpan<byte> content, int position) => content[..position].Count((byte)'\n') + 1;

    /// <summary>A message of the reader without the place, which is told in front of it.</summary>
    internal static string WithoutPosition(string message)
    {
        var position = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return position < 0 ? message : message[..position];
    }
}
