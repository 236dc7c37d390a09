using FirstTry.Graph;

namespace FirstTry.Git.Isolation;

/// <summary>A path and what the index in use has for it.</summary>
public sealed record StagedFile(RepoPath Path, StagedState State);
