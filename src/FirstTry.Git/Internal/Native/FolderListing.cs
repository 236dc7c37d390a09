using System;
using System.Runtime.InteropServices;

namespace FirstTry.Git.Internal.Native;

/// <summary>
/// The names in a folder, as bytes, without <c>.</c> and <c>..</c>. The kernel is asked directly: the C library would ask for the state of the
/// folder first and allocate for each. Source of the layout: getdents64(2).
/// </summary>
internal sealed unsafe class FolderListing : IDisposable
{
    private const int BufferLength = 32 * 1024;
    private const int LengthOffset = 16;
    private const int TypeOffset = 18;
    private const int NameOffset = 19;
    private const byte TypeUnknown = 0;
    private readonly int _descriptor;
    private readonly byte* _buffer;
    private byte* _entry;
    private byte* _next;
    private byte* _end;

    private FolderListing(int descriptor)
    {
        _descriptor = descriptor;
        _buffer = (byte*)NativeMemory.Alloc(BufferLength);
        _next = _end = _buffer;
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
            return descriptor < 0 ? null : new FolderListing(descriptor);
        }
    }

    /// <summary>Goes to the next name.</summary>
    public bool MoveNext()
    {
        do
        {
            if (_next == _end && !TryFill())
            {
                return false;
            }

            _entry = _next;
            _next += *(ushort*)(_entry + LengthOffset);
        }
        while (_entry[NameOffset] == (byte)'.' && (Name.SequenceEqual("."u8) || Name.SequenceEqual(".."u8)));

        return true;
    }

    /// <summary>Begins again.</summary>
    public void Rewind()
    {
        _ = LibC.Seek(_descriptor, 0, 0);
        _next = _end;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        NativeMemory.Free(_buffer);
        _ = LibC.Close(_descriptor);
    }

    // An error is the end: what was not read is not there, as with readdir.
    private bool TryFill()
    {
        var length = LibC.ReadFolder(_descriptor, _buffer, BufferLength);
        _next = _buffer;
        _end = _buffer + Math.Max(0, length);
        return length > 0;
    }

    private FileKind KindByStatus()
    {
        FileStatus status;
        return LibC.StatusOnly(_descriptor, _entry + NameOffset, LibC.DoNotFollow, LibC.BasicStatus, &status) == 0
            ? status.ToStat().Kind
            : FileKind.Absent;
    }
}
