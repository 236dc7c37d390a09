namespace FirstTry.Git.Internal.Index;

/// <summary>Where an entry of an index stands.</summary>
/// <param name="Start">Its first byte in <see cref="IndexFile.Content"/>.</param>
/// <param name="Name">The first byte of its path in <see cref="IndexFile.Names"/>; the path ends with a NUL byte.</param>
/// <param name="NameLength">How many bytes the path has.</param>
internal readonly record struct EntryPlace(int Start, int Name, int NameLength);
