using System;
using System.Collections.Generic;
using System.IO;
using FirstTry.Graph;

namespace FirstTry.Git.Internal.Index;

/// <summary>Compares the entries of an index with the files in the working tree; a file whose times alone differ is read. Threads may share it.</summary>
internal sealed class IndexComparison(string root, IndexFile index, DateTime written)
{
    private const uint TypeMask = 0xF000;
    private const uint RegularMode = 0x8000;
    private const uint OwnerExecutes = 0x40;
    private const int LargestRead = 64 << 20;
    private const long NanosecondsPerSecond = 1_000_000_000;
    private readonly byte[] _emptyBlob = Convert.FromHexString(ObjectFormat.WithIdLength(index.IdLength).EmptyBlob);
    private readonly long _written = (written - DateTime.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick;

    /// <summary>The files whose bytes, type or mode are not those of the index; whether that is a change is git's to say.</summary>
    public List<RepoPath> Doubtful { get; } = [];

    /// <summary>Those among them that git was told not to look at, and would not report.</summary>
    public List<RepoPath> Overlooked { get; } = [];

    /// <summary>Takes note of a file that is not as the index says.</summary>
    public void Judge(int place, in FileStat status)
    {
        var entry = index[place];
        if (!IsSame(place, entry, status))
        {
            lock (Doubtful)
            {
                (entry.IsTrusted || entry.IsSkipWorktree ? Overlooked : Doubtful).Add(PathOf(place));
            }
        }
    }

    /// <summary>Whether a file is as the index says, without a note of it.</summary>
    public bool IsSame(int place, in FileStat status) => IsSame(place, index[place], status);

    private bool IsSame(int place, in IndexEntry entry, in FileStat status)
    {
        if (entry.IsGitlink)
        {
            return true;
        }

        if (status.Mode == 0)
        {
            return entry.IsSkipWorktree;
        }

        return entry is { Stage: 0, IsIntentToAdd: false }
            && HasSameMode(entry, status)
            && ((HasSameStat(entry, status) && !IsRacy(entry) && !IsMarked(place, entry)) || (CanBeSame(entry, status) && HasSameContent(place)));
    }

    // The index knows 0644 and 0755. Where file modes mean nothing (core.fileMode=false) git says so when it is asked.
    private static bool HasSameMode(in IndexEntry entry, in FileStat status) =>
        (entry.Mode & TypeMask) == (status.Mode & TypeMask)
        && ((entry.Mode & TypeMask) != RegularMode || (entry.Mode & OwnerExecutes) == (status.Mode & OwnerExecutes));

    private static bool HasSameStat(in IndexEntry entry, in FileStat status) =>
        entry.Size == (uint)status.Size
        && IsTime(entry.ModifySeconds, entry.ModifyNanoseconds, status.ModifiedNanoseconds)
        && IsTime(entry.ChangeSeconds, entry.ChangeNanoseconds, status.ChangedNanoseconds)
        && entry.Inode == (uint)status.Inode;

    private static bool IsTime(uint seconds, uint nanoseconds, long time)
    {
        // Up to the year 2106 nothing is cut off, and no division is needed.
        if ((seconds * NanosecondsPerSecond) + nanoseconds == time)
        {
            return true;
        }

        var (whole, rest) = Math.DivRem(time - nanoseconds, NanosecondsPerSecond);
        return rest == 0 && (uint)whole == seconds;
    }

    // git writes the size 0 for a file that it could not tell apart by its times.
    private bool IsMarked(int place, in IndexEntry entry) => entry.Size == 0 && !index.IdOf(place).SequenceEqual(_emptyBlob);

    // A file too large to be read here is git's to compare.
    private static bool CanBeSame(in IndexEntry entry, in FileStat status) =>
        status.Size <= LargestRead && (entry.Size == 0 || entry.Size == (uint)status.Size);

    // A file written in the same instant as the index, or later, can have changed again without a trace in its times.
    private bool IsRacy(in IndexEntry entry) => (entry.ModifySeconds * NanosecondsPerSecond) + entry.ModifyNanoseconds >= _written;

    private bool HasSameContent(int place)
    {
        try
        {
            return index.IdLength == Sha1.Length && index.IdOf(place).SequenceEqual(Sha1.OfBlob(WorktreeFiles.Read(root, PathOf(place))));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private RepoPath PathOf(int place) => new(index.NameOf(place).ToArray());
}
