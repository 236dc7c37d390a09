using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace FirstTry.Git.Internal.Native;

/// <summary>
/// The C library's <c>struct stat</c> on 64-bit Linux, where x64 and Arm64 differ in the place of the mode alone; elsewhere
/// <see cref="FileStatus"/> serves. Source: the kernel's <c>asm/stat.h</c>.
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal struct PlainFileStatus
{
    private const long NanosecondsPerSecond = 1_000_000_000;

    [FieldOffset(0)]
    public ulong Device;

    [FieldOffset(8)]
    public ulong Inode;

    [FieldOffset(16)]
    public uint ModeOnArm64;

    [FieldOffset(24)]
    public uint ModeOnX64;

    [FieldOffset(48)]
    public long Size;

    [FieldOffset(88)]
    public long ModifySeconds;

    [FieldOffset(96)]
    public long ModifyNanoseconds;

    [FieldOffset(104)]
    public long ChangeSeconds;

    [FieldOffset(112)]
    public long ChangeNanoseconds;

    // The compiler knows these for good, unlike RuntimeInformation, which is asked for each file.
    public static bool IsKnown => IsX64 || ArmBase.Arm64.IsSupported;

    private static bool IsX64 => X86Base.X64.IsSupported;

    public readonly FileStat ToStat() => new(
        (MajorOf(Device) << 32) | MinorOf(Device),
        Inode,
        Size,
        IsX64 ? ModeOnX64 : ModeOnArm64,
        (ModifySeconds * NanosecondsPerSecond) + ModifyNanoseconds,
        (ChangeSeconds * NanosecondsPerSecond) + ChangeNanoseconds);

    // As gnu_dev_major and gnu_dev_minor of glibc take it apart.
    private static ulong MajorOf(ulong device) => ((device >> 8) & 0xFFF) | ((device >> 32) & 0xFFFFF000);

    private static ulong MinorOf(ulong device) => (device & 0xFF) | ((device >> 12) & 0xFFFFFF00);
}
