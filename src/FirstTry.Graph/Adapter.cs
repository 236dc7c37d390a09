namespace FirstTry.Graph;

/// <summary>The <c>uses</c> of a check: an adapter or built-in check by name, and its options.</summary>
/// <param name="Name">A name of <see cref="AdapterCatalog"/>.</param>
/// <param name="With">The options in the order of the file.</param>
public sealed record Adapter(string Name, EquatableArray<AdapterOption> With);
