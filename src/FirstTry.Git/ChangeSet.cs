using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Git;

/// <summary>The files that a run looks at.</summary>
/// <param name="Selection">How they were chosen.</param>
/// <param name="Files">Files and symbolic links that exist, in byte order, each once; submodules are not among them.</param>
/// <param name="Deleted">What was removed, in byte order.</param>
public sealed record ChangeSet(FileSelection Selection, IReadOnlyList<RepoPath> Files, IReadOnlyList<RepoPath> Deleted)
{
    /// <summary>A change set without files.</summary>
    public static ChangeSet Empty(FileSelection selection) => new(selection, [], []);
}
