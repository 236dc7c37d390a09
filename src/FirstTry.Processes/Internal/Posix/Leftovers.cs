using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Text;
using System.Threading;

namespace FirstTry.Processes.Internal.Posix;

/// <summary>What is left of everything that this process has started: as a subreaper it is given every orphan, so all of it hangs below us.</summary>
internal static unsafe class Leftovers
{
    private const int AnyChild = 0;
    private const int NoHang = 1;
    private const int Exited = 4;
    private const int LeaveIt = 0x01000000;
    private static readonly TimeSpan LongestKill = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan SecondLook = TimeSpan.FromMilliseconds(5);

    /// <summary>git's watcher of a file system serves every later git; it is nobody's check and writes nothing.</summary>
    public static readonly byte[] FileSystemMonitor = Encoding.ASCII.GetBytes("fsmonitor--daemon");

    /// <summary>Asks all of them to go, kills those that stay, and takes away the dead; returns how many lived.</summary>
    public static int End(TimeSpan grace)
    {
        var ended = new HashSet<(int Id, ulong StartTime)>();
        if (!HasChildren())
            return 0;

        var left = FindLiving(ended);
        Signal(left, Signals.Terminate);
        var graceEnd = After(grace);
        while (left.Count > 0 && Stopwatch.GetTimestamp() < graceEnd)
        {
            Thread.Sleep(SecondLook);
            left = FindLiving(ended);
        }

        var giveUpAt = After(LongestKill);
        while (left.Count > 0 && Stopwatch.GetTimestamp() < giveUpAt)
        {
            Signal(left, Signals.Kill);
            Thread.Sleep(SecondLook);
            left = FindLiving(ended);
        }

        return ended.Count;
    }

    private static long After(TimeSpan span) => Stopwatch.GetTimestamp() + (long)(span.TotalSeconds * Stopwatch.Frequency);

    // One question to the kernel, where reading the table of processes takes milliseconds.
    private static bool HasChildren()
    {
        var information = stackalloc ulong[32];
        return LibC.waitid(AnyChild, 0, information, Exited | NoHang | LeaveIt) == 0;
    }

    private static List<ProcessEntry> FindLiving(HashSet<(int Id, ulong StartTime)> ended)
    {
        var self = Environment.ProcessId;
        var table = ProcessTable.Read();
        var ids = new HashSet<int> { self };
        while (AddChildren(table, ids))
        {
        }

        var living = new List<ProcessEntry>();
        foreach (var process in table)
        {
            if (process.Id == self || !ids.Contains(process.Id) || RootProcesses.Contains(process.Id))
                continue;

            if (process.IsZombie)
                Reap(process, self);
            else if (ProcessTable.CommandLineOf(process.Id).AsSpan().IndexOf(FileSystemMonitor) < 0)
                living.Add(process);
        }

        foreach (var process in living)
            ended.Add((process.Id, process.StartTime));

        return living;
    }

    private static bool AddChildren(List<ProcessEntry> table, HashSet<int> ids)
    {
        var grew = false;
        foreach (var process in table)
            grew |= ids.Contains(process.Parent) && ids.Add(process.Id);

        return grew;
    }

    private static void Reap(ProcessEntry process, int self)
    {
        if (process.Parent == self)
            ExitWatch.ReapOne(process.Id);
    }

    private static void Signal(List<ProcessEntry> processes, int signal)
    {
        foreach (var process in processes)
            _ = LibC.kill(process.Id, signal);
    }
}
