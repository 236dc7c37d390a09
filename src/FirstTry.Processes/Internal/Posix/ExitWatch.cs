using System;
using System.Threading;

namespace FirstTry.Processes.Internal.Posix;

/// <summary>
/// A descriptor that becomes readable when a child has ended, while the child still holds its id: nobody else can get the id, or
/// the id of its group, before <see cref="Reap"/>.
/// </summary>
internal sealed unsafe class ExitWatch : IDisposable
{
    private const int WaitForId = 1;
    private const int WaitForExit = 4;
    private const int NoHang = 1;

    private readonly int _id;
    private readonly Thread? _waiter;
    private int _descriptor;
    private int _waiterEnd;

    private ExitWatch(int id, int descriptor, int waiterEnd)
    {
        _id = id;
        _descriptor = descriptor;
        _waiterEnd = waiterEnd;
        if (waiterEnd < 0)
            return;

        _waiter = new Thread(AwaitEnd, maxStackSize: 64 * 1024) { IsBackground = true, Name = "firsttry waits for a process" };
        _waiter.Start();
    }

    public static ExitWatchKind Preferred => ExitWatchKind.Descriptor;

    public int Descriptor => _descriptor;

    /// <summary>Watches a child; null when this process has no descriptors left.</summary>
    public static ExitWatch? Open(int id, ExitWatchKind kind)
    {
        var descriptor = kind == ExitWatchKind.Descriptor && OperatingSystem.IsLinux() ? LibC.PidfdOpen(id) : -1;
        if (descriptor >= 0)
            return new ExitWatch(id, descriptor, waiterEnd: -1);

        return Descriptors.TryPipe(out var readEnd, out var writeEnd) ? new ExitWatch(id, readEnd, writeEnd) : null;
    }

    /// <summary>Takes the exit status of an ended child and what it used, which frees its id; false when it cannot be had.</summary>
    public bool Reap(out int status, out ResourceUsage usage)
    {
        _waiter?.Join();
        int result;
        int taken;
        ResourceUsage used = default;
        do
            result = LibC.wait4(_id, &taken, 0, &used);
        while (result < 0 && LibC.Errno == Errors.Interrupted);

        status = taken;
        usage = used;
        return result == _id;
    }

    /// <summary>Takes away children of ours in a child's group that have ended and were orphaned to us; true while living ones remain.</summary>
    public static bool ReapGroup(int group)
    {
        int status;
        int result;
        do
            result = LibC.waitpid(-group, &status, NoHang);
        while (result > 0);

        return result == 0;
    }

    /// <summary>Takes away one child that has ended; returns at once when it has not.</summary>
    public static void ReapOne(int id)
    {
        int status;
        _ = LibC.waitpid(id, &status, NoHang);
    }

    public void Dispose() => Descriptors.Close(ref _descriptor);

    private void AwaitEnd()
    {
        var noReap = OperatingSystem.IsLinux() ? 0x01000000 : 0x20;
        var information = stackalloc ulong[32];
        while (LibC.waitid(WaitForId, _id, information, WaitForExit | noReap) < 0 && LibC.Errno == Errors.Interrupted)
        {
        }

        // The other end becomes readable: end of file.
        Descriptors.Close(ref _waiterEnd);
    }
}
