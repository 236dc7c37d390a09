using System;
using System.Collections.Generic;
using System.IO;
using FirstTry.Git.Internal.Native;
using FirstTry.Graph;

namespace FirstTry.Git.Isolation.Internal;

/// <summary>Puts all files back and clears away.</summary>
internal static class Restorations
{
    /// <summary>Puts files back in the order that undoes the hiding; one that fails does not keep the others.</summary>
    /// <exception cref="GitException">Some stay hidden.</exception>
    public static List<HiddenFileResult> GiveBack(IsolationState state, Restoration restoration)
    {
        var (results, failures, unfinished) = (new List<HiddenFileResult>(), new List<string>(), new List<RepoPath>());
        var areFoldersRemoved = false;
        for (var i = state.Files.Count - 1; i >= 0; i--)
        {
            var file = state.Files[i];

            // Files that were placed come last in the order of hiding; with them gone, links and files that stood for their folders can return.
            if (!areFoldersRemoved && file.User is not null)
            {
                areFoldersRemoved = true;
                Try(() => restoration.RemoveFolders(unfinished), failures);
            }

            if (!Try(() => results.Add(RestoreIfFree(restoration, file, unfinished)), failures))
            {
                unfinished.Add(file.Path);
            }
        }

        if (!areFoldersRemoved)
        {
            Try(() => restoration.RemoveFolders(unfinished), failures);
        }

        results.Reverse();
        return failures.Count == 0 ? results : throw new GitException(
            $"Unstaged changes could not be put back yet: {string.Join(" ", failures)} They are safe in {state.BackupRef}; "
            + "'firsttry recover', or any other command of firsttry, tries again.");
    }

    // A folder in which something could not be cleared away still stands where the owner has a file or a link; so does a file where the owner
    // has a folder.
    private static HiddenFileResult RestoreIfFree(Restoration restoration, HiddenFile file, List<RepoPath> unfinished)
    {
        foreach (var other in unfinished)
        {
            if (other == file.Path || IsBelow(other, file.Path) || IsBelow(file.Path, other))
            {
                throw new GitException($"'{other}' is still in the place of '{file.Path}'.");
            }
        }

        return restoration.Restore(file);
    }

    private static bool IsBelow(RepoPath path, RepoPath folder) =>
        path.Bytes.Length > folder.Bytes.Length && path.Bytes[folder.Bytes.Length] == (byte)'/' && path.Bytes.AsSpan().StartsWith(folder.Bytes);

    private static bool Try(Action action, List<string> failures)
    {
        try
        {
            action();
            return true;
        }
        catch (Exception exception) when (exception is GitException or IOException or UnauthorizedAccessException)
        {
            failures.Add(exception.Message);
            return false;
        }
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

        Clear(place.Folder, disk, place.Finished);
        disk.RemoveIfThere(place.Finished);
        disk.RemoveFolder(place.Folder);
    }

    private static void Clear(byte[] folder, Disk disk, byte[] kept)
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

        files.RemoveAll(file => file.AsSpan().SequenceEqual(kept));
        files.ForEach(disk.Remove);
        foreach (var inner in folders)
        {
            Clear(inner, disk, kept);
            disk.RemoveFolder(inner);
        }
    }
}
