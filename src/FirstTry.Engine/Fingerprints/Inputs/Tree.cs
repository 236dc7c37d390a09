using System;
using System.Collections.Generic;
using FirstTry.Engine.Fingerprints.Documents;
using FirstTry.Engine.Fingerprints.Hashing;
using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Engine.Fingerprints.Inputs;

/// <summary>
/// Every file that can be an input, in byte order: what is tracked and there, what is neither tracked nor ignored, the files of nested
/// repositories, empty folders. Digests are filled in where they are asked for.
/// </summary>
internal sealed class Tree
{
    private readonly string _root;
    private readonly TrackedEntries _tracked;
    private readonly FoundFile[] _found;

    // Places in the index as they are, those in what was found as their complement; null where all of the index is there, and nothing else.
    private readonly int[]? _order;

    // Made when the first one is asked for: where no file has changed, nobody asks, and a large array costs the kernel more than the rest of the tree.
    private Digest[]? _digests;
    private DigestState[]? _states;

    internal Tree(string root, TrackedEntries tracked, FoundFile[] found, int[]? order, FolderStats folders)
    {
        Folders = folders;
        _root = root;
        _tracked = tracked;
        _found = found;
        _order = order;
        for (var i = 0; order is not null && i < order.Length; i++)
        {
            if (order[i] < 0 && found[~order[i]].Fixed is { } digest)
            {
                Set(i, digest, DigestState.Fixed);
            }
        }
    }

    /// <summary>How many files there are.</summary>
    internal int Count => _order?.Length ?? _tracked.Count;

    /// <summary>What is tracked.</summary>
    internal TrackedEntries Tracked => _tracked;

    /// <summary>The folders of the files, as they were when first asked for.</summary>
    internal FolderStats Folders { get; }

    /// <summary>What selections take, under their ids.</summary>
    internal Dictionary<Digest, SelectedFiles> Selected { get; } = [];

    /// <summary>What is remembered of lists of files, and what changed since.</summary>
    internal TreeHistory History { get; set; } = new();

    /// <summary>The bytes of a path.</summary>
    internal ReadOnlySpan<byte> PathOf(int place) => At(place) is var at && at >= 0 ? _tracked[at].Name : _found[~at].Path.Bytes;

    /// <summary>The path, copied where it has to be.</summary>
    internal RepoPath CopyPathOf(int place) => At(place) is var at && at >= 0 ? _tracked[at].Path : _found[~at].Path;

    /// <summary>What the file system says.</summary>
    internal ref readonly FileStat StatOf(int place)
    {
        var at = At(place);
        return ref at >= 0 ? ref _tracked[at].Status : ref _found[~at].StatReference;
    }

    /// <summary>A digest that is not one of bytes on disk; null for ordinary files.</summary>
    internal Digest? FixedOf(int place) => At(place) is var at && at >= 0 ? null : _found[~at].Fixed;

    /// <summary>What it is as an input.</summary>
    internal FileInputKind KindOf(int place) => At(place) is var at && at >= 0 ? TreeBuilder.InputKindOf(_tracked[at].Status) : _found[~at].Kind;

    /// <summary>Where its content is read.</summary>
    internal string RootOf(int place) => At(place) is var at && at >= 0 ? _root : _found[~at].Root ?? _root;

    /// <summary>The digest; known only when <see cref="StateOf"/> says so.</summary>
    internal Digest DigestOf(int place)
    {
        RecallDigests();
        return _digests![place];
    }

    /// <summary>What is known of the digest.</summary>
    internal DigestState StateOf(int place)
    {
        RecallDigests();
        return _states![place];
    }

    /// <summary>Whether files were read for this tree, so that it knows more than what it was made from.</summary>
    internal bool HasNews { get; set; }

    /// <summary>Fills in digests that are known and not read yet, when one is asked for: where no file has changed, nobody asks.</summary>
    internal Action<Tree>? Recall { get; set; }

    /// <summary>Fills in a digest.</summary>
    internal void Set(int place, Digest digest, DigestState state)
    {
        (_digests ??= new Digest[Count])[place] = digest;
        (_states ??= new DigestState[Count])[place] = state;
    }

    private int At(int place) => _order is null ? place : _order[place];

    private void RecallDigests()
    {
        _digests ??= new Digest[Count];
        _states ??= new DigestState[Count];
        if (Recall is { } recall)
        {
            Recall = null;
            recall(this);
        }
    }

    /// <summary>Takes back what was taken over from an earlier look.</summary>
    internal void Forget()
    {
        History = new TreeHistory();
        for (var i = 0; i < _states?.Length; i++)
        {
            _states[i] = _states[i] == DigestState.Fixed ? DigestState.Fixed : DigestState.Unknown;
        }
    }

    /// <summary>The place of a path; negative when it is not there, as the complement of the place where it would stand.</summary>
    internal int IndexOf(ReadOnlySpan<byte> path)
    {
        var (low, high) = (0, Count - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = PathOf(middle).SequenceCompareTo(path);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }
}
