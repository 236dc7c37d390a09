using System;
using System.Runtime.InteropServices;

namespace FirstTry.Git.Internal.Native;

/// <summary>The names in a folder, as bytes, without <c>.</c> and <c>..</c>; source of the layout: readdir(3), on 64-bit Linux.</summary>
internal sealed unsafe class FolderListing : IDisposable
{
    private const int TypeOffset = 18;
    private const int NameOffset = 19;
    private const byte TypeUnknown = 0;
    private readonly int _descriptor;
    private readonly nint _listing;
    private byte* _entry;

    private FolderListing(int descriptor, nint listing)
    {
        _descriptor = descriptor;
        _listing = listing;
    }

    /// <summary>The name last read; valid until the next one.</summary>
    public ReadOnlySpan<byte> Name => MemoryMarshal.CreateReadOnlySpanFromNullTerminated(_entry + NameOffset);

    /// <summary>What bears that name; links are not followed.</summary>
    public FileKind Kind => _entry[TypeOffset] switch
    {
        TypeUnknown => KindByStatus(),
        4 => FileKind.Directory,
        8 => FileKind.File,
        10 => FileKind.Symlink,
        _ => FileKind.Other,
    };

    /// <summary>Opens a folder, which must not be a link; null when it cannot be read.</summary>
    /// <param name="path">The path from <paramref name="directory"/>, ended with a NUL byte.</param>
    public static FolderListing? TryOpen(int directory, ReadOnlySpan<byte> path)
    {
        fixed (byte* name = path)
        {
            var descriptor = LibC.OpenAt(directory, name, LibC.CloseOnExec | LibC.OpenNoLink, 0);
            var listing = descriptor < 0 ? 0 : LibC.OpenListing(descriptor);
            return listing == 0 ? null : new FolderListing(descriptor, listing);
        }
    }

    /// <summary>Goes to the next name.</summary>
    public bool MoveNext()
    {
        do
        {
            _entry = LibC.ReadListing(_listing);
        }
        while (_entry != null && (Name.SequenceEqual("."u8) || Name.SequenceEqual(".."u8)));

        return _entry != null;
    }

    /// <inheritdoc />
    public void Dispose() => _ = LibC.CloseListing(_listing);

    private FileKind KindByStatus()
    {
        FileStatus status;
        return LibC.StatusOnly(_descriptor, _entry + NameOffset, LibC.DoNotFollow, LibC.BasicStatus, &status) == 0
            ? status.ToStat().Kind
            : FileKind.Absent;
    }
}
