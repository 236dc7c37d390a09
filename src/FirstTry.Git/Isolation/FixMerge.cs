using FirstTry.Graph;

namespace FirstTry.Git.Isolation;

/// <summary>Whether a fix of a hidden file goes together with what its owner did to it.</summary>
/// <param name="Conflict">Why it does not, as a phrase; the file then holds the staged content again and the fix must not be staged. Null when it does.</param>
public sealed record FixMerge(RepoPath Path, string? Conflict = null)
{
    /// <summary>True when the fix can be staged.</summary>
    public bool IsMerged => Conflict is null;
}
