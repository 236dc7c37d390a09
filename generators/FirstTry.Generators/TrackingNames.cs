namespace FirstTry.Generators;

/// <summary>The names of the generator's steps, as tests see them.</summary>
internal static class TrackingNames
{
    /// <summary>Whether the project is that of a native runner.</summary>
    public const string Runner = nameof(Runner);

    /// <summary>The config files among the additional files, as text.</summary>
    public const string Texts = nameof(Texts);

    /// <summary>The checks written in C#, as text.</summary>
    public const string Code = nameof(Code);

    /// <summary>The methods that bear the attribute of a check.</summary>
    public const string Methods = nameof(Methods);

    /// <summary>Those that can be called.</summary>
    public const string Checks = nameof(Checks);

    /// <summary>What the parser made of them.</summary>
    public const string Config = nameof(Config);

    /// <summary>The graph, without positions.</summary>
    public const string Model = nameof(Model);

    /// <summary>What is wrong, with positions.</summary>
    public const string Problems = nameof(Problems);
}
