using System;
using System.Collections.Generic;
using FirstTry.Git.Internal;
using FirstTry.Graph;
using FirstTry.Processes;

namespace FirstTry.Git.Isolation.Internal;

/// <summary>
/// Brings fixes of staged content together with what the owner did to the same files: a three-way merge, by git, of what is in the index,
/// what the check made of it, and the owner's file. All three are as in the working tree, so that filters and line ends are the same.
/// </summary>
internal sealed class FixMerger(Worktree worktree, EnvironmentBlock environment, IsolationPlace place, Disk disk, string runId)
{
    private const uint Executes = 0x49;
    private const uint Reads = 0x124;
    private const int LooksBinaryWithin = 8000;
    private readonly LineMerge _lines = new(new GitCommand(worktree, environment), place, disk);

    /// <summary>Writes the index's content of files; returns the folder.</summary>
    public byte[] WriteBase(IReadOnlyList<RepoPath> paths, int round)
    {
        var folder = DiskPath.Below(place.Merge, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{round}"));
        disk.MakeFolder(folder);
        disk.Faults.Step("staged content", () => StagedContent.Write(worktree, environment, paths, DiskPath.ToText(folder)));
        return folder;
    }

    /// <summary>Works out the owner's version with the fix, and lays it ready.</summary>
    /// <param name="original">Where the index's content lies.</param>
    /// <returns>Why it cannot be; null when it is done.</returns>
    public string? TryMerge(HiddenFile file, byte[] original)
    {
        var fixedPath = place.FileOf(file.Path);
        var owners = file.Merged is null ? place.SlotOf(file) : place.MergedOf(file);
        var (before, mended, own) = (Disk.StatOf(original), Disk.StatOf(fixedPath), Disk.StatOf(owners));
        if (mended.Kind is FileKind.Absent or FileKind.Directory or FileKind.Other)
        {
            return mended.Kind == FileKind.Absent ? "the check removed it" : "the check put something else in its place";
        }

        if (IsSame(fixedPath, mended, owners, own))
        {
            return Lay(file, Disk.Read(fixedPath), own);
        }

        if (!IsText(before) || !IsText(mended) || !IsText(own))
        {
            return "it is a link or a folder on one side";
        }

        var (theBase, ours, theirs) = (Disk.Read(original), Disk.Read(fixedPath), Disk.Read(owners));
        var merged = ours.AsSpan().SequenceEqual(theBase) ? theirs
            : theirs.AsSpan().SequenceEqual(theBase) || theirs.AsSpan().SequenceEqual(ours) ? ours
            : IsBinary(ours) || IsBinary(theirs) ? null
            : _lines.Merge(theBase, ours, theirs);
        return merged is not null ? Lay(file, merged, own with { Mode = MergedMode(before.Mode, mended.Mode, own.Mode) })
            : IsBinary(ours) || IsBinary(theirs) ? "the file is binary, and the fix and the unstaged changes cannot be brought together"
            : "the fix touches lines that have unstaged changes";
    }

    /// <summary>Puts the index's content back in the place of a fix, which <paramref name="preserve"/> is given first.</summary>
    public void PutBack(HiddenFile file, byte[]? original, Action<byte[]> preserve)
    {
        var path = place.FileOf(file.Path);
        var kind = Disk.StatOf(path).Kind;
        var swap = new Swap(place, disk, runId);
        if (kind is FileKind.Directory or FileKind.Other)
        {
            swap.MoveAside(file.Path);
        }
        else if (kind != FileKind.Absent)
        {
            preserve(path);
        }

        if (original is null)
        {
            disk.RemoveIfThere(path);
        }
        else if (Disk.StatOf(path).Kind == FileKind.Absent)
        {
            swap.MakeFoldersAbove(file.Path);
            swap.Move(file, original, path);
        }
        else
        {
            swap.Exchange(file, original);
        }

        file.Placed = Disk.StatOf(path);
    }

    // As git tells them apart.
    private static bool IsBinary(byte[] content) => content.AsSpan(0, Math.Min(content.Length, LooksBinaryWithin)).Contains((byte)0);

    private static bool IsText(FileStat stat) => stat.Kind is FileKind.File or FileKind.Executable;

    private static bool IsSame(byte[] left, FileStat leftStat, byte[] right, FileStat rightStat) =>
        leftStat.Kind == rightStat.Kind && leftStat.Size == rightStat.Size && Disk.Read(left).AsSpan().SequenceEqual(Disk.Read(right));

    private string? Lay(HiddenFile file, byte[] content, FileStat like)
    {
        var (target, temporary) = (place.MergedOf(file), DiskPath.Below(place.Merge, "new"));
        disk.RemoveIfThere(temporary);
        if (like.Kind == FileKind.Symlink)
        {
            disk.MakeLink(content, temporary);
        }
        else
        {
            disk.Create(temporary, content, like.Mode, isFlushed: true);
        }

        disk.Rename(temporary, target);
        return null;
    }

    // The owner's permissions, except that what the check did to the executable bit counts.
    private static uint MergedMode(uint before, uint mended, uint own)
    {
        if (((before ^ mended) & Executes) == 0)
        {
            return own;
        }

        return (mended & Executes) == 0 ? own & ~Executes : own | ((own & Reads) >> 2);
    }
}
