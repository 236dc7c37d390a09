using System;
using FirstTry.Git.Internal.Native;

namespace FirstTry.Git.Internal.Index;

/// <summary>
/// Notices where a folder of the index has become a symbolic link: the files are then found behind it, with their times, though git holds
/// them for deleted. Paths come in the order of the index, so that each folder is looked at once.
/// </summary>
/// <param name="root">A descriptor of the working tree's top.</param>
internal sealed unsafe class FolderTrail(int root)
{
    private const int LongestPath = 4096;
    private readonly byte[] _known = new byte[LongestPath];
    private int _knownLength;

    /// <summary>False when a symbolic link stands in the place of a folder above this path.</summary>
    public bool IsPlain(ReadOnlySpan<byte> path)
    {
        var folder = path[..(path.LastIndexOf((byte)'/') + 1)];
        if (folder.Length > LongestPath)
        {
            return false;
        }

        var same = folder.CommonPrefixLength(_known.AsSpan(0, _knownLength));
        same = folder[..same].LastIndexOf((byte)'/') + 1;
        if (same == folder.Length)
        {
            return true;
        }

        folder[same..].CopyTo(_known.AsSpan(same));
        _knownLength = same;
        while (_knownLength < folder.Length)
        {
            var end = _knownLength + folder[_knownLength..].IndexOf((byte)'/');
            if (IsLink(end))
            {
                return false;
            }

            _knownLength = end + 1;
        }

        return true;
    }

    private bool IsLink(int end)
    {
        _known[end] = 0;
        FileStatus status;
        fixed (byte* name = _known)
        {
            var isLink = LibC.Status(root, name, LibC.DoNotFollow, LibC.BasicStatus, &status) == 0 && status.Type == LibC.SymbolicLink;
            _known[end] = (byte)'/';
            return isLink;
        }
    }
}
