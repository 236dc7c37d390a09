using System.Runtime.InteropServices;

namespace FirstTry.Git.Internal.Native;

/// <summary>The calls that take a path as bytes: System.IO cannot name a file whose name is not UTF-8.</summary>
internal static unsafe partial class LibC
{
    public const int CurrentDirectory = -100;
    public const int DoNotFollow = 0x100;

    /// <summary>AT_EMPTY_PATH: the descriptor itself.</summary>
    public const int EmptyPath = 0x1000;
    public const uint BasicStatus = 0x7ff;
    public const int RegularFile = 0x8000;
    public const int SymbolicLink = 0xA000;
    public const int Folder = 0x4000;

    /// <summary>O_CLOEXEC</summary>
    public const int CloseOnExec = 0x80000;

    // O_PATH | O_CLOEXEC: only a place to start from.
    public const int OpenFolder = 0x280000;

    /// <summary>O_DIRECTORY | O_NOFOLLOW: a real folder or nothing.</summary>
    public static int OpenNoLink => RuntimeInformation.ProcessArchitecture is Architecture.Arm64 or Architecture.Arm ? 0xC000 : 0x30000;

    /// <summary>O_NOFOLLOW: anything but a link.</summary>
    public static int NoLink => RuntimeInformation.ProcessArchitecture is Architecture.Arm64 or Architecture.Arm ? 0x8000 : 0x20000;

    // Called once for each tracked file: keeping the error apart would cost more than the rest of the call's frame.
    [LibraryImport("libc", EntryPoint = "statx")]
    public static partial int StatusOnly(int directory, byte* path, int flags, uint mask, FileStatus* status);

    // The same in the older form, which copies less.
    [LibraryImport("libc", EntryPoint = "fstatat")]
    public static partial int PlainStatusOnly(int directory, byte* path, PlainFileStatus* status, int flags);

    [LibraryImport("libc", EntryPoint = "openat", SetLastError = true)]
    public static partial int OpenAt(int directory, byte* path, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "getdents64", SetLastError = true)]
    public static partial nint ReadFolder(int descriptor, byte* entries, nuint length);

    /// <summary>CLONE_FS: the current directory, for one thread alone.</summary>
    public const int OwnDirectory = 0x200;

    [LibraryImport("libc", EntryPoint = "unshare")]
    public static partial int Unshare(int what);

    [LibraryImport("libc", EntryPoint = "fchdir")]
    public static partial int ChangeFolder(int descriptor);

    /// <summary>SEEK_END</summary>
    public const int FromEnd = 2;

    [LibraryImport("libc", EntryPoint = "lseek", SetLastError = true)]
    public static partial long Seek(int descriptor, long offset, int origin);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true)]
    public static partial int Status(int directory, byte* path, int flags, uint mask, FileStatus* status);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true)]
    public static partial int Open(byte* path, int flags, uint mode);

    /// <summary>Reads what comes next; 0 at the end.</summary>
    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    public static partial nint Read(int descriptor, byte* buffer, nuint length);

    [LibraryImport("libc", EntryPoint = "readlink", SetLastError = true)]
    public static partial nint ReadLink(byte* path, byte* target, nuint size);

    [LibraryImport("libc", EntryPoint = "rename", SetLastError = true)]
    public static partial int Rename(byte* from, byte* to);

    [LibraryImport("libc", EntryPoint = "unlink", SetLastError = true)]
    public static partial int Unlink(byte* path);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    public static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "fchmod", SetLastError = true)]
    public static partial int ChangeMode(int descriptor, uint mode);

    /// <summary>MAP_FAILED</summary>
    public const nint NotMapped = -1;

    [LibraryImport("libc", EntryPoint = "mmap")]
    public static partial nint Map(nint start, nuint length, int rights, int kind, int descriptor, nint offset);

    [LibraryImport("libc", EntryPoint = "madvise")]
    public static partial int Advise(nint start, nuint length, int advice);

    // With a result of null the C library allocates it; ours has room for the longest path.
    [LibraryImport("libc", EntryPoint = "realpath", SetLastError = true)]
    public static partial nint RealPath(byte* path, byte* result);
}
