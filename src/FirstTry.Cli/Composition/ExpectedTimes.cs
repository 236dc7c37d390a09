using System;
using System.Threading;
using FirstTry.Engine.History;
using FirstTry.Engine.Planning;
using FirstTry.Git;

namespace FirstTry.Cli.Composition;

/// <summary>How long checks took when they last ran. The history is read when somebody asks, and not before; from several threads at once.</summary>
internal sealed class ExpectedTimes(Worktree worktree)
{
    private readonly Lock _gate = new();
    private RecentDurations? _durations;

    /// <summary>The time of a check; null when no recent run has it.</summary>
    public TimeSpan? Of(PlannedCheck check)
    {
        lock (_gate)
        {
            _durations ??= new RunHistory(worktree.CommonDirectory).RecentDurations();
            return _durations.Of(check.Name);
        }
    }
}
