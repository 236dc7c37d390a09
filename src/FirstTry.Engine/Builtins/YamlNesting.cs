using System;
using System.Collections.Generic;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace FirstTry.Engine.Builtins;

/// <summary>Follows the events of a YAML document: where keys are, which anchors are known. A stack of its own, so that depth costs no call frames.</summary>
internal sealed class YamlNesting
{
    private readonly Stack<Level> _levels = new();
    private readonly HashSet<string> _anchors = new(StringComparer.Ordinal);

    /// <summary>How many collections are open.</summary>
    public int Depth => _levels.Count;

    /// <summary>Takes in the next event; what is wrong with it, or null.</summary>
    public string? Enter(ParsingEvent next)
    {
        if (next is DocumentStart)
        {
            _anchors.Clear();
        }

        if (next is MappingEnd or SequenceEnd)
        {
            _levels.Pop();
            return null;
        }

        if (next is not (NodeEvent or AnchorAlias))
        {
            return null;
        }

        var objection = next is AnchorAlias alias ? AliasObjection(alias) : KeyObjection((NodeEvent)next);
        if (_levels.Count > 0)
        {
            _levels.Peek().IsAtKey = !_levels.Peek().IsAtKey;
        }

        Open(next);
        return objection;
    }

    private void Open(ParsingEvent next)
    {
        if (next is NodeEvent { Anchor.IsEmpty: false } node)
        {
            _anchors.Add(node.Anchor.Value);
        }

        if (next is MappingStart)
        {
            _levels.Push(new Level(isMapping: true));
        }
        else if (next is SequenceStart)
        {
            _levels.Push(new Level(isMapping: false));
        }
    }

    private string? AliasObjection(AnchorAlias alias) =>
        _anchors.Contains(alias.Value.Value) ? null : $"the alias '*{alias.Value.Value}' has no anchor before it";

    // The merge key may stand twice. Quoted and plain spellings are told apart, because 1 and "1" are different keys.
    private string? KeyObjection(NodeEvent node)
    {
        if (_levels.Count == 0 || node is not Scalar { } scalar || !_levels.Peek().IsKey)
        {
            return null;
        }

        if (scalar is { Value: "<<", Style: ScalarStyle.Plain })
        {
            return null;
        }

        var spelling = scalar.Style == ScalarStyle.Plain ? "plain " : "quoted ";
        var tag = scalar.Tag.IsEmpty ? "" : scalar.Tag.Value;
        return _levels.Peek().Keys.Add($"{spelling}{tag} {scalar.Value}") ? null : $"the key '{scalar.Value}' is there twice";
    }

    private sealed class Level(bool isMapping)
    {
        public HashSet<string> Keys { get; } = new(StringComparer.Ordinal);

        public bool IsAtKey { get; set; } = true;

        public bool IsKey => isMapping && IsAtKey;
    }
}
