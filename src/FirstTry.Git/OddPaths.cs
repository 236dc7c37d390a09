using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Git;

/// <summary>What keeps patterns from telling which files are written.</summary>
/// <param name="Links">The paths that are symbolic links, by the index or on disk: who writes through one writes a file of another name.</param>
/// <param name="HaveWildcards">Whether a path has one of the characters <c>*?[\</c> in it: a pattern matches it as text as well.</param>
public sealed record OddPaths(IReadOnlyList<RepoPath> Links, bool HaveWildcards);
