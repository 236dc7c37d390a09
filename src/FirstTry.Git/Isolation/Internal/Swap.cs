using System;
using FirstTry.Git.Internal.Native;
using FirstTry.Graph;

namespace FirstTry.Git.Isolation.Internal;

/// <summary>
/// Lets the two versions of a file change places. Where the file system can, in one step that keeps both files themselves, with all that
/// belongs to them: there is no moment without a file, whoever saves meanwhile loses nothing, and a program that holds the file open goes on
/// writing into the one that comes back. Elsewhere, and across file systems, by a copy.
/// </summary>
internal sealed class Swap(IsolationPlace place, Disk disk, string runId)
{
    private const uint NewFolder = 0x1FF;

    /// <summary>Exchanges what lies at a path with what lies in the git directory.</summary>
    public void Exchange(HiddenFile file, byte[] stored)
    {
        var path = place.FileOf(file.Path);
        try
        {
            disk.Exchange(stored, path);
        }
        catch (DiskException failure) when (IsBeyondTheFileSystem(failure))
        {
            CopyAcross(file, stored, path, failure);
        }
    }

    /// <summary>Moves a file to where nothing lies.</summary>
    public void Move(HiddenFile file, byte[] from, byte[] to)
    {
        try
        {
            disk.MoveNew(from, to);
        }
        catch (DiskException failure) when (IsBeyondTheFileSystem(failure))
        {
            RefuseFolder(from, failure);
            var isIntoTree = to.AsSpan().SequenceEqual(place.FileOf(file.Path));
            var copy = isIntoTree ? BesideOf(file) : place.CopyOf(file);
            Copy(from, copy);
            if (Disk.StatOf(to).Kind != FileKind.Absent)
            {
                disk.Remove(copy);
                throw new DiskException(LibC.AlreadyExists, $"'{DiskPath.ToText(to)}'");
            }

            disk.Rename(copy, to);
            RemoveOrUndo(from, to);
        }
    }

    private void RemoveOrUndo(byte[] from, byte[] to)
    {
        try
        {
            disk.Remove(from);
        }
        catch (DiskException)
        {
            disk.Remove(to);
            throw;
        }
    }

    /// <summary>
    /// Makes the folders above a path. What stands in the place of one and is no folder is moved aside; returns its new path, or null.
    /// </summary>
    public RepoPath? MakeFoldersAbove(RepoPath path)
    {
        RepoPath? aside = null;
        for (var i = path.Bytes.AsSpan().IndexOf((byte)'/'); i > 0;)
        {
            var folder = new RepoPath(path.Bytes[..i]);
            if (Disk.StatOf(place.FileOf(folder)).Kind is not (FileKind.Directory or FileKind.Absent))
            {
                aside = MoveAside(folder);
            }

            disk.MakeFolder(place.FileOf(folder), NewFolder);
            var next = path.Bytes.AsSpan(i + 1).IndexOf((byte)'/');
            i = next < 0 ? -1 : i + 1 + next;
        }

        return aside;
    }

    /// <summary>Gives what lies at a path another name beside it, which is returned.</summary>
    public RepoPath MoveAside(RepoPath path)
    {
        for (var i = 0; ; i++)
        {
            var name = new RepoPath([.. path.Bytes, .. System.Text.Encoding.ASCII.GetBytes(i == 0 ? $".{runId}" : $".{runId}-{i}")]);
            if (Disk.StatOf(place.FileOf(name)).Kind == FileKind.Absent)
            {
                disk.Rename(place.FileOf(path), place.FileOf(name));
                return name;
            }
        }
    }

    /// <summary>Clears away what a copy that was cut short has left.</summary>
    public void FinishCopy(HiddenFile file)
    {
        var (copy, slot) = (place.CopyOf(file), place.SlotOf(file));
        disk.RemoveIfThere(BesideOf(file));
        if (Disk.StatOf(copy).Kind == FileKind.Absent)
        {
            return;
        }

        // The staged version in the slot says that the owner's was about to take its place there: the copy is the owner's.
        var isOwners = file.Staged is { } staged && staged.IsAt(slot) && file.User is { } user && user.IsAt(copy) && !user.IsAt(place.FileOf(file.Path));
        if (isOwners)
        {
            disk.Rename(copy, slot);
        }
        else
        {
            disk.Remove(copy);
        }
    }

    private void CopyAcross(HiddenFile file, byte[] stored, byte[] path, DiskException failure)
    {
        RefuseFolder(stored, failure);
        RefuseFolder(path, failure);
        var (copy, beside) = (place.CopyOf(file), BesideOf(file));
        var before = Disk.StatOf(path);
        Copy(path, copy);
        Copy(stored, beside);
        if (Disk.StatOf(path) != before)
        {
            disk.Remove(beside);
            disk.Remove(copy);
            throw new DiskException(LibC.TryAgain, $"'{DiskPath.ToText(path)}' is being written by another program");
        }

        disk.Rename(beside, path);
        disk.Rename(copy, stored);
    }

    private void Copy(byte[] from, byte[] to)
    {
        disk.RemoveIfThere(to);
        var stat = Disk.StatOf(from);
        if (stat.Kind == FileKind.Symlink)
        {
            disk.MakeLink(Disk.Read(from), to);
        }
        else
        {
            disk.Create(to, Disk.Read(from), stat.Mode, isFlushed: true);
        }

        disk.SetModified(to, stat.ModifiedNanoseconds);
    }

    private byte[] BesideOf(HiddenFile file)
    {
        var path = place.FileOf(file.Path);
        return DiskPath.Below(DiskPath.ParentOf(path), $".firsttry-{runId}-{file.Number}");
    }

    private static void RefuseFolder(byte[] path, DiskException failure)
    {
        if (Disk.StatOf(path).Kind is FileKind.Directory or FileKind.Other)
        {
            throw failure;
        }
    }

    private static bool IsBeyondTheFileSystem(DiskException failure) =>
        failure.Error is LibC.OtherFileSystem or LibC.InvalidArgument or LibC.NotImplemented or LibC.NotSupported;
}
