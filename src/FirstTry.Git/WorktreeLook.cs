using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Threading;
using FirstTry.Git.Internal;
using FirstTry.Git.Internal.Index;
using FirstTry.Graph;
using FirstTry.Processes;

namespace FirstTry.Git;

/// <summary>
/// Looks once at every tracked file, while the caller does something else. The index is read here and the files are looked at by several
/// threads; git is asked only about files that really look different, or when the index is of a kind that only git reads.
/// </summary>
public sealed class WorktreeLook
{
    private readonly WorktreeScan _scan;
    private readonly object _gate = new();
    private TreePass? _pass;
    private WorktreeState? _state;
    private Exception? _failure;
    private bool _isUnderWay;

    private WorktreeLook(WorktreeScan scan) => _scan = scan;

    /// <summary>Begins to look.</summary>
    /// <param name="processors">How many threads a large repository may take, the one that waits included.</param>
    public static WorktreeLook Start(Worktree worktree, EnvironmentBlock environment, int processors)
    {
        var look = new WorktreeLook(new WorktreeScan(worktree, environment, processors));
        WorkerThread.Start(look.Lead, TreePass.StackSize);
        return look;
    }

    /// <summary>The index, once it is read; null when there is none, or when only git can read it.</summary>
    internal IndexFile? Index()
    {
        WaitForIndex();
        return _pass?.Index;
    }

    /// <summary>
    /// Whether none of these files can be among the unstaged ones, as far as the index and the file system tell at once; false where that takes
    /// the whole look.
    /// </summary>
    public bool AreAsInIndex(IEnumerable<string> names)
    {
        WaitForIndex();
        if (_pass is not { } pass)
        {
            return false;
        }

        foreach (var name in names)
        {
            if (!_scan.IsAsInIndex(pass.Index, RepoPath.FromText(name)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Reads the folders on the calling thread while others look at the files: whoever will ask for what is untracked need not wait for it then.</summary>
    /// <param name="known">Folders that need not be read, which learns more of them; null reads all.</param>
    public void ReadFolders(KnownFolders? known = null)
    {
        WaitForIndex();
        if (_pass is { } pass && OperatingSystem.IsLinux())
        {
            _scan.ReadFolders(pass.Index, known);
        }
    }

    /// <summary>Lends a hand, waits for the end and returns what was found; the same at every call.</summary>
    /// <exception cref="GitException">git had to be asked and failed, or the index cannot be read.</exception>
    public WorktreeState Wait()
    {
        WaitForIndex();
        _pass?.Work();
        lock (_gate)
        {
            while (_state is null && _failure is null)
            {
                Monitor.Wait(_gate);
            }
        }

        return _failure switch
        {
            null => _state!,
            GitException or IOException or UnauthorizedAccessException => throw new GitException(_failure.Message),
            _ => throw new InvalidOperationException("The look at the working tree failed.", _failure),
        };
    }

    private void WaitForIndex()
    {
        lock (_gate)
        {
            while (!_isUnderWay)
            {
                Monitor.Wait(_gate);
            }
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "On a thread of our own nobody else would; whoever waits throws it.")]
    private void Lead()
    {
        try
        {
            var index = _scan.ReadIndex();
            Tell(() => _pass = index is null ? null : _scan.PassOver(index));
            var state = _scan.Finish(_pass);
            Tell(() => _state = state);
        }
        catch (Exception exception)
        {
            Tell(() => _failure = exception);
        }
    }

    private void Tell(Action news)
    {
        lock (_gate)
        {
            news();
            _isUnderWay = true;
            Monitor.PulseAll(_gate);
        }
    }
}
