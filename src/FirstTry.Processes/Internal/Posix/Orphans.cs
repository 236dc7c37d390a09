using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Threading;

namespace FirstTry.Processes.Internal.Posix;

/// <summary>What runs on although the firsttry that started it was killed; known by the mark that all of it has inherited.</summary>
internal static class Orphans
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LongestKill = TimeSpan.FromSeconds(3);

    /// <summary>Asks what carries the mark of a process to go, kills what stays, and waits until it has gone; returns how many there were.</summary>
    public static int End(int owner, TimeSpan grace)
    {
        var (ended, start) = (new HashSet<int>(), Stopwatch.GetTimestamp());
        for (var living = Find(owner); living.Count > 0 && Stopwatch.GetElapsedTime(start) < grace + LongestKill; living = Find(owner))
        {
            foreach (var id in living)
            {
                if (ended.Add(id) || Stopwatch.GetElapsedTime(start) >= grace)
                    _ = LibC.kill(id, Stopwatch.GetElapsedTime(start) >= grace ? Signals.Kill : Signals.Terminate);
            }

            Thread.Sleep(Pause);
        }

        return ended.Count;
    }

    // What this process runs below is never its own to end, be it an orphan or not.
    private static List<int> Find(int owner)
    {
        var mark = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{owner}-"));
        var (table, found) = (ProcessTable.Read(), new List<int>());
        // It lives, or another process has been given its number since.
        if (table.Exists(process => process.Id == owner && !process.IsZombie))
            return found;

        var above = Above(table);
        foreach (var process in table)
        {
            if (!process.IsZombie && !above.Contains(process.Id) && ProcessMark.IsOf(mark, ProcessTable.EnvironmentOf(process.Id))
                && ProcessTable.CommandLineOf(process.Id).AsSpan().IndexOf(Leftovers.FileSystemMonitor) < 0)
                found.Add(process.Id);
        }

        return found;
    }

    private static HashSet<int> Above(List<ProcessEntry> table)
    {
        var above = new HashSet<int>();
        for (var id = Environment.ProcessId; id > 0 && above.Add(id);)
        {
            var process = table.Find(entry => entry.Id == id);
            id = process.Parent;
        }

        return above;
    }
}
