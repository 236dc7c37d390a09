using System;
using System.IO;
using System.Threading;
using FirstTry.Git.Internal;
using FirstTry.Git.Internal.Index;
using FirstTry.Processes;

namespace FirstTry.Git;

/// <summary>
/// Looks once at every tracked file, while the caller does something else. The index is read here and the files are looked at by several
/// threads; git is asked only about files that really look different, or when the index is of a kind that only git reads.
/// </summary>
public sealed class WorktreeLook
{
    private readonly WorktreeScan _scan;
    private readonly Thread _leader;
    private readonly Lock _waiting = new();
    private readonly object _begin = new();
    private bool _isUnderWay;
    private TreePass? _pass;
    private WorktreeState? _state;
    private Exception? _failure;

    private WorktreeLook(WorktreeScan scan)
    {
        _scan = scan;
        _leader = new Thread(Lead, maxStackSize: TreePass.StackSize) { IsBackground = true };
    }

    /// <summary>Begins to look.</summary>
    /// <param name="processors">How many threads a large repository may take, the one that waits included.</param>
    public static WorktreeLook Start(Worktree worktree, EnvironmentBlock environment, int processors)
    {
        var look = new WorktreeLook(new WorktreeScan(worktree, environment, processors));
        look._leader.Start();
        return look;
    }

    /// <summary>Lends a hand, waits for the end and returns what was found; the same at every call.</summary>
    /// <exception cref="GitException">git had to be asked and failed, or the index cannot be read.</exception>
    public WorktreeState Wait()
    {
        lock (_waiting)
        {
            WaitForBegin();
            _pass?.Work();
            _leader.Join();
            return _state ?? throw new GitException(_failure!.Message);
        }
    }

    private void Lead()
    {
        try
        {
            var index = _scan.ReadIndex();
            _pass = index is null ? null : _scan.PassOver(index);
            Begin();
            _state = _scan.Finish(_pass);
        }
        catch (Exception exception) when (exception is GitException or IOException or UnauthorizedAccessException)
        {
            _failure = exception;
        }
        finally
        {
            Begin();
        }
    }

    private void Begin()
    {
        lock (_begin)
        {
            _isUnderWay = true;
            Monitor.PulseAll(_begin);
        }
    }

    private void WaitForBegin()
    {
        lock (_begin)
        {
            while (!_isUnderWay)
            {
                Monitor.Wait(_begin);
            }
        }
    }
}
