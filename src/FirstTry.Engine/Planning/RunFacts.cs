using System;
using System.Collections.Generic;
using FirstTry.Processes;

namespace FirstTry.Engine.Planning;

/// <summary>What conditions ask about the world. What costs a look at the repository is a function, called when a condition asks for it.</summary>
public sealed record RunFacts
{
    /// <summary>The variables of the caller.</summary>
    public required EnvironmentBlock Environment { get; init; }

    /// <summary>The hook that started the run; null by hand.</summary>
    public string? Hook { get; init; }

    /// <summary><c>linux</c>, <c>macos</c> or <c>windows</c>.</summary>
    public string Os { get; init; } = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux";

    /// <summary>Gives the short name of the checked-out branch; null when HEAD is detached.</summary>
    public Func<string?> Branch { get; init; } = static () => null;

    /// <summary>Gives the full name of the checked-out ref; null when HEAD is detached.</summary>
    public Func<string?> Ref { get; init; } = static () => null;

    /// <summary>The full names of the refs that are pushed, local and remote; empty except in pre-push.</summary>
    public IReadOnlyList<string> PushedRefs { get; init; } = [];

    /// <summary>Tells whether a merge waits for its commit.</summary>
    public Func<bool> IsMerging { get; init; } = static () => false;

    /// <summary>Tells whether a rebase is under way.</summary>
    public Func<bool> IsRebasing { get; init; } = static () => false;

    /// <summary>Whether <c>CI</c> is set to anything but the empty text, <c>0</c> or <c>false</c>.</summary>
    public bool IsCi => Environment["CI"] is { Length: > 0 } value && value != "0" && !value.Equals("false", StringComparison.OrdinalIgnoreCase);
}
