using System.Collections.Generic;
using System.Threading;
using FirstTry.Graph;

namespace FirstTry.Engine.Builtins;

/// <summary>What a built-in check has to work on.</summary>
/// <param name="WorktreeRoot">The absolute path that <paramref name="Files"/> are relative to.</param>
/// <param name="MessageFile">The absolute path of the commit message's file; null when there is none.</param>
/// <param name="Branch">The short name of the checked-out branch; null when HEAD is detached.</param>
public sealed record BuiltinContext(
    string WorktreeRoot,
    IReadOnlyList<RepoPath> Files,
    EquatableArray<AdapterOption> Options,
    string? MessageFile,
    string? Branch,
    CancellationToken CancellationToken);
