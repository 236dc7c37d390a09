using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Git.Isolation.Internal;

/// <summary>All that the journal knows of one isolation.</summary>
/// <param name="RunId">Names the run; begins with its time.</param>
/// <param name="Owner">The process that hid the files.</param>
/// <param name="BackupRef">Where the owner's versions are kept.</param>
/// <param name="Files">In the order of hiding.</param>
/// <param name="MadeFolders">Folders that staged files needed, each after the one that holds it.</param>
internal sealed record IsolationState(
    string RunId, RunningOwner Owner, string BackupRef, IReadOnlyList<HiddenFile> Files, IReadOnlyList<RepoPath> MadeFolders);
