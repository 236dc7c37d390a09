using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Git;

/// <summary>What became of fixes that were shown and taken back.</summary>
/// <param name="Diff">From the files as they were to the fixed ones, as git shows it.</param>
/// <param name="Left">The files that are not as they were: new ones, and those that somebody changed meanwhile.</param>
public sealed record ReviewedFixes(byte[] Diff, IReadOnlyList<RepoPath> Left);
