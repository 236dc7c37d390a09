using FirstTry.Graph;

namespace FirstTry.Engine.Adapters;

/// <summary>What an adapter found to do in a working tree.</summary>
/// <param name="Command">The command that does it.</param>
/// <param name="SkipReason">Why there is nothing to do; null when there is.</param>
internal sealed record AdapterWork(Command Command, string? SkipReason = null)
{
    /// <summary>A command that comes to the same verdict and is the same every time, where <see cref="Command"/> leaves out what is done already; null when it is itself.</summary>
    internal Command? KnownAs { get; init; }

    /// <summary>The command that mends, where it does no more than what changed asks for; null for that of the recipe.</summary>
    internal Command? Fix { get; init; }

    /// <summary>What <see cref="KnownAs"/> is for <see cref="Command"/>, for <see cref="Fix"/>.</summary>
    internal Command? FixKnownAs { get; init; }

    /// <summary>False when it reads what no input of the check can name.</summary>
    internal bool IsCacheable { get; init; } = true;

    /// <summary>The folder in which the command runs where it is not that of the check; null for that of the check.</summary>
    internal string? Root { get; init; }

    /// <summary>Places outside of the folder of the check, relative to the repository, that it may read; an empty one is all of it.</summary>
    internal EquatableArray<string> Outer { get; init; }

    /// <summary>How much of everything it is, and why; null when there is nothing to say.</summary>
    internal string? Scope { get; init; }
}
