using System;
using System.IO;
using System.Text;
using System.Threading;
using FirstTry.Git.Internal.Native;
using FirstTry.Git.Isolation.Internal;

namespace FirstTry.Git.Isolation;

/// <summary>
/// One run at a time in one worktree. The lock is the kernel's, on the worktree's git directory itself: nothing is written for it, and it ends
/// with its owner, however that ends.
/// </summary>
public sealed unsafe class RunLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);
    private const int MostTries = 80;
    private readonly FileStream? _file;
    private int _descriptor;

    private RunLock(int descriptor, FileStream? file)
    {
        _descriptor = descriptor;
        _file = file;
        IsInherited = descriptor < 0 && file is null;
    }

    /// <summary>True when a run that this process is part of holds the lock, as where a check runs firsttry itself.</summary>
    public bool IsInherited { get; }

    /// <summary>Takes the lock.</summary>
    /// <param name="wait">Whether to wait while another run has it.</param>
    /// <param name="onWait">Called once before waiting.</param>
    /// <exception cref="GitException">Another run has it and nobody is to wait.</exception>
    /// <exception cref="OperationCanceledException">The program is to end.</exception>
    public static RunLock Acquire(Worktree worktree, bool wait, Action<LockOwner>? onWait = null, CancellationToken cancellation = default)
    {
        if (TryAcquire(worktree) is { } free)
        {
            return free;
        }

        var owner = LockOwners.Find(worktree.GitDirectory);
        if (owner.ProcessId != 0 && LockOwners.IsAncestor(owner.ProcessId))
        {
            return new RunLock(-1, file: null);
        }

        if (!wait)
        {
            throw new GitException($"{owner} already checks this worktree. Wait until it has ended, or run it without '--no-wait'.");
        }

        onWait?.Invoke(owner);
        while (true)
        {
            if (cancellation.WaitHandle.WaitOne(Pause))
            {
                throw new OperationCanceledException(cancellation);
            }

            if (TryAcquire(worktree) is { } freed)
            {
                return freed;
            }
        }
    }

    /// <summary>
    /// Takes the lock unless a living run has it. Between fork and exec a child has the lock of its parent: where that was killed, the child
    /// is waited for.
    /// </summary>
    /// <exception cref="GitException">The git directory cannot be locked.</exception>
    internal static RunLock? TryTakeOver(Worktree worktree)
    {
        for (var i = 0; i < MostTries; i++)
        {
            if (TryAcquire(worktree) is { } free)
            {
                return free;
            }

            var owner = LockOwners.Find(worktree.GitDirectory).ProcessId;
            if (owner == 0)
            {
                // Either nobody has it since the first question, or somebody who cannot be seen from here.
                return TryAcquire(worktree);
            }

            if (RunningOwner.IsAlive(owner))
            {
                return null;
            }

            Thread.Sleep(Pause);
        }

        return null;
    }

    /// <summary>Takes the lock if nobody has it; null when somebody does.</summary>
    /// <exception cref="GitException">The git directory cannot be locked.</exception>
    internal static RunLock? TryAcquire(Worktree worktree)
    {
        if (!OperatingSystem.IsLinux())
        {
            return TryLockFile(worktree);
        }

        fixed (byte* path = Encoding.UTF8.GetBytes(worktree.GitDirectory + "\0"))
        {
            var descriptor = LibC.Open(path, LibC.CloseOnExec, 0);
            if (descriptor >= 0 && LibC.Lock(descriptor, LibC.LockExclusive | LibC.LockWithoutWaiting) == 0)
            {
                return new RunLock(descriptor, file: null);
            }

            var error = System.Runtime.InteropServices.Marshal.GetLastPInvokeError();
            if (descriptor >= 0)
            {
                _ = LibC.Close(descriptor);
            }

            return error == LibC.TryAgain ? null : TryLockFile(worktree);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_descriptor >= 0)
        {
            _ = LibC.Close(_descriptor);
            _descriptor = -1;
        }

        _file?.Dispose();
    }

    // Where a folder cannot be locked, as on NFS, a file can.
    private static RunLock? TryLockFile(Worktree worktree)
    {
        var folder = Path.Combine(worktree.GitDirectory, "firsttry");
        try
        {
            Directory.CreateDirectory(folder);
            return new RunLock(-1, new FileStream(Path.Combine(folder, "run.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new GitException($"'{folder}' cannot be written: {exception.Message} Check who owns it.");
        }
        catch (IOException)
        {
            return null;
        }
    }
}
