using System;
using System.Collections.Generic;
using System.Threading;

namespace FirstTry.Processes.Internal.Posix;

/// <summary>
/// Everything that one process has started, however far it went: found by session, process group, parentage, inherited mark and
/// inherited output. Valid while the process itself has not been reaped, so that its id is nobody else's.
/// </summary>
internal sealed class Descendants(int root, ProcessMark mark)
{
    private const int SecondLookMilliseconds = 10;

    private readonly HashSet<(int Id, ulong StartTime)> _known = [];
    private readonly int _self = Environment.ProcessId;

    /// <summary>The living descendants, without the process itself. Dead ones that were orphaned to us are reaped.</summary>
    public List<ProcessEntry> FindLiving()
    {
        var members = Scan(out var suspects);
        if (suspects.Count > 0)
            Confirm(suspects, ref members);

        var living = new List<ProcessEntry>();
        foreach (var member in members)
        {
            _known.Add((member.Id, member.StartTime));
            if (!member.IsZombie)
                living.Add(member);
            else if (member.Parent == _self)
                ExitWatch.ReapOne(member.Id);
        }

        return living;
    }

    /// <summary>Those of the living descendants that have one of these descriptors open.</summary>
    public List<ProcessEntry> FindHolding(HashSet<string> descriptors)
    {
        var living = FindLiving();
        living.RemoveAll(process => !ProcessTable.HoldsAny(process.Id, descriptors));
        return living;
    }

    // A process that another thread is just starting looks like an orphan of ours for an instant: same parent, no mark yet. It has
    // its mark a moment later, so what looks like an orphan must look like one twice.
    private void Confirm(HashSet<(int Id, ulong StartTime)> suspects, ref List<ProcessEntry> members)
    {
        Thread.Sleep(SecondLookMilliseconds);
        Scan(out var again);
        suspects.IntersectWith(again);
        _known.UnionWith(suspects);
        members = Scan(out _);
    }

    private List<ProcessEntry> Scan(out HashSet<(int Id, ulong StartTime)> suspects)
    {
        var table = ProcessTable.Read();
        var ids = new HashSet<int> { root };
        suspects = [];
        var (rootStart, ownSession) = Facts(table);
        foreach (var process in table)
        {
            if (process.Id == root || process.Id == _self || process.StartTime < rootStart)
                continue;

            if (IsOurs(process))
                ids.Add(process.Id);
            else if (IsSuspect(process, ownSession))
                suspects.Add((process.Id, process.StartTime));
        }

        AddChildren(table, ids);
        return Select(table, ids);
    }

    private (ulong RootStart, int OwnSession) Facts(List<ProcessEntry> table)
    {
        var facts = (RootStart: ulong.MaxValue, OwnSession: 0);
        foreach (var process in table)
        {
            if (process.Id == root)
                facts.RootStart = process.StartTime;
            else if (process.Id == _self)
                facts.OwnSession = process.Session;
        }

        return facts;
    }

    private bool IsOurs(ProcessEntry process) =>
        process.Session == root
        || process.Group == root
        || _known.Contains((process.Id, process.StartTime))
        || mark.IsIn(ProcessTable.EnvironmentOf(process.Id));

    // An orphan that was given to us, left its session and cleared its environment. With one process running it can only be that
    // one's; with more nobody knows, and it is left alone.
    private bool IsSuspect(ProcessEntry process, int ownSession) =>
        process.Parent == _self
        && process.Session != ownSession
        && !process.IsZombie
        && !RootProcesses.Contains(process.Id)
        && RootProcesses.IsOnly(root)
        && !ProcessMark.AnyIn(ProcessTable.EnvironmentOf(process.Id));

    private static void AddChildren(List<ProcessEntry> table, HashSet<int> ids)
    {
        bool grew;
        do
        {
            grew = false;
            foreach (var process in table)
                grew |= ids.Contains(process.Parent) && ids.Add(process.Id);
        }
        while (grew);
    }

    private List<ProcessEntry> Select(List<ProcessEntry> table, HashSet<int> ids)
    {
        var members = new List<ProcessEntry>();
        foreach (var process in table)
        {
            if (process.Id != root && process.Id != _self && ids.Contains(process.Id))
                members.Add(process);
        }

        return members;
    }
}
