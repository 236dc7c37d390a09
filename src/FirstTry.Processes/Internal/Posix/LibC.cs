using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DisableRuntimeMarshalling]

// The C library is loaded already; nothing beside the assembly is to be taken for it.
[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]

namespace FirstTry.Processes.Internal.Posix;

/// <summary>The C library's functions under their own names; only blittable types, so nothing is marshalled.</summary>
internal static unsafe partial class LibC
{
    public const int SetChildSubreaper = 36;
    public const int ExecutableAccess = 1;
    public const int ExistenceAccess = 0;

    private const string Library = "libc";
    private const int PidfdOpenNumber = 434;

    public static int ArgMaxName => OperatingSystem.IsLinux() ? 0 : 1;

    public static int Errno => Marshal.GetLastPInvokeError();

    /// <summary>A descriptor that becomes readable when the process ends; -1 where the kernel has none (before Linux 5.3) or a sandbox forbids it.</summary>
    public static int PidfdOpen(int pid) => (int)syscall(PidfdOpenNumber, pid, 0);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int access(byte* path, int mode);

    [LibraryImport(Library)]
    public static partial int close(int descriptor);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int fcntl(int descriptor, int command);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int kill(int pid, int signal);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int open(byte* path, int flags);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int pipe(int* descriptors);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int pipe2(int* descriptors, int flags);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int poll(PollDescriptor* descriptors, nuint count, int milliseconds);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int prctl(int option, nuint argument2, nuint argument3, nuint argument4, nuint argument5);

    [LibraryImport(Library, SetLastError = true)]
    public static partial nint read(int descriptor, byte* buffer, nuint count);

    [LibraryImport(Library)]
    public static partial int sigaction(int signal, void* action, void* previous);

    [LibraryImport(Library)]
    public static partial nint signal(int signal, nint handler);

    [LibraryImport(Library, SetLastError = true)]
    public static partial nint sysconf(int name);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int waitid(int idType, int id, void* information, int options);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int waitpid(int pid, int* status, int options);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int wait4(int pid, int* status, int options, ResourceUsage* usage);

    [LibraryImport(Library, SetLastError = true)]
    public static partial nint write(int descriptor, byte* buffer, nuint count);

    [LibraryImport(Library, EntryPoint = "_NSGetEnviron")]
    public static partial byte*** NsGetEnviron();

    [LibraryImport(Library)]
    private static partial nint syscall(nint number, nint argument1, nint argument2);
}
