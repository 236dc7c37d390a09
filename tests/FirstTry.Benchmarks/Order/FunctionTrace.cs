using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Threading;
using FirstTry.Processes;
using Microsoft.Win32.SafeHandles;

namespace FirstTry.Benchmarks.Order;

/// <summary>Which functions a program calls, by the order of the first calls: a breakpoint at the start of each, which goes when it is met.</summary>
internal sealed class FunctionTrace(ProgramSymbols symbols)
{
    private const byte Trap = 0xCC;

    private readonly Dictionary<ulong, byte> _broken = [];
    private readonly List<ulong> _called = [];
    private readonly HashSet<ulong> _met = [];

    /// <summary>Runs the program once; nobody else may have children meanwhile.</summary>
    /// <returns>The addresses of the functions.</returns>
    /// <exception cref="BenchmarkException">The system does not allow to follow it.</exception>
    public IReadOnlyList<ulong> Record(Peer program, string directory, EnvironmentBlock environment)
    {
        using var process = RunningProcess.Start(new ProcessSpec
        {
            Program = "/bin/sh",
            Arguments = ProcessArguments.Of(["-c", "kill -STOP $$; exec \"$0\" \"$@\"", program.Program, .. program.Arguments]),
            WorkingDirectory = directory,
            Environment = environment,
            MergeOutput = true,
        });
        AwaitStop(process.Id);
        if (!Ptrace.Follow(process.Id))
            throw new BenchmarkException("the system does not allow to follow a process (ptrace)");

        Follow(process.Id);
        return _called;
    }

    private static void AwaitStop(int process)
    {
        while (!File.ReadAllText($"/proc/{process}/stat").Contains(") T ", StringComparison.Ordinal))
            Thread.Sleep(1);
    }

    // A thread has ended, stopped for one of our breakpoints, told of an event, or is about to get a signal.
    private void Follow(int process)
    {
        SafeFileHandle? memory = null;
        for (var thread = Ptrace.Wait(out var status); thread >= 0; thread = Ptrace.Wait(out status))
        {
            var (signal, happening) = ((status >> 8) & 0xFF, status >> 16);
            if ((status & 0x7F) != 0x7F)
            {
                if (thread == process)
                    break;

                continue;
            }

            if (happening == Ptrace.ExecEvent)
                memory = Break(process);
            else if (happening == 0 && signal == Ptrace.Breakpoint && memory is not null && Mend(thread, memory))
                signal = 0;

            Ptrace.Resume(thread, happening != 0 || signal == Ptrace.Breakpoint ? 0 : signal);
        }

        memory?.Dispose();
    }

    private SafeFileHandle Break(int process)
    {
        var memory = File.OpenHandle(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/mem"), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        var instruction = new byte[1];
        foreach (var address in symbols.Addresses)
        {
            if (RandomAccess.Read(memory, instruction, (long)address) != 1)
                throw new BenchmarkException("the program is not where its symbols say: it must be linked at fixed addresses");

            _broken[address] = instruction[0];
            RandomAccess.Write(memory, [Trap], (long)address);
        }

        return memory;
    }

    // Another thread may have been at the same place, and the breakpoint be gone.
    private bool Mend(int thread, SafeFileHandle memory)
    {
        var address = Ptrace.AddressOf(thread) - 1;
        if (!_broken.TryGetValue(address, out var instruction))
            return false;

        if (_met.Add(address))
        {
            _called.Add(address);
            RandomAccess.Write(memory, [instruction], (long)address);
        }

        Ptrace.Move(thread, address);
        return true;
    }
}
