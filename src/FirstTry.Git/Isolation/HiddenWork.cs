using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Git.Isolation;

/// <summary>What is out of sight at this moment.</summary>
/// <param name="OwnerId">The process that hid it.</param>
/// <param name="IsOwnerAlive">Whether that still runs, and will put everything back itself.</param>
/// <param name="BackupRef">Where the exact bytes are kept; empty when it was killed before it hid anything.</param>
public sealed record HiddenWork(int OwnerId, bool IsOwnerAlive, string BackupRef, IReadOnlyList<RepoPath> Files);
