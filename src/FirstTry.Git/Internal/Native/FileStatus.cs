using System.Runtime.InteropServices;

namespace FirstTry.Git.Internal.Native;

/// <summary>The kernel's <c>struct statx</c>: the same on every Linux architecture, unlike <c>struct stat</c>. Source: statx(2).</summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal struct FileStatus
{
    private const long NanosecondsPerSecond = 1_000_000_000;

    [FieldOffset(28)]
    public ushort Mode;

    [FieldOffset(32)]
    public ulong Inode;

    [FieldOffset(40)]
    public ulong Size;

    [FieldOffset(96)]
    public long ChangeSeconds;

    [FieldOffset(104)]
    public uint ChangeNanoseconds;

    [FieldOffset(112)]
    public long ModifySeconds;

    [FieldOffset(120)]
    public uint ModifyNanoseconds;

    [FieldOffset(136)]
    public uint DeviceMajor;

    [FieldOffset(140)]
    public uint DeviceMinor;

    public readonly int Type => Mode & 0xF000;

    public readonly bool IsExecutable => (Mode & 0x40) != 0;

    public readonly FileStat ToStat() => new(
        ((ulong)DeviceMajor << 32) | DeviceMinor,
        Inode,
        (long)Size,
        Mode,
        (ModifySeconds * NanosecondsPerSecond) + ModifyNanoseconds,
        (ChangeSeconds * NanosecondsPerSecond) + ChangeNanoseconds);
}
