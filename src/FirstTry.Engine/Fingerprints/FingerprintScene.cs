using System;
using System.Collections.Generic;
using FirstTry.Engine.Planning;
using FirstTry.Git;
using FirstTry.Graph;
using FirstTry.Processes;

namespace FirstTry.Engine.Fingerprints;

/// <summary>Where fingerprints are taken: the working tree, the caller's world, and where the results of hashing are kept.</summary>
public sealed record FingerprintScene
{
    /// <summary>The working tree.</summary>
    public required Worktree Worktree { get; init; }

    /// <summary>The variables of the caller.</summary>
    public required EnvironmentBlock Environment { get; init; }

    /// <summary>What conditions ask about the world.</summary>
    public required RunFacts Facts { get; init; }

    /// <summary>The absolute path of the program that runs built-in checks: this one.</summary>
    public required string Program { get; init; }

    /// <summary>How many threads may look at files and hash them.</summary>
    public required int Processors { get; init; }

    /// <summary>The salt of the config.</summary>
    public string Salt { get; init; } = "";

    /// <summary>The absolute path of the commit message's file; null when there is none.</summary>
    public string? MessageFile { get; init; }

    /// <summary>What git gave the hook on its standard input; null when nothing.</summary>
    public byte[]? HookInput { get; init; }

    /// <summary>The folder that remembers digests of files from run to run; null remembers none.</summary>
    public string? StatFolder { get; init; }

    /// <summary>Whether digests may be kept in <see cref="StatFolder"/> before <see cref="FingerprintSession.Save"/>, which saves memory in large trees.</summary>
    public bool KeepsDigests { get; init; } = true;

    /// <summary>Whether every file is read, whatever is remembered of it.</summary>
    public bool IsParanoid { get; init; }

    /// <summary>Whether a file whose stat is the same has the same content; only Linux tells device, inode and change time.</summary>
    public bool IsStatTrusted { get; init; } = OperatingSystem.IsLinux();

    /// <summary>A look at the working tree that is under way already; null when there is none.</summary>
    public WorktreeLook? FirstLook { get; init; }

    /// <summary>Tracked files whose staged content counts, not what lies on disk, until <see cref="FingerprintSession.TreeHoldsWhatGoesOut"/>.</summary>
    public Func<IReadOnlyList<RepoPath>> Hidden { get; init; } = static () => [];

    /// <summary>Writes the staged content of these files below a folder of its own and returns its absolute path; asked for at most once.</summary>
    public Func<IReadOnlyList<RepoPath>, string>? MaterializeHidden { get; init; }

    /// <summary>Whether untracked files are hidden from checks too, and so are no inputs.</summary>
    public bool HidesUntracked { get; init; }

    /// <summary>Tells the time.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The files whose time the run itself sets before its first check, and the time; filled by then.</summary>
    public IDictionary<RepoPath, long> Renewed { get; init; } = new Dictionary<RepoPath, long>();
}
