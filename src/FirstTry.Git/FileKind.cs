namespace FirstTry.Git;

/// <summary>What lies at a path of the working tree; links are not followed.</summary>
public enum FileKind
{
    /// <summary>Nothing, or nothing that can be looked at.</summary>
    Absent,

    /// <summary>A regular file that cannot be executed.</summary>
    File,

    /// <summary>A regular file that its owner can execute.</summary>
    Executable,

    /// <summary>A symbolic link.</summary>
    Symlink,

    /// <summary>A folder.</summary>
    Directory,

    /// <summary>A socket, a pipe or a device.</summary>
    Other,
}
