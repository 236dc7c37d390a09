using FirstTry.Graph;

namespace FirstTry.Git;

/// <summary>A tracked file whose changes git was told not to look for.</summary>
/// <param name="Path">The file.</param>
/// <param name="IsSkipped">True for <c>--skip-worktree</c>, false for <c>--assume-unchanged</c>.</param>
public sealed record OverlookedFile(RepoPath Path, bool IsSkipped);
