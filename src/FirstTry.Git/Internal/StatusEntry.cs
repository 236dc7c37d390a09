using FirstTry.Graph;

namespace FirstTry.Git.Internal;

/// <summary>A line of <c>git status</c>.</summary>
/// <param name="Staged">How the index differs from HEAD; <c>.</c> when it does not, <c>?</c> when the file is not tracked.</param>
/// <param name="Unstaged">How the working tree differs from the index, in the same letters.</param>
internal readonly record struct StatusEntry(RepoPath Path, char Staged, char Unstaged, bool IsSubmodule)
{
    /// <summary>True for a file that git does not know.</summary>
    public bool IsUntracked => Staged == '?';
}
