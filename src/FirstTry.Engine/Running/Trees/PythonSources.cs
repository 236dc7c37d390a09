using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using FirstTry.Git;
using FirstTry.Graph;
using FirstTry.Processes;

namespace FirstTry.Engine.Running.Trees;

/// <summary>The Python files of a run that may be written again within the second in which they were written last, or that were just replaced.</summary>
internal sealed class PythonSources(TreeSettings settings)
{
    private readonly Lock _gate = new();
    private readonly List<RepoPath> _replaced = [];
    private List<RepoPath>? _young;
    private bool _mayHaveChanged;

    /// <summary>These files hold another content for a while.</summary>
    internal void AreReplaced(IReadOnlyList<RepoPath> files)
    {
        foreach (var file in files)
        {
            if (PythonBytecode.IsSource(file.Bytes))
            {
                _replaced.Add(file);
            }
        }
    }

    /// <summary>Something is about to write: what was found before does not count any more.</summary>
    internal void MayChange()
    {
        lock (_gate)
        {
            _mayHaveChanged = true;
            _young = null;
        }
    }

    /// <inheritdoc cref="IWorktreeSession.Guard"/>
    internal EnvironmentBlock Guard(EnvironmentBlock environment)
    {
        List<RepoPath> young;
        lock (_gate)
        {
            young = _young ??= [.. _replaced, .. FindYoung(TimeProvider.System.GetUtcNow())];
        }

        return young.Count == 0
            ? environment
            : PythonBytecode.Guard(environment, settings.Worktree.Root, young, Path.Combine(settings.Worktree.GitDirectory, "firsttry", "no-bytecode"));
    }

    private List<RepoPath> FindYoung(DateTimeOffset now) => !_mayHaveChanged && (settings.Look?.Wait().Tracked ?? settings.Seen()) is { } tracked
        ? FindIn(tracked, now)
        : TrackedFiles.EndingIn(settings.Worktree, settings.Environment, PythonBytecode.Suffix)
            .FindAll(path => PythonBytecode.IsYoung(WorktreeFiles.StatOf(settings.Worktree.Root, path), now));

    private static List<RepoPath> FindIn(TrackedEntries tracked, DateTimeOffset now)
    {
        var young = new List<RepoPath>();
        for (var i = 0; i < tracked.Count; i++)
        {
            var file = tracked[i];
            if (PythonBytecode.IsSource(file.Name) && PythonBytecode.IsYoung(file.Status, now))
            {
                young.Add(file.Path);
            }
        }

        return young;
    }
}
