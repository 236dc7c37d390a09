using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Cli.Init.Import;

/// <summary>What an imported check runs: exactly one of an adapter or built-in check, a script, and a program with its arguments.</summary>
internal sealed record ImportedCommand
{
    /// <summary>The adapter or built-in check.</summary>
    public string? Uses { get; init; }

    /// <summary>The options of it.</summary>
    public IReadOnlyList<ImportedOption> With { get; init; } = [];

    /// <summary>A script for sh.</summary>
    public string? Script { get; init; }

    /// <summary>A program and its arguments.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>The bucket, where it is not that of the adapter or <c>fast</c>.</summary>
    public Bucket? Bucket { get; init; }

    /// <summary>True when files are handed over to it.</summary>
    public bool TakesFiles =>
        Uses is not null || (Script?.Contains("{files}", System.StringComparison.Ordinal) ?? false) || System.Linq.Enumerable.Contains(Arguments, "{files}");

    /// <summary>An adapter or built-in check without options.</summary>
    public static ImportedCommand Named(string uses, params ImportedOption[] with) => new() { Uses = uses, With = with };
}
