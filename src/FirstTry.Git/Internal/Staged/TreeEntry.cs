using System;

namespace FirstTry.Git.Internal.Staged;

/// <summary>An entry of a tree object, <c>"mode name" NUL id</c>. Source: git's fsck.c and tree-walk.c.</summary>
internal readonly ref struct TreeEntry
{
    private const uint TypeMask = 0xF000;
    private const uint FolderType = 0x4000;
    private const uint FileType = 0x8000;
    private const uint LinkType = 0xA000;
    private const uint SubmoduleType = 0xE000;
    private const uint OwnerExecutes = 0x40;

    private TreeEntry(uint mode, ReadOnlySpan<byte> name, ReadOnlySpan<byte> id)
    {
        Mode = mode;
        Name = name;
        Id = id;
    }

    /// <summary>As the index would have it: trees of early days have modes such as 0664.</summary>
    public uint Mode { get; }

    public ReadOnlySpan<byte> Name { get; }

    public ReadOnlySpan<byte> Id { get; }

    public bool IsFolder => (Mode & TypeMask) == FolderType;

    public bool IsSubmodule => (Mode & TypeMask) == SubmoduleType;

    /// <summary>Takes the first entry off a tree; false when there is none that can be understood.</summary>
    public static bool TryTake(scoped ref ReadOnlySpan<byte> tree, int idLength, out TreeEntry entry)
    {
        entry = default;
        var space = tree.IndexOf((byte)' ');
        var name = space < 0 ? [] : tree[(space + 1)..];
        var end = name.IndexOf((byte)0);
        if (!TryReadMode(tree[..Math.Max(0, space)], out var mode) || end <= 0 || name[..end].Contains((byte)'/') || name.Length < end + 1 + idLength)
        {
            return false;
        }

        entry = new TreeEntry(mode, name[..end], name.Slice(end + 1, idLength));
        tree = name[(end + 1 + idLength)..];
        return true;
    }

    /// <summary>The order of names in trees and in the index: a folder's ends with a slash.</summary>
    public static int Compare(ReadOnlySpan<byte> left, bool leftIsFolder, ReadOnlySpan<byte> right, bool rightIsFolder)
    {
        var length = Math.Min(left.Length, right.Length);
        var order = left[..length].SequenceCompareTo(right[..length]);
        return order != 0 ? order : ByteAt(left, length, leftIsFolder) - ByteAt(right, length, rightIsFolder);
    }

    private static int ByteAt(ReadOnlySpan<byte> name, int place, bool isFolder) =>
        place < name.Length ? name[place] : isFolder ? '/' : 0;

    private static bool TryReadMode(ReadOnlySpan<byte> digits, out uint mode)
    {
        mode = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'7' || mode > TypeMask)
            {
                return false;
            }

            mode = (mode * 8) + digit - '0';
        }

        mode = (mode & TypeMask) switch
        {
            FileType => FileType | ((mode & OwnerExecutes) != 0 ? 0x1EDu : 0x1A4u),
            LinkType => LinkType,
            FolderType => FolderType,
            _ => SubmoduleType,
        };
        return digits.Length > 0;
    }
}
