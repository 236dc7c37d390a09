using System;
using System.Collections.Generic;
using FirstTry.Git.Internal.Index;
using FirstTry.Graph;
using FirstTry.Processes;

namespace FirstTry.Git.Internal.Staged;

/// <summary>
/// Compares an index with HEAD's trees, which <c>git cat-file --batch</c> gives one level after the other: only those of folders whose id the
/// index does not know or knows to be another. Source: <c>diff-index --cached</c> in git's diff-lib.c, which reads the index once more.
/// </summary>
/// <param name="readIndex">Called when the first answer is there; null when only git can read the index.</param>
internal sealed class StagedComparison(Func<IndexFile?> readIndex) : IDialogue
{
    private readonly Queue<StagedFolder> _asked = new();
    private readonly List<RepoPath> _files = [];
    private readonly List<RepoPath> _deleted = [];
    private FolderComparer? _comparer;
    private bool _hasBegun;

    /// <summary>True when everything has been compared; false where git must be asked in another way.</summary>
    public bool IsComplete { get; private set; }

    /// <inheritdoc />
    public byte[]? Ask(ReadOnlySpan<byte> output, out int heard)
    {
        heard = 0;
        if (!_hasBegun)
        {
            _hasBegun = true;
            return "HEAD^{tree}\n"u8.ToArray();
        }

        var answers = new BatchAnswers(output);
        while (answers.TryTake(out var tree))
        {
            if (!TryCompare(tree))
            {
                return null;
            }
        }

        heard = answers.Taken;
        return answers.AreStrange ? null : Next();
    }

    /// <summary>What was found, once it is complete.</summary>
    public ChangeSet ToChangeSet(FileSelection selection) => new(selection, NulList.Sorted(_files), NulList.Sorted(_deleted));

    private bool TryCompare(ReadOnlySpan<byte> tree)
    {
        if (_comparer is null)
        {
            if (readIndex() is not { } index)
            {
                return false;
            }

            _comparer = new FolderComparer(index, CachedTrees.Of(index), _files, _deleted);
            return _comparer.TryCompare(_comparer.Root, tree);
        }

        return _asked.TryDequeue(out var folder) && _comparer.TryCompare(folder, tree);
    }

    private byte[]? Next()
    {
        if (_comparer is null || _asked.Count > 0)
        {
            return [];
        }

        var question = _comparer.TakeQuestion(_asked);
        IsComplete = question.Length == 0;
        return IsComplete ? null : question;
    }
}
