using FirstTry.Engine.Fingerprints.Documents;
using FirstTry.Engine.Fingerprints.Hashing;
using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Engine.Fingerprints.Inputs;

/// <summary>A file that is not read from where the index says: untracked, of a nested repository, or hidden by unstaged changes.</summary>
/// <param name="Path">Relative to the working tree.</param>
/// <param name="Stat">What was found.</param>
/// <param name="Kind">What it is as an input.</param>
internal sealed record FoundFile(RepoPath Path, FileStat Stat, FileInputKind Kind)
{
    private readonly FileStat _stat = Stat;

    /// <summary>The stat, without a copy.</summary>
    internal ref readonly FileStat StatReference => ref _stat;

    /// <summary>The folder that <see cref="Path"/> is read from; null for the working tree.</summary>
    internal string? Root { get; init; }

    /// <summary>Its digest where that is not one of bytes on disk.</summary>
    internal Digest? Fixed { get; init; }
}
