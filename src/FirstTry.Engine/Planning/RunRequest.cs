using System;
using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Engine.Planning;

/// <summary>Everything that decides which checks run, on which files and in which order.</summary>
public sealed record RunRequest
{
    /// <summary>What <c>firsttry.yml</c> says.</summary>
    public required CheckGraph Graph { get; init; }

    /// <summary>The profile to run; of <see cref="Graph"/> or of a hook.</summary>
    public required Profile Profile { get; init; }

    /// <summary>The absolute path of the working tree.</summary>
    public required string WorktreeRoot { get; init; }

    /// <summary>What conditions ask about the world.</summary>
    public required RunFacts Facts { get; init; }

    /// <summary>Changed files that exist, in byte order.</summary>
    public IReadOnlyList<RepoPath> Files { get; init; } = [];

    /// <summary>Changed files that are gone: never handed to a command, but a change all the same.</summary>
    public IReadOnlyList<RepoPath> Deleted { get; init; } = [];

    /// <summary>Gives the files that will hold another content while checks run than they hold now: unstaged changes, which are hidden.</summary>
    public Func<IReadOnlyList<RepoPath>> Hidden { get; init; } = static () => [];

    /// <summary>The message file that git gave commit-msg or prepare-commit-msg; null when there is none.</summary>
    public string? MessageFile { get; init; }

    /// <summary>Names given with <c>--check</c>: picked from the whole graph, whatever the profile has.</summary>
    public IReadOnlyList<string> Checks { get; init; } = [];

    /// <summary>Tags given with <c>--tag</c>: they narrow the profile when one was named, else they pick from the whole graph.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Whether somebody asked for <see cref="Profile"/> by name.</summary>
    public bool IsProfileNamed { get; init; }

    /// <summary>Names given with <c>--skip</c>.</summary>
    public IReadOnlyList<string> Skip { get; init; } = [];

    /// <summary>Names given in <c>FIRSTTRY_SKIP</c>.</summary>
    public IReadOnlyList<string> SkipByEnvironment { get; init; } = [];

    /// <summary>How many checks run at once, from the command line or the environment; null when the profile and the graph decide.</summary>
    public int? Workers { get; init; }

    /// <summary>What happens after a failure, from the command line; null when the profile decides.</summary>
    public FailFast? FailFast { get; init; }

    /// <summary>Whether only what mends runs: mutating checks, and the <c>fix</c> command of every other check that has one.</summary>
    public bool IsFixing { get; init; }
}
