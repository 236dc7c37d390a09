using System;
using FirstTry.Git.Internal;
using FirstTry.Git.Internal.Staged;
using FirstTry.Graph;
using FirstTry.Processes;

namespace FirstTry.Git;

/// <summary>A change set that git is already asked for, so that the caller can do something else meanwhile.</summary>
public sealed class PendingChangeSet : IDisposable
{
    private static readonly string[] Shown = ["diff-index"];
    private readonly FileSelection _selection;
    private readonly Func<RunningProcess> _askGit;
    private readonly StagedComparison? _comparison;
    private readonly RunningProcess _process;
    private ChangeSet? _changes;

    /// <param name="askGit">Starts a <c>diff-index</c>.</param>
    internal PendingChangeSet(FileSelection selection, Func<RunningProcess> askGit)
    {
        (_selection, _askGit) = (selection, askGit);
        _process = askGit();
    }

    /// <param name="process">Answers the comparison.</param>
    /// <param name="askGit">Starts a <c>diff-index</c>, where the comparison does not come to an end.</param>
    internal PendingChangeSet(FileSelection selection, StagedComparison comparison, RunningProcess process, Func<RunningProcess> askGit)
    {
        (_selection, _comparison, _process, _askGit) = (selection, comparison, process, askGit);
    }

    /// <summary>Waits for git and reads its answer; the same at every call.</summary>
    /// <exception cref="GitException">git failed.</exception>
    public ChangeSet Wait() => _changes ??= Find();

    /// <inheritdoc />
    public void Dispose() => _process.Dispose();

    private ChangeSet Find()
    {
        var outcome = _process.Wait();
        if (_comparison is null)
        {
            return Parse(outcome);
        }

        if (outcome.Succeeded && _comparison.IsComplete)
        {
            return _comparison.ToChangeSet(_selection);
        }

        using var process = _askGit();
        return Parse(process.Wait());
    }

    private ChangeSet Parse(ProcessOutcome outcome) => RawDiff.Parse(_selection, GitCommand.OutputOf(Shown, outcome));
}
