using System;
using FirstTry.Graph;

namespace FirstTry.Git;

/// <summary>A path of the index with what lies there in the working tree.</summary>
/// <param name="name">The bytes of the path; they live as long as the list.</param>
/// <param name="mode">The mode in the index: 0100644, 0100755, 0120000 (link) or 0160000 (submodule).</param>
/// <param name="id">The object id in the index.</param>
/// <param name="isUnmerged">A conflict: mode and id are those of one side.</param>
/// <param name="status">What was found on disk.</param>
public readonly ref struct TrackedFile(ReadOnlySpan<byte> name, uint mode, ReadOnlySpan<byte> id, bool isUnmerged, FileStat status)
{
    /// <summary>The bytes of the path, without a copy.</summary>
    public ReadOnlySpan<byte> Name { get; } = name;

    /// <summary>The mode in the index.</summary>
    public uint Mode { get; } = mode;

    /// <summary>The object id in the index, 20 or 32 bytes.</summary>
    public ReadOnlySpan<byte> Id { get; } = id;

    /// <summary>True where a merge left a conflict.</summary>
    public bool IsUnmerged { get; } = isUnmerged;

    /// <summary>What was found on disk; the default value where nothing is, or where a folder above has become a symbolic link.</summary>
    public FileStat Status { get; } = status;

    /// <summary>True for a submodule.</summary>
    public bool IsSubmodule => (Mode & 0xF000) == 0xE000;

    /// <summary>The path, copied.</summary>
    public RepoPath Path => new(Name.ToArray());
}
