using System;
using System.Collections.Generic;
using FirstTry.Git.Internal.Native;

namespace FirstTry.Git.Internal.Index;

/// <summary>
/// Goes from folder to folder in the order of the index and keeps those on the way open, so that the kernel finds each file from its own
/// folder by one name. A folder that has become a symbolic link is not entered: the files would be found behind it, with their times, though
/// git holds them for deleted.
/// </summary>
/// <param name="root">A descriptor of the working tree's top.</param>
/// <param name="movesThread">
/// Whether the calling thread has a current directory of its own and goes along: then the kernel need not look up and hold the folder's
/// descriptor for each file, a sixth of the whole call.
/// </param>
internal sealed unsafe class FolderWalk(int root, bool movesThread) : IDisposable
{
    private const int LongestPath = 4096;
    private readonly int _root = root;
    private readonly byte[] _path = new byte[LongestPath];
    private readonly Stack<(int End, int Descriptor)> _open = new();

    private int _folder = root;

    // A thread stands at the top when it begins; where it may not go, nothing is found either.
    private bool _isThere = true;

    /// <summary>The folder entered last, as the calls of this thread name it.</summary>
    public int Folder => movesThread ? LibC.CurrentDirectory : _folder;

    /// <summary>How many bytes of a path lead to that folder, the last slash included.</summary>
    public int Length { get; private set; }

    /// <summary>Enters the folder of a file; false when there is none, or something else stands in its place.</summary>
    public bool TryEnter(ReadOnlySpan<byte> path)
    {
        var folder = path[..(path.LastIndexOf((byte)'/') + 1)];
        if (folder.SequenceEqual(_path.AsSpan(0, Length)))
        {
            return _isThere;
        }

        if (folder.Length >= LongestPath)
        {
            return false;
        }

        LeaveUpTo(folder);
        folder[Length..].CopyTo(_path.AsSpan(Length));
        while (Length < folder.Length && TryDescend(Length + folder[Length..].IndexOf((byte)'/')))
        {
        }

        _isThere = !movesThread || LibC.ChangeFolder(_folder) == 0;
        return _isThere && Length == folder.Length;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        while (_open.TryPop(out var folder))
        {
            _ = LibC.Close(folder.Descriptor);
        }
    }

    private void LeaveUpTo(ReadOnlySpan<byte> folder)
    {
        while (!folder.StartsWith(_path.AsSpan(0, Length)))
        {
            _ = LibC.Close(_open.Pop().Descriptor);
            (Length, _folder) = _open.TryPeek(out var above) ? above : (0, _root);
        }
    }

    private bool TryDescend(int end)
    {
        _path[end] = 0;
        int descriptor;
        fixed (byte* name = &_path[Length])
        {
            descriptor = LibC.OpenAt(_folder, name, LibC.OpenFolder | LibC.OpenNoLink, 0);
        }

        _path[end] = (byte)'/';
        if (descriptor < 0)
        {
            return false;
        }

        (Length, _folder) = (end + 1, descriptor);
        _open.Push((Length, _folder));
        return true;
    }
}
