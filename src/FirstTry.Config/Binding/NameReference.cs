using FirstTry.Config.Reading;

namespace FirstTry.Config.Binding;

/// <summary>A name that points to something else, with its place.</summary>
internal readonly struct NameReference(string name, Node at)
{
    public string Name { get; } = name;

    public Node At { get; } = at;
}
