using System;

namespace FirstTry.Processes.Internal.Posix;

/// <summary>
/// The terminal that this process could be asked at. Only a session of its own keeps it from a child; where there is none (CI, editors,
/// graphical git clients), a group of its own is enough. That matters on a busy machine: Linux schedules each session as a unit of its own
/// (autogroup), and the first turn of a new one was seen to come 2 to 4 times later there.
/// </summary>
internal static class ControllingTerminal
{
    private const int CloseOnExec = 0x80000;
    private const int NoControllingTerminal = 0x100;
    private static readonly Lazy<bool> Found = new(Find);

    public static bool Exists => Found.Value;

    private static unsafe bool Find()
    {
        // Opening it for reading changes nothing; without a controlling terminal the system says ENXIO.
        fixed (byte* path = "/dev/tty\0"u8)
        {
            var descriptor = LibC.open(path, OperatingSystem.IsLinux() ? CloseOnExec | NoControllingTerminal : 0);
            if (descriptor >= 0)
                _ = LibC.close(descriptor);

            return descriptor >= 0;
        }
    }
}
