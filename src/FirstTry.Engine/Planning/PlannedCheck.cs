using System;
using System.Collections.Generic;
using FirstTry.Engine.Adapters;
using FirstTry.Graph;

namespace FirstTry.Engine.Planning;

/// <summary>One check of a plan, with everything that is settled before it starts.</summary>
public sealed class PlannedCheck
{
    /// <summary>The check; an adapter is already replaced by the command that it stands for.</summary>
    public required Check Check { get; init; }

    /// <summary>The phase in which it runs.</summary>
    public required Bucket Bucket { get; init; }

    /// <summary>The command that runs; null for a built-in check.</summary>
    public Command? Command { get; init; }

    /// <summary>What <see cref="Command"/> is in a fingerprint: it may leave out what is done already, as restoring, and comes to the same verdict.</summary>
    public Command? KnownAs
    {
        get => field ?? Command;
        init;
    }

    /// <summary>The name of the built-in check that runs in this process; null for a command.</summary>
    public string? Builtin => Command is null && Obstacle is null ? Check.Uses?.Name : null;

    /// <summary>The SHA-256 of the sources of a check written in C#, as they go out; null for any other.</summary>
    public string? CodeSource { get; init; }

    /// <summary>Why it cannot be started, as its adapter cannot be used here; null when nothing stands in the way.</summary>
    public string? Obstacle { get; init; }

    /// <summary>Whether it is handed its files: as arguments, on standard input, or in this process. Else it finds them itself.</summary>
    public bool TakesFiles => Command is null || Check.Stdin == StandardInput.Files || Placeholders.WantsFiles(Command);

    /// <summary>The files that it looks at, relative to the repository root, in byte order.</summary>
    public IReadOnlyList<RepoPath> Files { get; init; } = [];

    /// <summary>How many leading bytes of each path are the folder of <see cref="Check.Root"/> with its slash.</summary>
    public int RootLength { get; init; }

    /// <summary>The checks of the same plan that come first and must not fail; what it needs outside of the plan is left out.</summary>
    public IReadOnlyList<PlannedCheck> Needs { get; init; } = [];

    /// <summary>Names of checks that it needs and that are not part of the plan: they neither run nor gate.</summary>
    public IReadOnlyList<string> NeedsOutside { get; init; } = [];

    /// <summary>Variables on top of the caller's: of the graph, the profile and the check, the last of a name counts.</summary>
    public IReadOnlyList<EnvironmentVariable> Env { get; init; } = [];

    /// <summary>Names of the caller's variables that the check sees, set or not.</summary>
    public IReadOnlyList<string> PassEnv { get; init; } = [];

    /// <summary>Why it does not run; null when it does.</summary>
    public string? SkipReason { get; init; }

    /// <summary>How much of everything it does, and why, where it was asked to do less; null when there is nothing to say.</summary>
    public string? Scope { get; init; }

    /// <summary>The exit code by which its command says that there was nothing to do; null when there is none.</summary>
    public ExitMeaning? NothingDone { get; init; }

    /// <summary>The name of the check.</summary>
    public string Name => Check.Name;

    /// <inheritdoc />
    public override string ToString() => SkipReason is null ? Name : $"{Name} ({SkipReason})";

    /// <summary>True when the check has to be run for its verdict.</summary>
    public bool IsRunnable => SkipReason is null;

    /// <summary>The bytes of a path as seen from the working directory of the check.</summary>
    public ReadOnlySpan<byte> RelativeToRoot(RepoPath path) => path.Bytes.AsSpan(RootLength);
}
