using FirstTry.Graph;

namespace FirstTry.Git.Isolation.Internal;

/// <summary>A file in a backup.</summary>
/// <param name="Id">The object with its exact bytes.</param>
internal readonly record struct BackupEntry(RepoPath Path, FileKind Kind, byte[] Id);
