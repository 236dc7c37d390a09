using System;
using System.IO;
using FirstTry.Git.Internal.Index;

namespace FirstTry.Git.Isolation.Internal;

/// <summary>By what a file is known again: its place on disk, and its content.</summary>
/// <param name="Stat">What the file system said.</param>
/// <param name="Digest">The SHA-1 of the content as of a blob; empty for a folder.</param>
internal sealed record FileMark(FileStat Stat, byte[] Digest)
{
    /// <summary>A mark of what lies at a path; null when nothing does.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static FileMark? Of(byte[] path)
    {
        var stat = Disk.StatOf(path);
        return stat.Kind switch
        {
            FileKind.Absent => null,
            FileKind.Directory or FileKind.Other => new FileMark(stat, []),
            _ => new FileMark(stat, Sha1.OfBlob(Disk.Read(path))),
        };
    }

    /// <summary>Whether the same kind of file with the same content lies at a path, wherever it came from.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public bool IsAt(byte[] path)
    {
        var stat = Disk.StatOf(path);
        return stat.Kind == Stat.Kind
            && (stat.Kind is FileKind.Directory or FileKind.Other ? IsPlaceOf(stat)
                : stat.Size == Stat.Size && Sha1.OfBlob(Disk.Read(path)).AsSpan().SequenceEqual(Digest));
    }

    /// <summary>Whether this is the very same file on disk, whatever its content now.</summary>
    public bool IsPlaceOf(FileStat stat) => stat.Inode == Stat.Inode && stat.Device == Stat.Device && stat.Kind != FileKind.Absent;
}
