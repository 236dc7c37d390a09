namespace FirstTry.Generators;

/// <summary>The names of the generator's steps, as tests see them.</summary>
internal static class TrackingNames
{
    /// <summary>Whether the project is that of a native runner.</summary>
    public const string Runner = nameof(Runner);

    /// <summary>The config files among the additional files, as text.</summary>
    public const string Texts = nameof(Texts);

    /// <summary>What the parser made of them.</summary>
    public const string Config = nameof(Config);

    /// <summary>The graph, without positions.</summary>
    public const string Model = nameof(Model);

    /// <summary>What is wrong, with positions.</summary>
    public const string Problems = nameof(Problems);
}
