using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Threading;
using FirstTry.Git.Internal.Native;
using FirstTry.Graph;

namespace FirstTry.Git.Internal.Index;

/// <summary>Compares every entry of an index with the file in the working tree.</summary>
internal sealed unsafe class IndexComparison(Worktree worktree, IndexFile index, DateTime written, int threads)
{
    // A look at a file costs 1 to 2 µs, a thread 100: two threads pay from a few hundred files on.
    private const int EntriesPerThread = 2_000;
    private const int EntriesPerTurn = 256;
    private const uint RegularMode = 0x8000;
    private const int LargestRead = 64 << 20;
    private readonly byte[] _emptyBlob = Convert.FromHexString(ObjectFormat.WithIdLength(index.IdLength).EmptyBlob);
    private readonly byte[] _root = Encoding.UTF8.GetBytes(worktree.Root + "\0");
    private int _taken;

    /// <summary>The files whose bytes, type or mode are not those of the index; whether that is a change is git's to say.</summary>
    public List<RepoPath> Doubtful { get; } = [];

    /// <summary>Those among them that git was told not to look at, and would not report.</summary>
    public List<RepoPath> Overlooked { get; } = [];

    /// <summary>Looks at every file; one whose times alone differ is read and compared.</summary>
    public void Run()
    {
        var count = Math.Clamp(index.Entries.Length / EntriesPerThread, 1, Math.Max(1, threads));
        var helpers = new Thread[count - 1];
        for (var i = 0; i < helpers.Length; i++)
        {
            helpers[i] = new Thread(Compare, maxStackSize: 256 * 1024) { IsBackground = true };
            helpers[i].Start();
        }

        Compare();
        foreach (var helper in helpers)
        {
            helper.Join();
        }
    }

    // Each thread takes the next few entries: processors are shared with git and the checks, and equal halves would not end together.
    private void Compare()
    {
        fixed (byte* root = _root, names = index.Names)
        {
            var folder = LibC.Open(root, LibC.OpenFolder, 0);
            var trail = new FolderTrail(folder);
            for (var first = TakeTurn(); first < index.Entries.Length; first = TakeTurn())
            {
                var end = Math.Min(first + EntriesPerTurn, index.Entries.Length);
                for (var i = first; i < end; i++)
                {
                    if (!IsSame(folder, trail, names, index.Entries[i]))
                    {
                        Report(index.Entries[i]);
                    }
                }
            }

            _ = LibC.Close(folder);
        }
    }

    private int TakeTurn() => Interlocked.Add(ref _taken, EntriesPerTurn) - EntriesPerTurn;

    private bool IsSame(int folder, FolderTrail trail, byte* names, in IndexEntry entry)
    {
        if (entry.IsGitlink)
        {
            return true;
        }

        FileStatus status;
        if (LibC.Status(folder, names + entry.Name, LibC.DoNotFollow, LibC.BasicStatus, &status) != 0)
        {
            return entry.IsSkipWorktree;
        }

        return entry is { Stage: 0, IsIntentToAdd: false }
            && trail.IsPlain(new ReadOnlySpan<byte>(names + entry.Name, entry.NameLength))
            && HasSameMode(entry, status)
            && ((HasSameStat(entry, status) && !IsRacy(entry) && !IsMarked(entry)) || (CanBeSame(entry, status) && HasSameContent(entry)));
    }

    // The index knows 0644 and 0755. Where file modes mean nothing (core.fileMode=false) git says so when it is asked.
    private static bool HasSameMode(in IndexEntry entry, in FileStatus status) =>
        (entry.Mode & 0xF000) == (uint)status.Type
        && ((entry.Mode & 0xF000) != RegularMode || ((entry.Mode & 0x40) != 0) == status.IsExecutable);

    private static bool HasSameStat(in IndexEntry entry, in FileStatus status) =>
        entry.Size == (uint)status.Size
        && entry.ModifySeconds == (uint)status.ModifySeconds
        && entry.ModifyNanoseconds == status.ModifyNanoseconds
        && entry.ChangeSeconds == (uint)status.ChangeSeconds
        && entry.ChangeNanoseconds == status.ChangeNanoseconds
        && entry.Inode == (uint)status.Inode;

    // git writes the size 0 for a file that it could not tell apart by its times.
    private bool IsMarked(in IndexEntry entry) =>
        entry.Size == 0 && !index.Content.AsSpan(entry.Id, index.IdLength).SequenceEqual(_emptyBlob);

    // A file too large to be read here is git's to compare.
    private static bool CanBeSame(in IndexEntry entry, in FileStatus status) =>
        status.Size <= LargestRead && (entry.Size == 0 || entry.Size == (uint)status.Size);

    // A file written in the same instant as the index, or later, can have changed again without a trace in its times.
    private bool IsRacy(in IndexEntry entry)
    {
        var modified = DateTime.UnixEpoch.AddSeconds(entry.ModifySeconds).AddTicks(entry.ModifyNanoseconds / 100);
        return modified >= written;
    }

    private bool HasSameContent(in IndexEntry entry)
    {
        try
        {
            return index.IdLength == Sha1.Length
                && index.Content.AsSpan(entry.Id, Sha1.Length).SequenceEqual(Sha1.OfBlob(WorktreeFiles.Read(worktree.Root, PathOf(entry))));
        }
        catch (IOException)
        {
            return false;
        }
    }

    private void Report(in IndexEntry entry)
    {
        lock (Doubtful)
        {
            (entry.IsTrusted || entry.IsSkipWorktree ? Overlooked : Doubtful).Add(PathOf(entry));
        }
    }

    private RepoPath PathOf(in IndexEntry entry) => new(index.Names.AsSpan(entry.Name, entry.NameLength).ToArray());
}
