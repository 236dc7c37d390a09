using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Engine.Fingerprints.Inputs;

/// <summary>What a selection takes of a tree, worked out once for all checks that select the same.</summary>
/// <param name="places">In ascending order, each once.</param>
internal sealed class SelectedFiles(Tree tree, List<int> places)
{
    private List<RepoPath>? _folders;

    /// <summary>Where the files stand in the tree.</summary>
    internal List<int> Places { get; } = places;

    /// <summary>The folders in which they lie.</summary>
    internal List<RepoPath> Folders => _folders ??= FolderStats.FoldersOf(tree, Places);

    /// <summary>What tells, after a check, whether one of them was written; null until the first check starts.</summary>
    internal ChangeStamp[]? Stamps { get; set; }
}
