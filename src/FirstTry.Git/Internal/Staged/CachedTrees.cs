using System;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Collections.Generic;
using FirstTry.Git.Internal.Index;
using FirstTry.Graph;

namespace FirstTry.Git.Internal.Staged;

/// <summary>
/// The ids of the trees that folders of an index would be written as, where git knows them: its extension TREE. What was staged since has
/// taken them from its folders. Source: gitformat-index(5), "Cache tree".
/// </summary>
internal sealed class CachedTrees
{
    /// <summary>The number of no folder.</summary>
    public const int None = -1;

    private readonly IndexFile _index;
    private readonly List<Node> _nodes = [];

    private CachedTrees(IndexFile index) => _index = index;

    /// <summary>The number of the root; <see cref="None"/> where the index has no such extension, or one that is not understood.</summary>
    public int Root => _nodes.Count > 0 ? 0 : None;

    /// <summary>Reads what an index has.</summary>
    public static CachedTrees Of(IndexFile index)
    {
        var trees = new CachedTrees(index);
        var (position, end) = Find(index);
        if (end > position && !trees.TryRead(position, end))
        {
            trees._nodes.Clear();
        }

        return trees;
    }

    /// <summary>The id of a folder with this many entries; empty where it is not known.</summary>
    public ReadOnlySpan<byte> IdOf(int folder, int entries) =>
        folder != None && _nodes[folder] is { Id: > 0 } node && node.Entries == entries
            ? _index.Content.Slice(node.Id, _index.IdLength)
            : [];

    /// <summary>The numbers of the folders in a folder, by their names.</summary>
    public Dictionary<RepoPath, int> FoldersIn(int folder)
    {
        var folders = new Dictionary<RepoPath, int>();
        for (var i = folder + 1; folder != None && i < _nodes[folder].Next; i = _nodes[i].Next)
        {
            folders[new RepoPath(_index.Content.Slice(_nodes[i].Name, _nodes[i].NameLength).ToArray())] = i;
        }

        return folders;
    }

    // IndexFile has made sure that the extensions lie within the file.
    private static (int Position, int End) Find(IndexFile index)
    {
        var content = index.Content;
        for (var position = index.EntriesEnd; position + 8 <= content.Length - index.IdLength;)
        {
            var length = (int)BinaryPrimitives.ReadUInt32BigEndian(content[(position + 4)..]);
            if (content.Slice(position, 4).SequenceEqual("TREE"u8))
            {
                return (position + 8, position + 8 + length);
            }

            position += 8 + length;
        }

        return (0, 0);
    }

    // Each folder is followed by those in it: "<name>" NUL "<entries> <folders>" LF, and the id unless the entries are -1.
    private bool TryRead(int position, int end)
    {
        var open = new Stack<(int Folder, int Left)>();
        do
        {
            if (TryReadNode(ref position, end) is not { } folders)
            {
                return false;
            }

            open.Push((_nodes.Count - 1, folders));
            while (open.TryPop(out var top))
            {
                if (top.Left > 0)
                {
                    open.Push((top.Folder, top.Left - 1));
                    break;
                }

                _nodes[top.Folder] = _nodes[top.Folder] with { Next = _nodes.Count };
            }
        }
        while (open.Count > 0);

        return position == end;
    }

    private int? TryReadNode(ref int position, int end)
    {
        var rest = _index.Content.Slice(position, end - position);
        var name = rest.IndexOf((byte)0);
        if (name < 0
            || !Utf8Parser.TryParse(rest[(name + 1)..], out int entries, out var digits)
            || !Utf8Parser.TryParse(rest[Math.Min(rest.Length, name + digits + 2)..], out int folders, out var more)
            || entries < -1 || folders < 0)
        {
            return null;
        }

        var length = name + digits + more + 3;
        var id = entries < 0 ? 0 : position + length;
        _nodes.Add(new Node(position, name, entries, id, 0));
        position += length + (entries < 0 ? 0 : _index.IdLength);
        return position <= end ? folders : null;
    }

    // Next: the number of the first folder that is not in this one.
    private readonly record struct Node(int Name, int NameLength, int Entries, int Id, int Next);
}
