using System;
using System.Collections.Generic;
using System.Text;
using FirstTry.Git.Internal.Native;
using FirstTry.Graph;

namespace FirstTry.Git.Internal;

/// <summary>Folders with nothing in them, which git does not name when it lists files.</summary>
internal static unsafe class EmptyFolders
{
    /// <summary>Those below the given folders, with a slash at the end; nested repositories are not entered.</summary>
    /// <param name="folders">Paths with a slash at the end.</param>
    /// <param name="found">What git listed: of it, paths with a slash at the end are nested repositories.</param>
    public static List<RepoPath> Below(string root, List<RepoPath> folders, List<RepoPath> found)
    {
        if (!OperatingSystem.IsLinux())
        {
            return [];
        }

        var nested = new HashSet<RepoPath>(found.FindAll(path => path.Bytes is [.., (byte)'/']));
        var empty = new List<RepoPath>();
        var waiting = new Stack<RepoPath>(folders);
        fixed (byte* path = Encoding.UTF8.GetBytes(root + "\0"))
        {
            var top = LibC.Open(path, LibC.OpenFolder, 0);
            while (waiting.TryPop(out var folder))
            {
                if (!nested.Contains(folder) && IsEmpty(top, folder, waiting))
                {
                    empty.Add(folder);
                }
            }

            _ = LibC.Close(top);
        }

        return empty;
    }

    private static bool IsEmpty(int top, RepoPath folder, Stack<RepoPath> waiting)
    {
        using var listing = FolderListing.TryOpen(top, [.. folder.Bytes, 0]);
        if (listing is null)
        {
            return false;
        }

        var isEmpty = true;
        while (listing.MoveNext())
        {
            isEmpty = false;
            if (listing.Kind == FileKind.Directory)
            {
                byte[] below = [.. folder.Bytes, .. listing.Name, (byte)'/'];
                waiting.Push(new RepoPath(below));
            }
        }

        return isEmpty;
    }
}
