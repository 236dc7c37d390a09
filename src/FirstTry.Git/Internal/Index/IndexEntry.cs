namespace FirstTry.Git.Internal.Index;

/// <summary>What the index remembers of a file. Times and sizes are cut to 32 bits, as git stores them.</summary>
/// <param name="IsTrusted">The file is never looked at by git: <c>update-index --assume-unchanged</c>.</param>
internal readonly record struct IndexEntry(
    uint ChangeSeconds,
    uint ChangeNanoseconds,
    uint ModifySeconds,
    uint ModifyNanoseconds,
    uint Inode,
    uint Mode,
    uint Size,
    int Stage,
    bool IsTrusted,
    bool IsSkipWorktree,
    bool IsIntentToAdd)
{
    /// <summary>True for a submodule.</summary>
    public bool IsGitlink => (Mode & 0xF000) == 0xE000;
}
