using System;
using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Config.Reading;

/// <summary>A map in the order it was written, each key once, merge keys resolved.</summary>
internal sealed class MappingNode : Node
{
    private const int FewEntries = 16;

    private readonly List<MappingEntry> _entries = [];
    private Dictionary<string, int>? _index;

    public MappingNode(ConfigSource source, SourceSpan span)
        : base(source, span) => Height = 1;

    public IReadOnlyList<MappingEntry> Entries => _entries;

    public override string Description => "a map";

    /// <summary>Adds an entry whose key is not there yet.</summary>
    public void Add(MappingEntry entry)
    {
        _index?.Add(entry.Key.Text, _entries.Count);
        _entries.Add(entry);
        Absorb(entry.Key);
        Absorb(entry.Value);
    }

    /// <summary>Where the entry of this key is, or -1.</summary>
    public int IndexOf(string key)
    {
        if (_entries.Count > FewEntries)
        {
            return Index().TryGetValue(key, out var found) ? found : -1;
        }

        for (var i = 0; i < _entries.Count; i++)
        {
            if (string.Equals(_entries[i].Key.Text, key, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    private Dictionary<string, int> Index()
    {
        if (_index is null)
        {
            _index = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var i = 0; i < _entries.Count; i++)
            {
                _index.Add(_entries[i].Key.Text, i);
            }
        }

        return _index;
    }
}
