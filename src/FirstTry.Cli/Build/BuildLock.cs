using System;
using System.IO;
using System.Threading;

namespace FirstTry.Cli.Build;

/// <summary>One build at a time in a repository. The lock is the system's and ends with its owner, however that ends.</summary>
internal sealed class BuildLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly FileStream _file;

    private BuildLock(FileStream file) => _file = file;

    /// <summary>Takes the lock; null when another build has it.</summary>
    public static BuildLock? TryTake(RunnerPlace place)
    {
        Directory.CreateDirectory(place.Folder);
        try
        {
            return new BuildLock(new FileStream(place.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException) when (File.Exists(place.Lock))
        {
            return null;
        }
    }

    /// <summary>Takes the lock, and waits until no other build has it.</summary>
    /// <param name="onWait">Called once before waiting.</param>
    public static BuildLock Take(RunnerPlace place, Action onWait, CancellationToken cancellation)
    {
        var isTold = false;
        while (true)
        {
            if (TryTake(place) is { } taken)
            {
                return taken;
            }

            if (!isTold)
            {
                onWait();
                isTold = true;
            }

            cancellation.WaitHandle.WaitOne(Pause);
            cancellation.ThrowIfCancellationRequested();
        }
    }

    public void Dispose() => _file.Dispose();
}
