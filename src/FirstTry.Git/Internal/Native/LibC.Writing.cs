using System.Runtime.InteropServices;

namespace FirstTry.Git.Internal.Native;

/// <content>The calls that change what is on disk.</content>
internal static unsafe partial class LibC
{
    /// <summary>RENAME_NOREPLACE: fails when there is something at the new name.</summary>
    public const uint KeepTarget = 1;

    /// <summary>RENAME_EXCHANGE: both names change places in one step.</summary>
    public const uint Exchange = 2;

    public const int KillSignal = 9;

    public const int LockExclusive = 2;
    public const int LockWithoutWaiting = 4;

    public const int NotPermitted = 1;
    public const int NoSuchEntry = 2;
    public const int Interrupted = 4;
    public const int TryAgain = 11;
    public const int AccessDenied = 13;
    public const int AlreadyExists = 17;
    public const int OtherFileSystem = 18;
    public const int NotAFolder = 20;
    public const int InvalidArgument = 22;
    public const int NoSpace = 28;
    public const int NotImplemented = 38;
    public const int FolderNotEmpty = 39;
    public const int NotSupported = 95;

    /// <summary>SYNC_FILE_RANGE_WRITE</summary>
    public const uint BeginWriting = 2;

    [LibraryImport("libc", EntryPoint = "renameat2", SetLastError = true)]
    public static partial int Rename2(int fromDirectory, byte* from, int toDirectory, byte* to, uint flags);

    [LibraryImport("libc", EntryPoint = "symlink", SetLastError = true)]
    public static partial int MakeLink(byte* target, byte* path);

    [LibraryImport("libc", EntryPoint = "mkdir", SetLastError = true)]
    public static partial int MakeFolder(byte* path, uint mode);

    [LibraryImport("libc", EntryPoint = "rmdir", SetLastError = true)]
    public static partial int RemoveFolder(byte* path);

    // Two pairs of seconds and nanoseconds: of the last access and of the last change.
    [LibraryImport("libc", EntryPoint = "utimensat", SetLastError = true)]
    public static partial int SetTimes(int directory, byte* path, long* times, int flags);

    [LibraryImport("libc", EntryPoint = "chmod", SetLastError = true)]
    public static partial int ChangeModeOf(byte* path, uint mode);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    public static partial nint Write(int descriptor, byte* content, nuint length);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    public static partial int Flush(int descriptor);

    [LibraryImport("libc", EntryPoint = "sync_file_range", SetLastError = true)]
    public static partial int FlushRange(int descriptor, long offset, long length, uint flags);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    public static partial int Lock(int descriptor, int operation);

    [LibraryImport("libc", EntryPoint = "getpid")]
    public static partial int GetProcessId();

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    public static partial int Kill(int process, int signal);
}
