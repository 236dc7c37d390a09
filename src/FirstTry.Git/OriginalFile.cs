using FirstTry.Graph;

namespace FirstTry.Git;

/// <summary>A file as it was before a check changed it.</summary>
/// <param name="Path">The file.</param>
/// <param name="Kind">What was there; null when it was what is staged.</param>
/// <param name="Content">Its bytes, of a link the target; null when there was nothing to read, or it was what is staged.</param>
public sealed record OriginalFile(RepoPath Path, FileKind? Kind, byte[]? Content);
