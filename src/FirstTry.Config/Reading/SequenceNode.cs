using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Config.Reading;

/// <summary>A list.</summary>
internal sealed class SequenceNode : Node
{
    private readonly List<Node> _items = [];

    public SequenceNode(ConfigSource source, SourceSpan span)
        : base(source, span) => Height = 1;

    public IReadOnlyList<Node> Items => _items;

    public override string Description => "a list";

    public void Add(Node item)
    {
        _items.Add(item);
        Absorb(item);
    }
}
