using FirstTry.Graph;

namespace FirstTry.Git.Isolation;

/// <summary>What became of a hidden file.</summary>
/// <param name="Where">
/// Where the bytes lie that are not in the file: <c>refs/worktree/firsttry/…:path</c>, to be read with <c>git cat-file blob</c>, or the path
/// of a folder that was moved aside; null when there are none.
/// </param>
public sealed record HiddenFileResult(RepoPath Path, HiddenFileEnd End, string? Where = null);
