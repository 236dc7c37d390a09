using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;

namespace FirstTry.Engine.Builtins.Json;

/// <summary>A JSON value as it was written: numbers keep their spelling, members their order.</summary>
internal sealed class JsonTree
{
    /// <summary>How many levels deep a text may nest.</summary>
    internal const int MaxDepth = 1000;

    private JsonTree(JsonTokenType kind, string text = "")
    {
        Kind = kind;
        Text = text;
    }

    /// <summary>What it starts with.</summary>
    internal JsonTokenType Kind { get; }

    /// <summary>A string without quotes and escapes, or the spelling of a number.</summary>
    internal string Text { get; }

    /// <summary>The elements of an array.</summary>
    internal List<JsonTree> Elements { get; } = [];

    /// <summary>The members of an object.</summary>
    internal List<KeyValuePair<string, JsonTree>> Members { get; } = [];

    /// <summary>Reads a text.</summary>
    /// <exception cref="JsonException">It is not JSON, or an object in it has a key twice.</exception>
    internal static JsonTree Parse(byte[] content)
    {
        var reader = new Utf8JsonReader(content, new JsonReaderOptions { MaxDepth = MaxDepth });
        Next(ref reader);
        var tree = Read(ref reader, content);
        return reader.Read() ? throw new JsonException("There is more than one value.") : tree;
    }

    private static void Next(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            throw new JsonException("There is no value.");
        }
    }

    // As deep as the text nests, which MaxDepth bounds.
    private static JsonTree Read(ref Utf8JsonReader reader, byte[] content)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadObject(ref reader, content);
            case JsonTokenType.StartArray:
                var array = new JsonTree(JsonTokenType.StartArray);
                for (Next(ref reader); reader.TokenType != JsonTokenType.EndArray; Next(ref reader))
                {
                    array.Elements.Add(Read(ref reader, content));
                }

                return array;
            case JsonTokenType.String:
                return new JsonTree(JsonTokenType.String, TextOf(ref reader));
            case JsonTokenType.Number:
                return new JsonTree(JsonTokenType.Number, Encoding.ASCII.GetString(reader.ValueSpan));
            default:
                return new JsonTree(reader.TokenType);
        }
    }

    private static JsonTree ReadObject(ref Utf8JsonReader reader, byte[] content)
    {
        var result = new JsonTree(JsonTokenType.StartObject);
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (Next(ref reader); reader.TokenType != JsonTokenType.EndObject; Next(ref reader))
        {
            var name = TextOf(ref reader);
            if (!names.Add(name))
            {
                throw new JsonException($"the key '{name}' is there twice", null, content.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n'), null);
            }

            Next(ref reader);
            result.Members.Add(new(name, Read(ref reader, content)));
        }

        return result;
    }

    // The reader refuses escapes of half a character, which JSON allows.
    private static string TextOf(ref Utf8JsonReader reader) =>
        reader.ValueIsEscaped ? JsonEscapes.Resolve(Encoding.UTF8.GetString(reader.ValueSpan)) : Encoding.UTF8.GetString(reader.ValueSpan);
}
