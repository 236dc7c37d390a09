using System;
using System.Collections.Generic;
using System.IO;
using FirstTry.Graph;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace FirstTry.Cli.Init.Import.Reading;

/// <summary>
/// Reads YAML that was written for another tool, event by event. Lenient where our own language is strict: tags mean nothing, the last of
/// two equal keys counts.
/// </summary>
internal sealed class ForeignYaml
{
    private const int MaxDepth = 100;
    private const int MaxNodes = 200_000;

    private readonly Parser _parser;
    private readonly Dictionary<string, ForeignNode> _anchors = new(StringComparer.Ordinal);
    private int _nodes;

    private ForeignYaml(string text) => _parser = new Parser(new StringReader(text));

    /// <summary>The first document of a file; nothing when it is empty.</summary>
    /// <exception cref="UsageException">The text is not YAML.</exception>
    public static ForeignNode Read(string path, string text)
    {
        var reader = new ForeignYaml(text);
        try
        {
            while (reader._parser.MoveNext())
            {
                if (reader._parser.Current is NodeEvent)
                {
                    return reader.ReadNode(1);
                }
            }

            return new ForeignNode();
        }
        catch (YamlException exception)
        {
            throw new UsageException($"{path}({exception.Start.Line},{exception.Start.Column}) cannot be imported, it is not valid YAML: {exception.Message}");
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or OverflowException)
        {
            // The library's scanner gives up in this way on some malformed flow collections.
            throw new UsageException($"{path} cannot be imported: it is not valid YAML after line {reader._parser.Current?.End.Line ?? 1}.");
        }
    }

    private ForeignNode ReadNode(int depth)
    {
        if (depth > MaxDepth || ++_nodes > MaxNodes)
        {
            throw new YamlException(_parser.Current!.Start, _parser.Current.End, "it is nested too deeply or is too large.");
        }

        if (_parser.Current is AnchorAlias alias)
        {
            return _anchors.TryGetValue(alias.Value.Value, out var known)
                ? known
                : throw new YamlException(alias.Start, alias.End, $"the alias '*{alias.Value.Value}' names nothing.");
        }

        var start = (NodeEvent)_parser.Current!;
        var node = start switch
        {
            Scalar scalar => ReadScalar(scalar),
            SequenceStart => ReadList(depth),
            _ => ReadMap(depth),
        };
        if (!start.Anchor.IsEmpty)
        {
            _anchors[start.Anchor.Value] = node;
        }

        return node;
    }

    private static ForeignNode ReadScalar(Scalar scalar) =>
        scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null" or "Null" or "NULL" ? new ForeignNode() : new ForeignNode { Text = scalar.Value };

    private ForeignNode ReadList(int depth)
    {
        var list = new ForeignNode { IsList = true };
        while (_parser.MoveNext() && _parser.Current is not SequenceEnd)
        {
            list.Add(ReadNode(depth + 1));
        }

        return list;
    }

    private ForeignNode ReadMap(int depth)
    {
        var map = new ForeignNode { IsMap = true };
        var merged = new List<ForeignNode>();
        while (_parser.MoveNext() && _parser.Current is not MappingEnd)
        {
            var key = ReadNode(depth + 1).Text ?? "";
            _parser.MoveNext();
            var value = ReadNode(depth + 1);
            if (key == "<<")
            {
                merged.AddRange(value.IsList ? value.Items : [value]);
            }
            else
            {
                map.Add(key, value);
            }
        }

        foreach (var (key, value) in EntriesOf(merged))
        {
            if (!map.Has(key))
            {
                map.Add(key, value);
            }
        }

        return map;
    }

    private static List<(string Key, ForeignNode Value)> EntriesOf(List<ForeignNode> maps)
    {
        var entries = new List<(string, ForeignNode)>();
        foreach (var map in maps)
        {
            entries.AddRange(map.Entries);
        }

        return entries;
    }
}
