using System;
using System.Collections.Generic;
using FirstTry.Engine.Planning;
using FirstTry.Engine.Store;
using FirstTry.Git;
using FirstTry.Graph;
using FirstTry.Graph.Authoring;
using FirstTry.Processes;

namespace FirstTry.Engine.Running;

/// <summary>The world in which a plan is run.</summary>
public sealed record RunContext
{
    /// <summary>The absolute path of the working tree.</summary>
    public required string WorktreeRoot { get; init; }

    /// <summary>The variables of the caller.</summary>
    public required EnvironmentBlock Environment { get; init; }

    /// <summary>How many cores this process may use: the number of workers where nobody asked for another.</summary>
    public required int Cores { get; init; }

    /// <summary>What git gave the hook on its standard input; null when nothing.</summary>
    public byte[]? HookInput { get; init; }

    /// <summary>The hook whose git waits for the verdict; null by hand. A fix that comes too late for what it is about fails.</summary>
    public string? Hook { get; init; }

    /// <summary>Hides what does not go out while checks run; null leaves the working tree alone.</summary>
    public IWorktreeSession? Tree { get; init; }

    /// <summary>The commit that fixes are put into; null when there is none.</summary>
    public CommitInProgress? Commit { get; init; }

    /// <summary>
    /// Looks, each time it is called, which tracked files differ from what is staged. It shows what a mutating command that takes no files
    /// has changed; null, and such changes are not noticed.
    /// </summary>
    public Func<IReadOnlyList<RepoPath>>? FindUnstaged { get; init; }

    /// <summary>
    /// Looks for what keeps patterns from telling which files a check writes. Null, and checks that mend files never run beside each other.
    /// </summary>
    public Func<OddPaths>? FindOddPaths { get; init; }

    /// <summary>What is known of earlier runs; null, and everything runs.</summary>
    public IResultMemory? Memory { get; init; }

    /// <summary>
    /// Shows fixes and takes them back, as on a build server, where nobody takes them along: then a check that changes files fails. Null, and
    /// fixes stay.
    /// </summary>
    public FixReview? Review { get; init; }

    /// <summary>The checks written in C# that are compiled into this program; null when there are none.</summary>
    public CodeCheckSet? Code { get; init; }

    /// <summary>How long a check is going to take, as far as earlier runs tell; null for one that is not known.</summary>
    public Func<PlannedCheck, TimeSpan?> ExpectedDuration { get; init; } = static _ => null;

    /// <summary>How long a process tree that is ended may take before it is killed.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(5);
}
