using System;
using System.Collections.Generic;
using System.Text;
using FirstTry.Git.Internal.Native;
using FirstTry.Graph;

namespace FirstTry.Git.Internal.Index;

/// <summary>
/// Finds the names that the index does not have, by reading the folders that it has. What lies in a folder that it does not have is not looked
/// at: most often git is told to ignore it.
/// </summary>
/// <param name="known">Folders that need not be read; null when all are.</param>
internal sealed unsafe class FolderComparison(string root, IndexFile index, KnownFolders? known = null)
{
    private readonly byte[] _root = Encoding.UTF8.GetBytes(root + "\0");
    private readonly List<RepoPath> _unknown = [];
    private readonly Stack<(byte[] Path, int First, int End)> _folders = new();

    /// <summary>The names, those of folders with a slash at the end; null when the top cannot be read.</summary>
    public List<RepoPath>? Find()
    {
        fixed (byte* path = _root)
        {
            var top = LibC.Open(path, LibC.OpenFolder, 0);
            var isRead = TryCompare(top, [], 0, index.Count);
            while (_folders.TryPop(out var folder))
            {
                if (!TryCompare(top, folder.Path, folder.First, folder.End))
                {
                    _unknown.Add(new RepoPath(folder.Path));
                }
            }

            _ = LibC.Close(top);
            return isRead ? _unknown : null;
        }
    }

    private bool TryCompare(int top, byte[] folder, int first, int end)
    {
        ReadOnlySpan<byte> path = folder.Length == 0 ? ".\0"u8 : [.. folder, 0];
        var stat = known is null ? default : TreePass.StatOf(top, path);
        var below = _folders.Count;
        var expected = Expected(folder, first, end);
        if (known?.Holds(folder, stat, expected) == true)
        {
            return true;
        }

        using var listing = FolderListing.TryOpen(top, path);
        if (listing is not null && expected == Listed(listing))
        {
            known?.Add(folder, stat, expected);
            return true;
        }

        // Something is here that is not tracked, or is gone: each name is looked for.
        while (_folders.Count > below)
        {
            _folders.Pop();
        }

        listing?.Rewind();
        return listing is not null && CompareNames(listing, folder, first, end);
    }

    private static NameSum Listed(FolderListing listing)
    {
        var sum = default(NameSum);
        while (listing.MoveNext())
        {
            if (listing.Kind is var kind and (FileKind.File or FileKind.Symlink or FileKind.Directory) && !listing.Name.SequenceEqual(".git"u8))
            {
                sum = sum.With(listing.Name, kind == FileKind.Directory);
            }
        }

        return sum;
    }

    // The folders below are put among those to come.
    private NameSum Expected(byte[] folder, int first, int end)
    {
        var sum = default(NameSum);
        while (first < end)
        {
            var path = index.NameOf(first);
            var name = path[folder.Length..];
            var slash = name.IndexOf((byte)'/');
            if (slash < 0)
            {
                sum = sum.With(name, IsGitlink(first));
                first++;
                continue;
            }

            sum = sum.With(name[..slash], isFolder: true);
            var below = path[..(folder.Length + slash + 1)].ToArray();
            var after = EndOf(below, first, end);
            _folders.Push((below, first, after));
            first = after;
        }

        return sum;
    }

    private bool IsGitlink(int place) => (index.ModeOf(place) & 0xF000) == 0xE000;

    private bool CompareNames(FolderListing listing, byte[] folder, int first, int end)
    {
        Span<byte> buffer = stackalloc byte[folder.Length + 258];
        folder.CopyTo(buffer);
        while (listing.MoveNext())
        {
            var name = listing.Name;
            if (name.SequenceEqual(".git"u8) || name.Length > 255)
            {
                continue;
            }

            name.CopyTo(buffer[folder.Length..]);
            var path = buffer[..(folder.Length + name.Length + 1)];
            Compare(listing.Kind, path, first, end);
        }

        return true;
    }

    // The path has room for one byte more.
    private void Compare(FileKind kind, Span<byte> path, int first, int end)
    {
        var name = path[..^1];
        if (kind is FileKind.File or FileKind.Symlink)
        {
            if (index.Find(name, first, end) < 0)
            {
                _unknown.Add(new RepoPath(name.ToArray()));
            }
        }
        else if (kind == FileKind.Directory)
        {
            path[^1] = (byte)'/';
            var start = Bound(path, first, end);
            var after = EndOf(path, first, end);
            if (start < after)
            {
                _folders.Push((path.ToArray(), start, after));
            }
            else if (index.Find(name, first, end) is var place && (place < 0 || !IsGitlink(place)))
            {
                _unknown.Add(new RepoPath(path.ToArray()));
            }
        }
    }

    // Folders follow each other in the index: from "name/" to before "name0", the next byte.
    private int EndOf(Span<byte> folder, int first, int end)
    {
        folder[^1]++;
        var after = Bound(folder, first, end);
        folder[^1]--;
        return after;
    }

    private int Bound(ReadOnlySpan<byte> path, int first, int end)
    {
        var place = index.Find(path, first, end);
        return place < 0 ? ~place : place;
    }
}
