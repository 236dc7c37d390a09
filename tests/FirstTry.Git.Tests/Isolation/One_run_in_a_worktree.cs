using System;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using FirstTry.Git.Isolation;
using FirstTry.Testing;

namespace FirstTry.Git.Tests.Isolation;

public sealed class One_run_in_a_worktree
{
    [Fact]
    public async Task A_second_run_waits_and_says_for_whom()
    {
        using var repository = TemporaryRepository.Create();
        using var other = Hold(repository);
        LockOwner? owner = null;

        var waiting = Task.Run(() => RunLock.Acquire(repository.Worktree(), wait: true, found => Volatile.Write(ref owner, found)));
        WaitFor(() => Volatile.Read(ref owner) is not null);
        var hadToWait = !waiting.IsCompleted;
        other.Kill(entireProcessTree: true);
        using var freed = await waiting.WaitAsync(TimeSpan.FromMinutes(1));

        Assert.True(hadToWait);
        Assert.Equal(other.Id, owner!.ProcessId);
        Assert.Contains("flock", owner.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_is_not_to_wait_fails_and_names_the_other()
    {
        using var repository = TemporaryRepository.Create();
        using var other = Hold(repository);

        var failure = Assert.Throws<GitException>(() => RunLock.Acquire(repository.Worktree(), wait: false));

        Assert.Contains($"process {other.Id}", failure.Message, StringComparison.Ordinal);
        other.Kill(entireProcessTree: true);
    }

    [Fact]
    public void The_lock_of_a_dead_owner_is_free_and_only_one_takes_it()
    {
        using var repository = TemporaryRepository.Create();
        using (var other = Hold(repository))
        {
            other.Kill(entireProcessTree: true);
            other.WaitForExit();
        }

        var worktree = repository.Worktree();
        var (inside, most) = (0, 0);
        Parallel.For(0, 20, new ParallelOptions { MaxDegreeOfParallelism = 4 }, _ =>
        {
            using var taken = RunLock.Acquire(worktree, wait: true);
            InterlockedMax(ref most, Interlocked.Increment(ref inside));
            Interlocked.Decrement(ref inside);
        });

        Assert.Equal(1, most);
    }

    // A child of a killed run has its lock until it becomes git: it lets go at any moment, also between the two questions of who takes over.
    [Fact]
    public void What_is_left_of_a_killed_run_is_waited_for_whenever_it_lets_go()
    {
        using var repository = TemporaryRepository.Create();
        var worktree = repository.Worktree();

        for (var i = 0; i < 200; i++)
        {
            using var left = Leave(repository);
            left.StandardInput.Close();
            using var taken = RunLock.TryTakeOver(worktree);

            Assert.True(taken is not null, $"nobody held the lock any more, the {i + 1}. time");
        }
    }

    [Fact]
    public void A_lock_writes_nothing()
    {
        using var repository = TemporaryRepository.Create();
        var before = repository.Run("sh", ["-c", "find .git -printf '%p %T@ %C@\n' | sort"]).Output;

        using (RunLock.Acquire(repository.Worktree(), wait: false))
        {
            Assert.Equal(before, repository.Run("sh", ["-c", "find .git -printf '%p %T@ %C@\n' | sort"]).Output);
        }

        Assert.Equal(before, repository.Run("sh", ["-c", "find .git -printf '%p %T@ %C@\n' | sort"]).Output);
    }

    [Fact]
    public void Another_worktree_is_not_held_up()
    {
        using var repository = TemporaryRepository.Create();
        repository.CommitAll();
        repository.Git("worktree", "add", "--quiet", "../other");
        var linked = FirstTry.Git.Worktree.Find(Path.Combine(repository.Outside, "other"), repository.Block());

        using var first = RunLock.Acquire(repository.Worktree(), wait: false);
        using var second = RunLock.Acquire(linked, wait: false);

        Assert.False(second.IsInherited);
    }

    [Fact]
    public void Waiting_ends_when_the_program_is_to_end()
    {
        using var repository = TemporaryRepository.Create();
        using var other = Hold(repository);
        using var interruption = new CancellationTokenSource();

        Assert.Throws<OperationCanceledException>(
            () => RunLock.Acquire(repository.Worktree(), wait: true, _ => interruption.Cancel(), interruption.Token));
        other.Kill(entireProcessTree: true);
    }

    // Another process with the same lock: flock(1) runs a command while it holds it.
    private static Process Hold(TemporaryRepository repository)
    {
        var sign = Path.Combine(repository.Outside, "held");
        var process = Process.Start(new ProcessStartInfo("flock", [repository.PathOf(".git"), "sh", "-c", $"touch '{sign}'; exec sleep 600"]))!;
        WaitFor(() => File.Exists(sign));
        return process;
    }

    // A shell that has the lock of a process that is gone, until its input ends.
    private static Process Leave(TemporaryRepository repository)
    {
        var process = Process.Start(new ProcessStartInfo("sh", ["-c", "exec 9<\"$1\"; flock 9; echo held; read -r end; exit 0", "sh", repository.PathOf(".git")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        Assert.Equal("held", process.StandardOutput.ReadLine());
        return process;
    }

    private static void WaitFor(Func<bool> condition)
    {
        var limit = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(limit.Elapsed < TimeSpan.FromMinutes(1), "the other process did not start");
            Thread.Sleep(10);
        }
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var known = Volatile.Read(ref most); value > known; known = Volatile.Read(ref most))
        {
            if (Interlocked.CompareExchange(ref most, value, known) == known)
            {
                return;
            }
        }
    }
}
