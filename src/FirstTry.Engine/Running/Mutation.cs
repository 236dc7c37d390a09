using System.Collections.Generic;
using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Engine.Running;

/// <summary>What a mutating check has left behind, as it was looked at when the check ended.</summary>
public sealed record Mutation
{
    /// <summary>The files that it changed, in byte order: they are among those that it may write.</summary>
    public required IReadOnlyList<RepoPath> Changed { get; init; }

    /// <summary>Files that changed while it ran, in byte order, and nobody can tell by whom.</summary>
    public IReadOnlyList<RepoPath> Uncertain { get; init; } = [];

    /// <summary>
    /// What was seen of its files when it had ended, whether it changed them or only wrote them anew. Whatever differs from it later was done
    /// by somebody else.
    /// </summary>
    public IReadOnlyDictionary<RepoPath, FileStat> Left { get; init; } = new Dictionary<RepoPath, FileStat>();

    /// <summary>Whether the check came to its own end; half a fix is none.</summary>
    public bool IsComplete { get; init; } = true;
}
