using FirstTry.Graph;

namespace FirstTry.Config.Reading;

/// <summary>A value of a YAML document with its place. An alias is the very node that its anchor names, so the tree may share nodes.</summary>
internal abstract class Node(ConfigSource source, SourceSpan span)
{
    public ConfigSource Source { get; } = source;

    /// <summary>The token itself for a scalar, the start for a list or a map.</summary>
    public SourceSpan Span { get; } = span;

    /// <summary>How many nodes this one stands for, itself included, when every alias is written out.</summary>
    public long Weight { get; protected set; } = 1;

    /// <summary>How many lists and maps lie within each other from here on, itself included.</summary>
    public int Height { get; protected set; }

    /// <summary>What it is, as messages say it.</summary>
    public abstract string Description { get; }

    protected void Absorb(Node child)
    {
        Weight += child.Weight;
        Height = child.Height + 1 > Height ? child.Height + 1 : Height;
    }
}
