using System;
using System.Text;
using System.Threading;
using FirstTry.Git.Internal.Native;
using FirstTry.Graph;
using FirstTry.Processes;

namespace FirstTry.Git.Internal.Index;

/// <summary>Looks at the file of every entry of an index, on as many threads as call <see cref="Work()"/>.</summary>
/// <param name="comparison">Judges what was found; null when only the files' state is wanted.</param>
/// <param name="threads">How many threads a large repository may take, one that waits included.</param>
internal sealed unsafe class TreePass(string root, IndexFile index, IndexComparison? comparison, int threads)
{
    /// <summary>Nothing here goes deep.</summary>
    public const int StackSize = 256 * 1024;

    // A look at a file costs 1 µs, a thread 100: two threads pay from a few hundred files on.
    private const int EntriesPerThread = 2_000;

    // Long turns first, since a turn begins with a walk to its folder; short ones in the end, so that all threads end together.
    private const int ShortestTurn = 32;
    private const int TurnsPerThread = 3;
    private readonly byte[] _root = Encoding.UTF8.GetBytes(root + "\0");
    private readonly object _end = new();
    private readonly int _turns = TurnsPerThread * Math.Max(2, threads);
    private int _taken;
    private int _unfinished = index.Count;

    /// <summary>The entries.</summary>
    public IndexFile Index { get; } = index;

    /// <summary>What lies at each entry's path.</summary>
    public FileStat[] Statuses { get; } = FreshMemory.Allocate<FileStat>(index.Count);

    /// <summary>Starts the further threads that pay, works and waits until everything is done. For a thread that was made for this.</summary>
    public void Run()
    {
        var helpers = Math.Clamp(Index.Count / EntriesPerThread, 1, Math.Max(1, threads - 1)) - 1;
        for (var i = 0; i < helpers; i++)
        {
            WorkerThread.Start(WorkInOwnThread, StackSize);
        }

        WorkInOwnThread();
        lock (_end)
        {
            while (Volatile.Read(ref _unfinished) > 0)
            {
                Monitor.Wait(_end);
            }
        }
    }

    /// <summary>
    /// Takes the next few entries until none are left; others may still be at theirs. Processors are shared with git and the checks, and
    /// equal halves would not end together.
    /// </summary>
    public void Work() => Work(movesThread: false);

    // Where the system does not allow a thread a current directory of its own, such as in some containers, each file is found from its folder.
    private void WorkInOwnThread()
    {
        if (!OperatingSystem.IsLinux() || LibC.Unshare(LibC.OwnDirectory) != 0)
        {
            Work(movesThread: false);
            return;
        }

        fixed (byte* here = ".\0"u8)
        {
            var home = LibC.Open(here, LibC.OpenFolder, 0);
            Work(movesThread: home >= 0);
            _ = LibC.ChangeFolder(home);
            _ = LibC.Close(home);
        }
    }

    private void Work(bool movesThread)
    {
        if (Volatile.Read(ref _taken) >= Index.Count)
        {
            return;
        }

        if (!OperatingSystem.IsLinux())
        {
            LookByName();
            return;
        }

        fixed (byte* root = _root)
        {
            var top = LibC.Open(root, LibC.OpenFolder, 0);
            using (var walk = new FolderWalk(top, movesThread && LibC.ChangeFolder(top) == 0))
            {
                LookFrom(walk);
            }

            _ = LibC.Close(top);
        }
    }

    private void LookFrom(FolderWalk walk)
    {
        fixed (byte* names = Index.Names)
        {
            for (var (first, end) = TakeTurn(); first < end; (first, end) = TakeTurn())
            {
                for (var i = first; i < end; i++)
                {
                    var place = Index.PlaceOf(i);
                    Statuses[i] = walk.TryEnter(new ReadOnlySpan<byte>(names + place.Name, place.NameLength))
                        ? StatOf(walk.Folder, names + place.Name + walk.Length)
                        : default;
                    comparison?.Judge(i, Statuses[i]);
                }

                Finish(end - first);
            }
        }
    }

    /// <summary>What lies at a path from a folder, ended with a NUL byte; links are not followed.</summary>
    public static FileStat StatOf(int folder, ReadOnlySpan<byte> path)
    {
        fixed (byte* name = path)
        {
            return StatOf(folder, name);
        }
    }

    private static FileStat StatOf(int folder, byte* name)
    {
        if (!PlainFileStatus.IsKnown)
        {
            FileStatus status;
            return LibC.StatusOnly(folder, name, LibC.DoNotFollow, LibC.BasicStatus, &status) == 0 ? status.ToStat() : default;
        }

        PlainFileStatus plain;
        return LibC.PlainStatusOnly(folder, name, &plain, LibC.DoNotFollow) == 0 ? plain.ToStat() : default;
    }

    private void LookByName()
    {
        for (var (first, end) = TakeTurn(); first < end; (first, end) = TakeTurn())
        {
            for (var i = first; i < end; i++)
            {
                Statuses[i] = WorktreeFiles.StatOf(root, new RepoPath(Index.NameOf(i).ToArray()));
                comparison?.Judge(i, Statuses[i]);
            }

            Finish(end - first);
        }
    }

    private (int First, int End) TakeTurn()
    {
        while (true)
        {
            var first = Volatile.Read(ref _taken);
            var end = first + Math.Max(ShortestTurn, (Index.Count - first) / _turns);
            if (first >= Index.Count)
            {
                return (Index.Count, Index.Count);
            }

            if (Interlocked.CompareExchange(ref _taken, end, first) == first)
            {
                return (first, Math.Min(end, Index.Count));
            }
        }
    }

    private void Finish(int count)
    {
        if (Interlocked.Add(ref _unfinished, -count) == 0)
        {
            lock (_end)
            {
                Monitor.PulseAll(_end);
            }
        }
    }
}
