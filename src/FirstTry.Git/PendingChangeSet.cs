using System;
using FirstTry.Git.Internal;
using FirstTry.Graph;
using FirstTry.Processes;

namespace FirstTry.Git;

/// <summary>A change set that git is already working out, so that the caller can do something else meanwhile.</summary>
public sealed class PendingChangeSet : IDisposable
{
    private static readonly string[] Shown = ["diff-index"];
    private readonly RunningProcess _process;
    private readonly FileSelection _selection;

    internal PendingChangeSet(FileSelection selection, RunningProcess process)
    {
        _selection = selection;
        _process = process;
    }

    /// <summary>Waits for git and reads its answer.</summary>
    /// <exception cref="GitException">git failed.</exception>
    public ChangeSet Wait() => RawDiff.Parse(_selection, GitCommand.OutputOf(Shown, _process.Wait()));

    /// <inheritdoc />
    public void Dispose() => _process.Dispose();
}
