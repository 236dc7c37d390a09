using System;
using System.Collections.Generic;

namespace FirstTry.Cli.Init.Import.Reading;

/// <summary>A value of somebody else's config, YAML or JSON: text, a list, a map or nothing.</summary>
internal sealed class ForeignNode
{
    private static readonly ForeignNode Nothing = new();

    private readonly List<ForeignNode> _items = [];
    private readonly List<(string Key, ForeignNode Value)> _entries = [];

    /// <summary>The text of a scalar; null for everything else, and for <c>null</c>.</summary>
    public string? Text { get; init; }

    /// <summary>True when the value is a list, an empty one too.</summary>
    public bool IsList { get; init; }

    /// <summary>True when the value is a map, an empty one too.</summary>
    public bool IsMap { get; init; }

    /// <summary>True when there is no value.</summary>
    public bool IsNothing => Text is null && !IsList && !IsMap;

    /// <summary>The items of a list; none for everything else.</summary>
    public IReadOnlyList<ForeignNode> Items => _items;

    /// <summary>The entries of a map in the order of the file; none for everything else.</summary>
    public IReadOnlyList<(string Key, ForeignNode Value)> Entries => _entries;

    /// <summary>The value of a key; nothing where the key is not there. The last one of several counts.</summary>
    public ForeignNode this[string key] => _entries.FindLast(entry => entry.Key == key).Value ?? Nothing;

    /// <summary>True when the map has the key.</summary>
    public bool Has(string key) => _entries.Exists(entry => entry.Key == key);

    /// <summary>True for the boolean <c>true</c>.</summary>
    public bool IsTrue => Text is not null && Text.Equals("true", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for the boolean <c>false</c>.</summary>
    public bool IsFalse => Text is not null && Text.Equals("false", StringComparison.OrdinalIgnoreCase);

    /// <summary>The texts of a list, or the one text that stands for a list of one.</summary>
    public IReadOnlyList<string> Texts()
    {
        if (Text is not null)
        {
            return [Text];
        }

        var texts = new List<string>();
        foreach (var item in _items)
        {
            texts.AddRange(item.Texts());
        }

        return texts;
    }

    /// <summary>Adds an item to a list.</summary>
    public void Add(ForeignNode item) => _items.Add(item);

    /// <summary>Adds an entry to a map.</summary>
    public void Add(string key, ForeignNode value) => _entries.Add((key, value));
}
