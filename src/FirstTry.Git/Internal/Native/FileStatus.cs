using System.Runtime.InteropServices;

namespace FirstTry.Git.Internal.Native;

/// <summary>The kernel's <c>struct statx</c>: the same on every Linux architecture, unlike <c>struct stat</c>. Source: statx(2).</summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal struct FileStatus
{
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

    public readonly int Type => Mode & 0xF000;

    public readonly bool IsExecutable => (Mode & 0x40) != 0;
}
