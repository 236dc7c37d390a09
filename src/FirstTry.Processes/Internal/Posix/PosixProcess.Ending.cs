using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;

namespace FirstTry.Processes.Internal.Posix;

/// <content>Ending a process with everything it has started.</content>
internal sealed unsafe partial class PosixProcess
{
    // How long output may stay open after the exit: a process behind the main one ("> >(tee log)") gets to write its last lines.
    private static readonly TimeSpan Linger = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestLinger = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan StragglersGrace = TimeSpan.FromSeconds(1);

    // A process in the kernel's uninterruptible sleep does not die of SIGKILL either; nothing waits for it for ever.
    private static readonly TimeSpan LongestKill = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan SecondLook = TimeSpan.FromMilliseconds(10);

    // A signal that a process was killed by, in the form of a wait status: for one whose status cannot be had.
    private const int KilledStatus = Signals.Kill;

    private Descendants? _descendants;

    private long LingerEnd => Math.Min(After(Math.Max(_exitedAt, _lastOutputAt), Linger), After(_exitedAt, LongestLinger));

    private Descendants Descendants => _descendants ??= new Descendants(Id, _mark);

    private static long FromNow(TimeSpan span) => After(Stopwatch.GetTimestamp(), span);

    /// <summary>Interrupts the tree, gives it the grace, kills what is left. Output is read all the while: nobody hangs in a full pipe.</summary>
    private void EndTree()
    {
        var graceEnd = FromNow(_spec.Grace);
        SignalTree(Signals.Interrupt);
        while (!HasExited && Stopwatch.GetTimestamp() < graceEnd)
            Pump(graceEnd);

        // Shells start background processes with SIGINT ignored. Once the process itself has gone they are asked in the other way.
        var isAsked = false;
        while (Stopwatch.GetTimestamp() < graceEnd && Descendants.FindLiving() is { Count: > 0 } left)
        {
            if (!isAsked)
                Signal(left, Signals.Terminate);

            isAsked = true;
            Pump(Math.Min(graceEnd, FromNow(SecondLook)));
        }

        KillTree();
    }

    private void KillTree()
    {
        var giveUpAt = FromNow(LongestKill);
        while (SignalTree(Signals.Kill) > 0 | !HasExited && Stopwatch.GetTimestamp() < giveUpAt)
            Pump(FromNow(SecondLook));
    }

    /// <summary>Signals the process, its group and all other descendants; returns how many of those were living.</summary>
    private int SignalTree(int signal)
    {
        // The group is signalled at once, so that no member can start another in between. An interactive process shares our group.
        var target = _spec.Terminal ? Id : -Id;
        var others = Descendants.FindLiving();
        if (!HasExited || !_spec.Terminal)
            _ = LibC.kill(target, signal);

        others.RemoveAll(process => process.Group == Id && !_spec.Terminal && signal != Signals.Kill);
        Signal(others, signal);
        return others.Count;
    }

    private static void Signal(List<ProcessEntry> processes, int signal)
    {
        foreach (var process in processes)
            _ = LibC.kill(process.Id, signal);
    }

    /// <summary>Ends descendants that hold the output open after the process itself has gone; returns how many there were.</summary>
    private int EndStragglers()
    {
        var descriptors = OpenDescriptors();
        var ended = new HashSet<int>();
        SignalHolders(descriptors, ended, Signals.Terminate);
        var graceEnd = FromNow(_spec.Grace < StragglersGrace ? _spec.Grace : StragglersGrace);
        while (ended.Count > 0 && _streams.AreOpen && Stopwatch.GetTimestamp() < graceEnd)
            Pump(graceEnd);

        var giveUpAt = FromNow(LongestKill);
        while (_streams.AreOpen && SignalHolders(descriptors, ended, Signals.Kill) && Stopwatch.GetTimestamp() < giveUpAt)
            Pump(FromNow(SecondLook));

        AwaitEndOf(ended);
        return ended.Count;
    }

    // A process lets go of its output a moment before it can be reaped. One that only closed its output goes on, which is its right.
    private void AwaitEndOf(HashSet<int> ended)
    {
        var giveUpAt = FromNow(SecondLook * 10);
        while (Descendants.FindLiving().Exists(process => ended.Contains(process.Id)) && Stopwatch.GetTimestamp() < giveUpAt)
            Thread.Sleep(1);
    }

    private bool SignalHolders(HashSet<string> descriptors, HashSet<int> ended, int signal)
    {
        if (descriptors.Count == 0)
            return SignalGroup(ended, signal);

        var holders = Descendants.FindHolding(descriptors);
        Signal(holders, signal);
        foreach (var holder in holders)
            ended.Add(holder.Id);

        return holders.Count > 0;
    }

    // Without /proc nobody can be told by what they hold: the group is all there is. Its leader has gone, so one at least is left.
    private bool SignalGroup(HashSet<int> ended, int signal)
    {
        if (_spec.Terminal || LibC.kill(-Id, signal) != 0)
            return false;

        ended.Add(Id);
        return true;
    }

    private HashSet<string> OpenDescriptors()
    {
        var descriptors = new HashSet<string>(StringComparer.Ordinal);
        foreach (var descriptor in (int[])[_streams.Output, _streams.Error])
        {
            if (descriptor >= 0 && ProcessTable.OwnDescriptor(descriptor) is { } name)
                descriptors.Add(name);
        }

        return descriptors;
    }

    private int Reap() => Reap(out _);

    private int Reap(out ResourceUsage usage)
    {
        _isReaped = true;
        var status = KilledStatus;
        usage = default;
        if (HasExited && !_watch.Reap(out status, out usage))
            status = KilledStatus;

        RootProcesses.Remove(Id);
        if (HasExited && ProcessTree.IsAdopting && !_spec.Terminal)
            ExitWatch.ReapGroup(Id);

        return status;
    }
}
