namespace FirstTry.Git;

/// <summary>
/// What the file system says about a path; links are not followed. The default value stands for nothing there. Where the platform tells no
/// device, inode and change time (anything but Linux), they are 0, and equal values prove nothing.
/// </summary>
/// <param name="Device">The file system.</param>
/// <param name="Inode">The file in it.</param>
/// <param name="Size">How many bytes.</param>
/// <param name="Mode">Type and permissions, as in <c>st_mode</c>; 0 when there is nothing.</param>
/// <param name="ModifiedNanoseconds">When the content was written last, in nanoseconds since 1970.</param>
/// <param name="ChangedNanoseconds">When anything about the file changed last; no program can set it.</param>
public readonly record struct FileStat(
    ulong Device, ulong Inode, long Size, uint Mode, long ModifiedNanoseconds, long ChangedNanoseconds)
{
    private const uint TypeMask = 0xF000;
    private const uint OwnerExecutes = 0x40;

    /// <summary>What lies there.</summary>
    public FileKind Kind => (Mode & TypeMask) switch
    {
        0 => FileKind.Absent,
        0x8000 => (Mode & OwnerExecutes) != 0 ? FileKind.Executable : FileKind.File,
        0xA000 => FileKind.Symlink,
        0x4000 => FileKind.Directory,
        _ => FileKind.Other,
    };
}
