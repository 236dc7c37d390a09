using System;
using System.Threading;

namespace FirstTry.Processes.Internal.Posix;

/// <summary>Opening and closing file descriptors that no child inherits.</summary>
internal static unsafe class Descriptors
{
    private const int GetFlags = 1;
    private const int ReadWrite = 2;
    private const int CloseOnExec = 0x80000;
    private static int _standardAreOpen;

    /// <summary>
    /// A pipe. Linux closes both ends on exec from the moment they exist, so a second thread that starts a process at the same time
    /// hands nothing on; macOS has no such pipe and gets POSIX_SPAWN_CLOEXEC_DEFAULT instead.
    /// </summary>
    public static bool TryPipe(out int readEnd, out int writeEnd)
    {
        var ends = stackalloc int[2];
        var result = OperatingSystem.IsLinux() ? LibC.pipe2(ends, CloseOnExec) : LibC.pipe(ends);
        (readEnd, writeEnd) = result == 0 ? (ends[0], ends[1]) : (-1, -1);
        return result == 0;
    }

    /// <summary>Closes a descriptor, when it is one, and forgets it.</summary>
    public static void Close(ref int descriptor)
    {
        var open = Interlocked.Exchange(ref descriptor, -1);
        if (open >= 0)
            _ = LibC.close(open);
    }

    /// <summary>
    /// Opens what is closed of descriptors 0 to 2, once. Otherwise a pipe of ours could get such a number, and redirecting one
    /// stream of a child would overwrite another.
    /// </summary>
    public static void OpenStandard()
    {
        if (Interlocked.Exchange(ref _standardAreOpen, 1) != 0)
            return;

        for (var i = 0; i <= 2; i++)
        {
            // The lowest free number is the one that open returns.
            if (LibC.fcntl(i, GetFlags) < 0)
            {
                fixed (byte* path = "/dev/null\0"u8)
                    _ = LibC.open(path, ReadWrite);
            }
        }
    }
}
