namespace FirstTry.Engine.Fingerprints.Inputs;

/// <summary>What of a file's stat no program can put back once it was written; the default value matches every file.</summary>
/// <param name="Inode">The file.</param>
/// <param name="ChangedAt">When anything about it changed last, in nanoseconds since 1970.</param>
internal readonly record struct ChangeStamp(ulong Inode, long ChangedAt);
