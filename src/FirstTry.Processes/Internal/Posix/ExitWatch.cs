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
    private int _waiterEnd = -1;

    public ExitWatch(int id, ExitWatchKind kind)
    {
        _id = id;
        _descriptor = kind == ExitWatchKind.Descriptor && OperatingSystem.IsLinux() ? LibC.PidfdOpen(id) : -1;
        if (_descriptor >= 0)
            return;

        if (!Descriptors.TryPipe(out _descriptor, out _waiterEnd))
            throw new InvalidOperationException("This process has no file descriptors left; raise the limit (ulimit -n).");

        _waiter = new Thread(AwaitEnd, maxStackSize: 64 * 1024) { IsBackground = true, Name = "firsttry waits for a process" };
        _waiter.Start();
    }

    public static ExitWatchKind Preferred => ExitWatchKind.Descriptor;

    public int Descriptor => _descriptor;

    /// <summary>Takes the exit status of an ended child, which frees its id; false when it cannot be had.</summary>
    public bool Reap(out int status)
    {
        _waiter?.Join();
        int result;
        int taken;
        do
            result = LibC.waitpid(_id, &taken, 0);
        while (result < 0 && LibC.Errno == Errors.Interrupted);

        status = taken;
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

    public static bool ReapOne(int id)
    {
        int status;
        return LibC.waitpid(id, &status, NoHang) == id;
    }

    public void Dispose()
    {
        Descriptors.Close(ref _descriptor);
    }

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
