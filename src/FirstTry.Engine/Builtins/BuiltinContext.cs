using System;
using System.Collections.Generic;
using System.Threading;
using FirstTry.Graph;
using FirstTry.Processes;

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
    CancellationToken CancellationToken)
{
    /// <summary>False when the check may only look: what it would mend is a finding then.</summary>
    public bool MayWrite { get; init; } = true;

    /// <summary>What git is asked with where the files alone do not tell; null when git must not be asked.</summary>
    public EnvironmentBlock? Environment { get; init; }

    /// <summary>On how many threads it may look at files.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Whether a merge or rebase is under way.</summary>
    public Func<bool> IsJoining { get; init; } = static () => false;

    /// <summary>The values of an option; empty when the check was not given it.</summary>
    internal EquatableArray<string> ValuesOf(string option)
    {
        foreach (var candidate in Options)
        {
            if (string.Equals(candidate.Name, option, StringComparison.Ordinal))
            {
                return candidate.Values;
            }
        }

        return [];
    }
}
