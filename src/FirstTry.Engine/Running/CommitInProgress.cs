using System;
using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Engine.Running;

/// <summary>The commit that a run may still add fixes to.</summary>
public sealed record CommitInProgress
{
    /// <summary>The files in it.</summary>
    public required IReadOnlyList<RepoPath> Staged { get; init; }

    /// <summary>
    /// Gives those of these files with changes that are neither staged nor hidden, and maybe others; called before each mutating check. A fix of
    /// one of them is never staged: with it, lines that the user left out would go into the commit.
    /// </summary>
    public Func<IReadOnlyList<RepoPath>, IReadOnlyList<RepoPath>> FindUnstaged { get; init; } = static _ => [];

    /// <summary>Puts the content of these files into the commit. An exception makes the check fail, and so stops the commit.</summary>
    public required Action<IReadOnlyList<RepoPath>> Stage { get; init; }
}
