using System;
using System.Collections.Generic;
using System.IO;
using FirstTry.Git.Internal.Index;
using FirstTry.Graph;

namespace FirstTry.Git.Internal.Staged;

/// <summary>Compares folders of an index with tree objects, and notes the folders in them that have to be compared as well.</summary>
/// <param name="files">Gets what the index has and the tree has not, or has otherwise: files and links.</param>
/// <param name="deleted">Gets the files and links of the tree that the index has not.</param>
internal sealed class FolderComparer(IndexFile index, CachedTrees cached, List<RepoPath> files, List<RepoPath> deleted)
{
    private readonly List<(StagedFolder Folder, byte[] Id)> _open = [];

    /// <summary>The folder of everything.</summary>
    public StagedFolder Root => new([], 0, index.Count, cached.Root);

    /// <summary>Asks for the trees of the folders noted since the last call, each id on a line, and puts the folders into the order of the answers.</summary>
    public byte[] TakeQuestion(Queue<StagedFolder> asked)
    {
        using var question = new MemoryStream();
        foreach (var (folder, id) in _open)
        {
            foreach (var part in id)
            {
                question.WriteByte(Digit(part >> 4));
                question.WriteByte(Digit(part & 15));
            }

            question.WriteByte((byte)'\n');
            asked.Enqueue(folder);
        }

        _open.Clear();
        return question.ToArray();
    }

    /// <summary>False for a tree that is not in order, which is git's to judge.</summary>
    public bool TryCompare(StagedFolder folder, ReadOnlySpan<byte> tree)
    {
        var known = cached.FoldersIn(folder.Cached);
        var place = folder.First;
        var previous = default(TreeEntry);
        for (var isFirst = true; tree.Length > 0; isFirst = false)
        {
            if (!TreeEntry.TryTake(ref tree, index.IdLength, out var entry)
                || (!isFirst && TreeEntry.Compare(previous.Name, previous.IsFolder, entry.Name, entry.IsFolder) >= 0))
            {
                return false;
            }

            place = Compare(folder, place, entry, known);
            previous = entry;
        }

        Add(place, folder.End);
        return true;
    }

    // Returns the place behind what the index has up to this entry, and of it.
    private int Compare(StagedFolder folder, int place, TreeEntry entry, Dictionary<RepoPath, int> known)
    {
        while (place < folder.End)
        {
            var name = NameAt(place, folder, out var isFolder);
            var end = isFolder ? EndOf(place, folder, name.Length) : place + 1;
            var order = TreeEntry.Compare(name, isFolder, entry.Name, entry.IsFolder);
            if (order > 0)
            {
                break;
            }

            if (order == 0)
            {
                Match(folder, place, end, entry, known);
                return end;
            }

            Add(place, end);
            place = end;
        }

        Remove(folder, place, entry);
        return place;
    }

    private void Match(StagedFolder folder, int place, int end, TreeEntry entry, Dictionary<RepoPath, int> known)
    {
        if (!entry.IsFolder)
        {
            MatchFile(place, entry);
            return;
        }

        var number = known.GetValueOrDefault(new RepoPath(entry.Name.ToArray()), CachedTrees.None);
        if (!cached.IdOf(number, end - place).SequenceEqual(entry.Id))
        {
            Open(folder, entry, place, end, number);
        }
    }

    private void MatchFile(int place, TreeEntry entry)
    {
        var staged = index[place];
        if (staged.Stage != 0)
        {
            return;
        }

        if (staged.IsIntentToAdd || (staged.IsGitlink && !entry.IsSubmodule))
        {
            if (!entry.IsSubmodule)
            {
                deleted.Add(PathOf(place));
            }
        }
        else if (!staged.IsGitlink && (staged.Mode != entry.Mode || !index.IdOf(place).SequenceEqual(entry.Id)))
        {
            files.Add(PathOf(place));
        }
    }

    private void Add(int place, int end)
    {
        for (; place < end; place++)
        {
            if (index[place] is { Stage: 0, IsIntentToAdd: false, IsGitlink: false })
            {
                files.Add(PathOf(place));
            }
        }
    }

    private void Remove(StagedFolder folder, int place, TreeEntry entry)
    {
        if (entry.IsFolder)
        {
            Open(folder, entry, place, place, CachedTrees.None);
        }
        else if (!entry.IsSubmodule)
        {
            deleted.Add(new RepoPath([.. folder.Path, .. entry.Name]));
        }
    }

    private void Open(StagedFolder folder, TreeEntry entry, int place, int end, int number) =>
        _open.Add((new StagedFolder([.. folder.Path, .. entry.Name, (byte)'/'], place, end, number), entry.Id.ToArray()));

    private ReadOnlySpan<byte> NameAt(int place, StagedFolder folder, out bool isFolder)
    {
        var rest = index.NameOf(place)[folder.Path.Length..];
        var slash = rest.IndexOf((byte)'/');
        isFolder = slash >= 0;
        return isFolder ? rest[..slash] : rest;
    }

    // Everything in "a/" comes before "a0", for '0' follows '/'.
    private int EndOf(int place, StagedFolder folder, int nameLength)
    {
        var path = index.NameOf(place)[..(folder.Path.Length + nameLength)];
        var end = index.Find([.. path, (byte)'0'], place, folder.End);
        return end < 0 ? ~end : end;
    }

    private RepoPath PathOf(int place) => new(index.NameOf(place).ToArray());

    private static byte Digit(int value) => (byte)(value < 10 ? '0' + value : 'a' + value - 10);
}
