using System.Runtime.InteropServices;

namespace FirstTry.Benchmarks.Order;

/// <summary>What Linux offers to debuggers. Source: ptrace(2), for x86-64.</summary>
internal static unsafe partial class Ptrace
{
    public const int Breakpoint = 5;
    public const int ExecEvent = 4;

    private const int ReadUser = 3;
    private const int WriteUser = 6;
    private const int Continue = 7;
    private const int Seize = 0x4206;
    private const int Wall = 0x40000000;
    private const int GoOn = 18;

    // Threads and the start of the program are told; it dies with its tracer.
    private const int Options = 0x8 | 0x10 | 0x100000;

    // Where the instruction pointer stands in 'struct user'.
    private const int InstructionPointer = 16 * 8;

    /// <summary>Follows a process that has stopped itself, and lets it go on.</summary>
    public static bool Follow(int process)
    {
        if (Call(Seize, process, 0, Options) != 0)
            return false;

        _ = Kill(process, GoOn);
        return true;
    }

    /// <summary>Lets a thread go on; it gets a signal unless that is 0.</summary>
    public static void Resume(int thread, int signal) => _ = Call(Continue, thread, 0, signal);

    /// <summary>The address that a thread is at.</summary>
    public static ulong AddressOf(int thread) => (ulong)Call(ReadUser, thread, InstructionPointer, 0);

    /// <summary>Sets it.</summary>
    public static void Move(int thread, ulong address) => _ = Call(WriteUser, thread, InstructionPointer, (nint)address);

    /// <summary>Waits until any thread that is followed stops or ends; -1 when there is none.</summary>
    public static int Wait(out int status)
    {
        int told;
        int thread;
        do
            thread = WaitFor(-1, &told, Wall);
        while (thread < 0 && Marshal.GetLastPInvokeError() == 4);

        status = told;
        return thread;
    }

    [LibraryImport("libc", EntryPoint = "ptrace", SetLastError = true)]
    private static partial nint Call(nint request, nint process, nint address, nint data);

    [LibraryImport("libc", EntryPoint = "waitpid", SetLastError = true)]
    private static partial int WaitFor(int process, int* status, int options);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
