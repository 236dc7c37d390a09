using System.Collections.Generic;

namespace FirstTry.Git.Isolation;

/// <summary>What a recovery did.</summary>
/// <param name="BackupRef">Where the exact bytes of all files are kept; null when none had been hidden yet.</param>
public sealed record RecoveryReport(string? BackupRef, IReadOnlyList<HiddenFileResult> Files);
