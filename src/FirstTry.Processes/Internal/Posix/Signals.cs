using System;

namespace FirstTry.Processes.Internal.Posix;

/// <summary>Signal numbers, and the state of signals in this process that children depend on.</summary>
internal static unsafe class Signals
{
    public const int Interrupt = 2;
    public const int Quit = 3;
    public const int Kill = 9;
    public const int Pipe = 13;
    public const int Terminate = 15;

    private const nint Default = 0;
    private const nint Ignored = 1;

    public static int Child => OperatingSystem.IsLinux() ? 17 : 20;

    /// <summary>
    /// Makes sure that children stay to be waited for. A parent may have started us with SIGCHLD ignored, and then the kernel drops
    /// exit codes. The .NET runtime installs a SIGCHLD handler only once System.Diagnostics.Process is used, and that handler leaves
    /// children alone which it did not start, except where SIGCHLD was ignored at that moment: one more reason to undo it first.
    /// </summary>
    public static void KeepExitCodes()
    {
        // struct sigaction begins with the handler on every system .NET runs on; 256 bytes are more than it has anywhere.
        var action = stackalloc nint[32];
        if (LibC.sigaction(Child, null, action) == 0 && action[0] == Ignored)
            _ = LibC.signal(Child, Default);
    }

    /// <summary>Makes writing to a process that has closed its input an error instead of our end.</summary>
    public static void IgnoreBrokenPipes() => _ = LibC.signal(Pipe, Ignored);

    /// <summary>Undoes <see cref="IgnoreBrokenPipes"/>.</summary>
    public static void HeedBrokenPipes() => _ = LibC.signal(Pipe, Default);
}
