using System;
using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Engine.Adapters;

/// <summary>What an adapter fills in for a check that uses it.</summary>
internal sealed record AdapterRecipe(string Name)
{
    /// <summary>The command that looks.</summary>
    public required Func<AdapterScene, Command> Run { get; init; }

    /// <summary>What there is to do for what changed, instead of <see cref="Run"/>; null when the tool does always the same.</summary>
    public Func<AdapterScene, AdapterWork>? Choose { get; init; }

    /// <summary>The command that mends; null when the tool cannot.</summary>
    public Func<AdapterScene, Command>? Fix { get; init; }

    /// <summary>Globs of the files that are handed over; empty when the tool finds its files itself or takes any.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Globs of what the verdict depends on besides; empty together with <see cref="Files"/> for everything below the root of the check.</summary>
    public IReadOnlyList<string> Inputs { get; init; } = [];

    /// <summary>Patterns for names of config files that are looked for in the folders above the root of the check too.</summary>
    public IReadOnlyList<string> Parents { get; init; } = [];

    /// <summary>What an exit code says that is neither a pass nor an objection: there was nothing to do; null when there is no such code.</summary>
    public ExitMeaning? NothingDone { get; init; }

    /// <summary>Printed under a failure; null for nothing.</summary>
    public string? Hint { get; init; }
}
