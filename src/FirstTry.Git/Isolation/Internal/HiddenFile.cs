using FirstTry.Graph;

namespace FirstTry.Git.Isolation.Internal;

/// <summary>A path whose owner's version is out of sight while checks run.</summary>
/// <param name="number">Its place in the order of hiding; putting back goes the other way.</param>
/// <param name="user">What its owner has there; null when nothing.</param>
/// <param name="staged">What is staged; null when nothing.</param>
internal sealed class HiddenFile(int number, RepoPath path, FileMark? user, FileMark? staged)
{
    public int Number { get; } = number;

    public RepoPath Path { get; } = path;

    public FileMark? User { get; set; } = user;

    public FileMark? Staged { get; } = staged;

    /// <summary>True once this process has hidden it; a later process must look.</summary>
    public bool IsHidden { get; set; }

    /// <summary>What lies at the path since this process last put something there; the default value when nothing was.</summary>
    public FileStat Placed { get; set; }

    /// <summary>True while a check runs that may change it.</summary>
    public bool IsExpected { get; set; }

    /// <summary>The staged content as a check has mended it.</summary>
    public FileMark? Fix { get; set; }

    /// <summary>The owner's version together with the fix; null where the owner has deleted the file.</summary>
    public FileMark? Merged { get; set; }
}
