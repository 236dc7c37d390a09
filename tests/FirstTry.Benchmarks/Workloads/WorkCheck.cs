using System.Collections.Generic;

namespace FirstTry.Benchmarks.Workloads;

/// <summary>A check that every runner is given.</summary>
/// <param name="Name">The name in every config.</param>
/// <param name="Command">What runs, for a shell at the top of the repository.</param>
/// <param name="Inputs">Globs of all that its verdict depends on, for the runners that remember.</param>
/// <param name="Definition">The check as firsttry has it, as the inside of a YAML flow mapping.</param>
internal sealed record WorkCheck(string Name, string Command, IReadOnlyList<string> Inputs, string Definition)
{
    /// <summary>True when it may change files.</summary>
    public bool Mutates { get; init; }

    /// <summary>The checks that have to pass before.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];
}
