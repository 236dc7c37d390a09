using System;

namespace FirstTry.Engine.Store;

/// <summary>A file of the store as pruning sees it.</summary>
internal sealed class StoredFile(string path, string name, string kind, long bytes, DateTime lastUse)
{
    internal string Path { get; } = path;

    internal string Name { get; } = name;

    /// <summary>The folder below the store's: <c>ac</c>, <c>cas</c>, <c>stat</c> or <c>tmp</c>.</summary>
    internal string Kind { get; } = kind;

    internal long Bytes { get; } = bytes;

    /// <summary>When it, or a record that needs it, was last of use.</summary>
    internal DateTime LastUse { get; set; } = lastUse;
}
