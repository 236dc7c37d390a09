using System;
using System.Runtime.InteropServices;
using System.Threading;
using FirstTry.Processes.Internal.Posix;

namespace FirstTry.Processes;

/// <summary>
/// Starts threads without waiting for them. The runtime's own start gives the processor away, turn by turn, until the new thread has begun,
/// which on a busy machine takes longer than what the thread is made for.
/// </summary>
public static unsafe class WorkerThread
{
    private const int Detached = 1;

    // pthread_attr_t has 56 bytes in glibc and musl on 64-bit systems.
    private const int AttributesWords = 32;

    /// <summary>Runs work on a thread of its own, which does not keep the program from ending. The work throws nothing.</summary>
    public static void Start(Action work, int stackBytes)
    {
        if (!OperatingSystem.IsLinux() || !TryStart(work, stackBytes))
            new Thread(() => work(), stackBytes) { IsBackground = true }.Start();
    }

    private static bool TryStart(Action work, int stackBytes)
    {
        var handle = GCHandle.Alloc(work);
        try
        {
            var attributes = stackalloc ulong[AttributesWords];
            _ = LibC.pthread_attr_init(attributes);
            _ = LibC.pthread_attr_setstacksize(attributes, (nuint)stackBytes);
            _ = LibC.pthread_attr_setdetachstate(attributes, Detached);
            nint id;
            var error = LibC.pthread_create(&id, attributes, &Run, GCHandle.ToIntPtr(handle));
            _ = LibC.pthread_attr_destroy(attributes);
            if (error == 0)
                return true;
        }
        catch (EntryPointNotFoundException)
        {
            // A C library that keeps threads in a library of their own (glibc before 2.34).
        }

        handle.Free();
        return false;
    }

    [UnmanagedCallersOnly]
    private static nint Run(nint argument)
    {
        var handle = GCHandle.FromIntPtr(argument);
        var work = (Action)handle.Target!;
        handle.Free();
        work();
        return 0;
    }
}
