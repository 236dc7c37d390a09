using System;
using System.Collections.Generic;
using FirstTry.Engine.Fingerprints.Documents;
using FirstTry.Engine.Fingerprints.Hashing;
using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Engine.Fingerprints.Inputs;

/// <summary>Puts together what can be an input from one look at a working tree.</summary>
internal sealed class TreeBuilder(FingerprintScene scene, FingerprintCounters counters)
{
    private const uint OthersExecute = 0x9;
    private readonly List<FoundFile> _found = [];

    // Tracked places that are left out: what lies there is not what is tracked, or something found stands for it.
    private readonly HashSet<int> _replaced = [];

    /// <summary>The tree that was looked at.</summary>
    /// <param name="hidden">Files whose staged content counts.</param>
    /// <param name="stagedFolder">Where that content lies; null when nothing is hidden.</param>
    /// <param name="withUntracked">False when nobody asks for more than tracked files, which saves a walk over all folders.</param>
    internal Tree Build(WorktreeState state, IReadOnlyList<RepoPath> hidden, string? stagedFolder, bool withUntracked)
    {
        var tracked = state.Tracked;
        if (stagedFolder is not null)
        {
            AddHidden(tracked, hidden, stagedFolder);
        }

        if (withUntracked && !scene.HidesUntracked)
        {
            AddUntracked(state.Untracked);
        }

        for (var i = 0; i < tracked.Count; i++)
        {
            if (tracked[i].IsSubmodule)
            {
                AddSubmodule(tracked[i]);
            }
        }

        var found = _found.ToArray();
        Array.Sort(found, static (left, right) => left.Path.CompareTo(right.Path) is var order && order != 0 ? order : left.Kind.CompareTo(right.Kind));
        return new Tree(scene.Worktree.Root, tracked, found, Order(tracked, found), new FolderStats(scene.Worktree.Root, counters));
    }

    /// <summary>What a stat makes of a file; <see cref="FileInputKind.Absent"/> also for what is no file, such as a folder in its place.</summary>
    internal static FileInputKind InputKindOf(in FileStat stat) => stat.Kind switch
    {
        FileKind.File => (stat.Mode & OthersExecute) == 0 ? FileInputKind.File : FileInputKind.PartlyExecutable,
        FileKind.Executable => FileInputKind.Executable,
        FileKind.Symlink => FileInputKind.Symlink,
        _ => FileInputKind.Absent,
    };

    private int[]? Order(TrackedEntries tracked, FoundFile[] found)
    {
        if (found.Length == 0 && AreAllThere(tracked))
        {
            return null;
        }

        var order = new int[tracked.Count + found.Length];
        var (count, next) = (0, 0);
        for (var i = 0; i < tracked.Count; i++)
        {
            var file = tracked[i];
            while (next < found.Length && found[next].Path.Bytes.AsSpan().SequenceCompareTo(file.Name) < 0)
            {
                order[count++] = ~next++;
            }

            if (IsThere(file) && (_replaced.Count == 0 || !_replaced.Contains(i)))
            {
                order[count++] = i;
            }
        }

        while (next < found.Length)
        {
            order[count++] = ~next++;
        }

        Array.Resize(ref order, count);
        return order;
    }

    private bool AreAllThere(TrackedEntries tracked)
    {
        for (var i = 0; i < tracked.Count; i++)
        {
            if (!IsThere(tracked[i]))
            {
                return false;
            }
        }

        return _replaced.Count == 0;
    }

    private static bool IsThere(TrackedFile file) => !file.IsSubmodule && InputKindOf(in file.Status) != FileInputKind.Absent;

    private void AddHidden(TrackedEntries tracked, IReadOnlyList<RepoPath> hidden, string stagedFolder)
    {
        for (var i = 0; i < hidden.Count; i++)
        {
            var place = tracked.IndexOf(hidden[i].Bytes);
            if (place < 0 || tracked[place].IsSubmodule)
            {
                continue;
            }

            _replaced.Add(place);
            Add(hidden[i], StatOf(stagedFolder, hidden[i]), stagedFolder);
        }
    }

    private void AddUntracked(IReadOnlyList<RepoPath> untracked)
    {
        for (var i = 0; i < untracked.Count; i++)
        {
            if (untracked[i].Bytes is not [.. var folder, (byte)'/'])
            {
                Add(untracked[i], StatOf(scene.Worktree.Root, untracked[i]), root: null);
                continue;
            }

            AddNested(new RepoPath(folder));
        }
    }

    // The commit that is going to be recorded, and what lies there: a tool sees the files, whatever commit they are of.
    private void AddSubmodule(TrackedFile submodule)
    {
        var path = submodule.Path;
        var commit = new FoundFile(path, default, FileInputKind.Submodule) { Fixed = Sha256.Of(submodule.Id) };
        AddNested(path);
        _found.Add(commit);
    }

    private void AddNested(RepoPath folder)
    {
        var files = new NestedRepository(scene, folder).Files();
        foreach (var file in files)
        {
            Add(file, StatOf(scene.Worktree.Root, file), root: null);
        }

        if (files.Count == 0)
        {
            _found.Add(new FoundFile(folder, default, FileInputKind.EmptyFolder) { Fixed = default(Digest) });
        }
    }

    private void Add(RepoPath path, FileStat stat, string? root)
    {
        var kind = InputKindOf(stat);
        if (kind != FileInputKind.Absent)
        {
            _found.Add(new FoundFile(path, stat, kind) { Root = root });
        }
    }

    private FileStat StatOf(string root, RepoPath path)
    {
        counters.AddStated();
        return WorktreeFiles.StatOf(root, path);
    }
}
