using System;
using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Git.Isolation;

/// <summary>Exact bytes that are kept for a while.</summary>
/// <param name="Ref">Where: <c>git cat-file blob REF:PATH</c> gives a file back.</param>
/// <param name="Created">When the run that made it began.</param>
public sealed record Backup(string Ref, DateTimeOffset Created, IReadOnlyList<RepoPath> Files);
