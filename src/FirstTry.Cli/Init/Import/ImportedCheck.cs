using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Cli.Init.Import;

/// <summary>A check as an import writes it.</summary>
/// <param name="Name">The wished name; <see cref="ImportedConfig"/> makes it valid and unique.</param>
/// <param name="Command">What it runs.</param>
internal sealed record ImportedCheck(string Name, ImportedCommand Command)
{
    /// <summary>Lines for people, above the check.</summary>
    public IReadOnlyList<string> Comments { get; init; } = [];

    public string? Description { get; init; }

    public string? Root { get; init; }

    /// <summary>Globs of the files; empty for all, or for those of the adapter.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>What it writes beside its files.</summary>
    public IReadOnlyList<string> Outputs { get; init; } = [];

    public IReadOnlyList<(string Name, string Value)> Env { get; init; } = [];

    /// <summary>Variables of the caller that it asks for.</summary>
    public IReadOnlyList<string> PassedVariables { get; init; } = [];

    /// <summary>The names, as they were given, of checks that come first.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Conditions in flow style: <c>{ merge: true }</c>.</summary>
    public IReadOnlyList<string> Skip { get; init; } = [];

    public IReadOnlyList<string> Only { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];

    public string? Hint { get; init; }

    /// <summary>False for a check that mends files and leaves the staging to somebody else.</summary>
    public bool Stage { get; init; } = true;

    /// <summary>How long it may take, as configs write it.</summary>
    public string? Timeout { get; init; }

    public bool ReadsHookInput { get; init; }

    public bool IsInteractive { get; init; }

    /// <summary>The phase in which it runs.</summary>
    public Bucket Bucket => Command.Bucket ?? (Command.Uses is { } uses ? AdapterCatalog.Find(uses)?.Bucket : null) ?? Bucket.Fast;
}
