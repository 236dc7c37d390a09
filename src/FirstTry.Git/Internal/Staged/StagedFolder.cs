namespace FirstTry.Git.Internal.Staged;

/// <summary>A folder to compare with a tree.</summary>
/// <param name="Path">Its path with a slash at the end; empty for the root.</param>
/// <param name="First">The first of its entries in the index.</param>
/// <param name="End">Behind the last of them; equal to <paramref name="First"/> when the index has none.</param>
/// <param name="Cached">Its number in <see cref="CachedTrees"/>.</param>
internal readonly record struct StagedFolder(byte[] Path, int First, int End, int Cached);
