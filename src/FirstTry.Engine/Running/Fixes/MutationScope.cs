using System;
using System.Collections.Generic;
using System.Text;
using FirstTry.Engine.Planning;
using FirstTry.Graph;

namespace FirstTry.Engine.Running.Fixes;

/// <summary>What a mutating check says it writes: the files that it is handed, or else those that its <c>files</c> match, and its <c>outputs</c>.</summary>
internal sealed class MutationScope
{
    private readonly HashSet<RepoPath>? _handed;

    internal MutationScope(PlannedCheck check)
    {
        Check = check;
        _handed = check.TakesFiles ? [.. check.Files] : null;
        Folder = check.Check.Root == "." ? [] : Encoding.UTF8.GetBytes(check.Check.Root + "/");
    }

    /// <summary>The check.</summary>
    internal PlannedCheck Check { get; }

    /// <summary>The folder that its globs are read from, with its slash; empty at the top.</summary>
    internal byte[] Folder { get; }

    /// <summary>The files that it is handed; null where it finds them itself.</summary>
    internal IReadOnlyList<RepoPath>? Handed => _handed is null ? null : Check.Files;

    /// <summary>What it may write beside them.</summary>
    internal IEnumerable<GlobSet> Globs
    {
        get
        {
            if (_handed is null && Check.Check.Files is { } files)
            {
                yield return files;
            }

            if (Check.Check.Outputs is { } outputs)
            {
                yield return outputs;
            }
        }
    }

    /// <summary>False where it says nothing: then nobody can tell its changes from those of somebody else.</summary>
    internal bool IsDeclared => _handed is not null || Check.Check.Files is not null || Check.Check.Outputs is not null;

    /// <summary>Whether a change of this file is its own.</summary>
    internal bool Includes(RepoPath path) =>
        _handed is not null && _handed.Contains(path)
        || (_handed is null && IsIn(Check.Check.Files, path) && !IsIn(Check.Check.Exclude, path))
        || IsIn(Check.Check.Outputs, path);

    /// <summary>Whether a path lies in its folder and one of these sets.</summary>
    internal bool IsIn(GlobSet? globs, RepoPath path) =>
        globs is not null && path.Bytes.AsSpan().StartsWith(Folder) && globs.IsMatch(path, Folder.Length);
}
