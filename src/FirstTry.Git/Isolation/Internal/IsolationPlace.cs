using System.Collections.Generic;
using System.Globalization;
using System.Text;
using FirstTry.Git.Internal.Native;
using FirstTry.Graph;

namespace FirstTry.Git.Isolation.Internal;

/// <summary>Where things lie while files are hidden: a folder in this worktree's git directory, which exists only meanwhile.</summary>
internal sealed class IsolationPlace
{
    private readonly byte[] _root;
    private readonly byte[] _held;

    /// <param name="runId">
    /// Names the run, whose files have a folder of their own: a git that outlived its run may still write into that. Empty where only the
    /// journal matters.
    /// </param>
    public IsolationPlace(Worktree worktree, string runId = "")
    {
        _root = DiskPath.Of(worktree.Root);
        Home = DiskPath.Below(DiskPath.Of(worktree.GitDirectory), "firsttry");
        Folder = DiskPath.Below(Home, "isolation");
        Journal = DiskPath.Below(Folder, "journal");
        Finished = DiskPath.Below(Folder, "finished");
        var own = DiskPath.Below(Folder, runId);
        Staged = DiskPath.Below(own, "staged");
        _held = DiskPath.Below(own, "held");
        Merge = DiskPath.Below(own, "merge");
        NewJournal = DiskPath.Below(own, "journal");
        Folders = [Home, Folder, own, Staged, _held, Merge];
    }

    /// <summary>What all of FirstTry keeps in this git directory.</summary>
    public byte[] Home { get; }

    public byte[] Folder { get; }

    public byte[] Journal { get; }

    /// <summary>The journal until all of it is on the disk.</summary>
    public byte[] NewJournal { get; }

    /// <summary>The journal once everything is back: what else lies there is of no use any more.</summary>
    public byte[] Finished { get; }

    /// <summary>Where git writes staged content.</summary>
    public byte[] Staged { get; }

    /// <summary>Where fixes and changes are brought together.</summary>
    public byte[] Merge { get; }

    /// <summary>All of them, outer ones first.</summary>
    public byte[][] Folders { get; }

    /// <summary>A path in the working tree.</summary>
    public byte[] FileOf(RepoPath path) => DiskPath.Below(_root, path.Bytes);

    /// <summary>Where the other one of a file's two versions lies: the staged one before it is hidden, the owner's while it is.</summary>
    public byte[] SlotOf(HiddenFile file) => file.Staged is null ? HeldOf(file, "") : DiskPath.Below(Staged, file.Path.Bytes);

    /// <summary>Where a copy lies for a moment, on file systems that cannot exchange two files.</summary>
    public byte[] CopyOf(HiddenFile file) => HeldOf(file, ".copy");

    /// <summary>Where the owner's version together with the fix waits.</summary>
    public byte[] MergedOf(HiddenFile file) => HeldOf(file, ".merged");

    /// <summary>The numbers of the processes whose folders lie here; their names are told by the time, the process and chance.</summary>
    public List<int> FindOwners()
    {
        var owners = new List<int>();
        using var listing = FolderListing.TryOpen(LibC.CurrentDirectory, [.. Folder, 0]);
        while (listing is not null && listing.MoveNext())
        {
            if (Encoding.ASCII.GetString(listing.Name).Split('-') is [_, var process, _]
                && int.TryParse(process, NumberStyles.None, CultureInfo.InvariantCulture, out var owner) && owner != LibC.GetProcessId())
            {
                owners.Add(owner);
            }
        }

        return owners;
    }

    private byte[] HeldOf(HiddenFile file, string ending) =>
        DiskPath.Below(_held, file.Number.ToString(CultureInfo.InvariantCulture) + ending);
}
