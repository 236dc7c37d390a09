using System.Collections.Generic;
using System.Threading;

namespace FirstTry.Processes.Internal.Posix;

/// <summary>The processes that we have started and not yet taken the exit status of.</summary>
internal static class RootProcesses
{
    private static readonly Lock Gate = new();
    private static readonly HashSet<int> Ids = [];

    public static void Add(int id)
    {
        lock (Gate)
            Ids.Add(id);
    }

    public static void Remove(int id)
    {
        lock (Gate)
            Ids.Remove(id);
    }

    public static bool Contains(int id)
    {
        lock (Gate)
            return Ids.Contains(id);
    }

    public static bool IsOnly(int id)
    {
        lock (Gate)
            return Ids.Count == 1 && Ids.Contains(id);
    }
}
