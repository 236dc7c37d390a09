using System;
using System.Collections.Generic;
using System.IO;
using FirstTry.Git.Internal.Native;

namespace FirstTry.Git.Isolation.Internal;

/// <summary>Puts all files back and clears away.</summary>
internal static class Restorations
{
    /// <summary>Puts files back in the order that undoes the hiding; one that fails does not keep the others.</summary>
    /// <exception cref="GitException">Some stay hidden.</exception>
    public static List<HiddenFileResult> GiveBack(IsolationState state, Restoration restoration)
    {
        var (results, failures) = (new List<HiddenFileResult>(), new List<string>());
        var areFoldersRemoved = false;
        for (var i = state.Files.Count - 1; i >= 0; i--)
        {
            var file = state.Files[i];
            try
            {
                // Files that were placed come last in the order of hiding; with them gone, links and files that stood for their folders can return.
                if (!areFoldersRemoved && file.User is not null)
                {
                    areFoldersRemoved = true;
                    restoration.RemoveFolders();
                }

                results.Add(restoration.Restore(file));
            }
            catch (Exception exception) when (exception is GitException or IOException or UnauthorizedAccessException)
            {
                failures.Add($"{file.Path} ({exception.Message})");
            }
        }

        if (!areFoldersRemoved)
        {
            restoration.RemoveFolders();
        }

        results.Reverse();
        return failures.Count == 0 ? results : throw new GitException(
            $"Unstaged changes of {string.Join(", ", failures)} could not be put back yet. They are safe in {state.BackupRef}; "
            + "'firsttry recover', or any other command of firsttry, tries again.");
    }

    /// <summary>Clears away what copies that were cut short have left, so that every version lies where it belongs.</summary>
    public static void FinishCopies(IsolationState state, IsolationPlace place, Disk disk)
    {
        var swap = new Swap(place, disk, state.RunId);
        foreach (var file in state.Files)
        {
            swap.FinishCopy(file);
        }
    }

    /// <summary>
    /// Removes what lay in the git directory, when every file is back. The journal takes another name first: whoever goes on after a kill
    /// only clears away, for the files are their owner's again.
    /// </summary>
    public static void Discard(IsolationPlace place, Disk disk)
    {
        if (Disk.StatOf(place.Journal).Kind != FileKind.Absent)
        {
            disk.Rename(place.Journal, place.Finished);
        }

        foreach (var folder in place.Folders)
        {
            Clear(folder, disk);
        }

        disk.RemoveIfThere(place.Finished);
        disk.RemoveFolder(place.Folder);
    }

    private static void Clear(byte[] folder, Disk disk)
    {
        if (Disk.StatOf(folder).Kind != FileKind.Directory)
        {
            return;
        }

        var (files, folders) = (new List<byte[]>(), new List<byte[]>());
        using (var listing = FolderListing.TryOpen(LibC.CurrentDirectory, [.. folder, 0]))
        {
            while (listing is not null && listing.MoveNext())
            {
                (listing.Kind == FileKind.Directory ? folders : files).Add(DiskPath.Below(folder, listing.Name));
            }
        }

        files.ForEach(disk.Remove);
        folders.ForEach(inner => Clear(inner, disk));
        disk.RemoveFolder(folder);
    }
}
