using System.Collections.Generic;
using FirstTry.Config.Problems;
using YamlDotNet.Core.Events;

namespace FirstTry.Config.Reading;

internal sealed partial class DocumentReader
{
    private const string MergeKey = "<<";

    private MappingNode ReadMapping(NodeEvent start, int depth)
    {
        var mapping = new MappingNode(_source, StartOf(start));
        List<MappingEntry>? merges = null;
        while (Next() && Current is not MappingEnd)
        {
            var key = ReadNode(depth + 1);
            Next();
            var entry = ReadEntry(key, ReadNode(depth + 1));
            if (entry.Key is { IsPlain: true, Text: MergeKey })
            {
                (merges ??= []).Add(entry);
            }
            else
            {
                AddOnce(mapping, entry);
            }
        }

        return merges is null ? mapping : Merge(mapping, merges);
    }

    private MappingEntry ReadEntry(Node key, Node value)
    {
        if (key is ScalarNode scalar)
        {
            return new MappingEntry(scalar, value);
        }

        _problems.Add(Rules.WrongShape, key, $"A key must be text, not {key.Description}. Write 'key: value'; put quotes around a value that starts with '[' or '{{'.");
        return new MappingEntry(ScalarNode.Broken(_source, key.Span), value);
    }

    private void AddOnce(MappingNode mapping, MappingEntry entry)
    {
        var first = mapping.IndexOf(entry.Key.Text);
        if (first < 0)
        {
            mapping.Add(entry);
            return;
        }

        ReportDuplicate(entry.Key, mapping.Entries[first].Key);
    }

    private void ReportDuplicate(ScalarNode key, ScalarNode first) => _problems.Add(
        Rules.DuplicateKey,
        key,
        $"The key {Wording.Quote(key.Text)} is given twice, first in line {first.Span.Line}. Keep one of them.");

    /// <summary>What a map says itself comes first; of several merged maps the earlier one wins.</summary>
    private MappingNode Merge(MappingNode mapping, List<MappingEntry> merges)
    {
        for (var i = 1; i < merges.Count; i++)
        {
            ReportDuplicate(merges[i].Key, merges[0].Key);
        }

        var merged = merges[0];
        if (merged.Value is MappingNode single)
        {
            AddMissing(mapping, single);
        }
        else if (merged.Value is SequenceNode several)
        {
            foreach (var item in several.Items)
            {
                MergeItem(mapping, item);
            }
        }
        else
        {
            ReportMerge(merged.Place);
        }

        return mapping;
    }

    private void MergeItem(MappingNode mapping, Node item)
    {
        if (item is MappingNode map)
        {
            AddMissing(mapping, map);
        }
        else
        {
            ReportMerge(item);
        }
    }

    private void ReportMerge(Node at) => _problems.Add(
        Rules.BadMerge,
        at,
        $"The merge key '<<' takes a map or a list of maps, not {at.Description}. Write '<<: *name', where '&name' marks a map.");

    private static void AddMissing(MappingNode mapping, MappingNode from)
    {
        foreach (var entry in from.Entries)
        {
            if (mapping.IndexOf(entry.Key.Text) < 0)
            {
                mapping.Add(entry);
            }
        }
    }
}
