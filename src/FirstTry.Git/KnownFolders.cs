using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using FirstTry.Git.Internal.Index;

namespace FirstTry.Git;

/// <summary>
/// Folders of a working tree in which there was nothing but what the index has. A folder that the file system describes in the same way, for which
/// the index has the same names, need not be read: nothing can be made, removed or renamed in it without a change of its times.
/// </summary>
/// <param name="oldBefore">In nanoseconds since 1970: what changed later may change again within the same tick of the file system's clock.</param>
public sealed class KnownFolders(long oldBefore)
{
    private readonly HashSet<UInt128> _earlier = [];
    private readonly HashSet<UInt128> _current = [];

    /// <summary>How many folders had to be read all the same.</summary>
    public int Read { get; private set; }

    /// <summary>Whether something was learned that no earlier look knew.</summary>
    public bool HasNews { get; private set; }

    /// <summary>The folders that the looks since the start found to be so, each as a number that nothing else has.</summary>
    public IReadOnlyCollection<UInt128> Current => _current;

    /// <summary>Adds what an earlier run knew.</summary>
    public void AddEarlier(IReadOnlyList<UInt128> folders)
    {
        _earlier.EnsureCapacity(folders.Count);
        _current.EnsureCapacity(folders.Count);
        for (var i = 0; i < folders.Count; i++)
        {
            _earlier.Add(folders[i]);
        }
    }

    /// <summary>Whether a folder is known to hold these names and nothing else; if not, it is going to be read.</summary>
    internal bool Holds(ReadOnlySpan<byte> path, FileStat stat, NameSum names)
    {
        var folder = NumberOf(path, stat, names);
        if (stat.Kind == FileKind.Directory && (_current.Contains(folder) || (_earlier.Contains(folder) && _current.Add(folder))))
        {
            return true;
        }

        Read++;
        return false;
    }

    /// <summary>Notes that a folder holds these names and nothing else.</summary>
    /// <param name="stat">As it was before the folder was read.</param>
    internal void Add(ReadOnlySpan<byte> path, FileStat stat, NameSum names)
    {
        if (stat.Kind == FileKind.Directory && stat.Inode != 0 && Math.Max(stat.ModifiedNanoseconds, stat.ChangedNanoseconds) <= oldBefore)
        {
            HasNews |= _current.Add(NumberOf(path, stat, names));
        }
    }

    private static UInt128 NumberOf(ReadOnlySpan<byte> path, FileStat stat, NameSum names)
    {
        ReadOnlySpan<ulong> facts =
        [
            stat.Device, stat.Inode, (ulong)stat.ModifiedNanoseconds, (ulong)stat.ChangedNanoseconds, names.First, names.Second, (ulong)names.Count,
        ];
        var sum = default(NameSum).With(path, isFolder: true).With(MemoryMarshal.AsBytes(facts), isFolder: false);
        return new UInt128(sum.First, sum.Second);
    }
}
