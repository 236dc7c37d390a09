using System.Collections.Generic;

namespace FirstTry.Cli.Init.Import.PreCommit;

/// <summary>How a hook of a well-known repository is run without pre-commit.</summary>
/// <param name="Entry">The program and the arguments that always come first.</param>
/// <param name="Install">What brings the program.</param>
/// <param name="Types">The kinds of files that it looks at.</param>
internal sealed record KnownHook(string Entry, string Install, params IReadOnlyList<string> Types)
{
    /// <summary>Arguments of a hook that is given none.</summary>
    public string Arguments { get; init; } = "";

    /// <summary>True when it changes files.</summary>
    public bool IsWriting { get; init; }

    /// <summary>True when it looks at everything by itself.</summary>
    public bool TakesNoFiles { get; init; }

    /// <summary>The expression of its files, where kinds do not tell.</summary>
    public string? Files { get; init; }

    /// <summary>The stage that it is made for.</summary>
    public string? Stage { get; init; }
}
