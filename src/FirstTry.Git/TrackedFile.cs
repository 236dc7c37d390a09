using System;
using FirstTry.Git.Internal.Index;
using FirstTry.Graph;

namespace FirstTry.Git;

/// <summary>A path of the index with what lies there in the working tree. Nothing is decoded or copied before it is asked for.</summary>
public readonly ref struct TrackedFile
{
    private readonly IndexFile _index;
    private readonly int _place;
    private readonly ref readonly FileStat _status;

    internal TrackedFile(IndexFile index, int place, ref readonly FileStat status)
    {
        _index = index;
        _place = place;
        _status = ref status;
    }

    /// <summary>The bytes of the path, without a copy; they live as long as the list.</summary>
    public ReadOnlySpan<byte> Name => _index.NameOf(_place);

    /// <summary>The mode in the index: 0100644, 0100755, 0120000 (link) or 0160000 (submodule).</summary>
    public uint Mode => _index.ModeOf(_place);

    /// <summary>The object id in the index, 20 or 32 bytes. Of a conflict it is that of one side, as is the mode.</summary>
    public ReadOnlySpan<byte> Id => _index.IdOf(_place);

    /// <summary>True where a merge left a conflict.</summary>
    public bool IsUnmerged => _index[_place].Stage != 0;

    /// <summary>What was found on disk; the default value where nothing is, or where a folder above has become a symbolic link.</summary>
    public ref readonly FileStat Status => ref _status;

    /// <summary>True for a submodule.</summary>
    public bool IsSubmodule => (Mode & 0xF000) == 0xE000;

    /// <summary>The path, copied.</summary>
    public RepoPath Path => new(Name.ToArray());
}
