namespace FirstTry.Graph;

/// <summary>The <c>uses</c> of a check: an adapter or built-in check by name, and its options.</summary>
/// <param name="Name">A name of <see cref="AdapterCatalog"/>, or that of a check written in C#.</param>
/// <param name="With">The options in the order of the file.</param>
public sealed record Adapter(string Name, EquatableArray<AdapterOption> With)
{
    /// <summary>Whether the name is that of a check written in C#, which only a native runner has.</summary>
    public bool IsCode { get; init; }
}
