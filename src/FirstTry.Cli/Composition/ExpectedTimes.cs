using System;
using System.Collections.Generic;
using System.Threading;
using FirstTry.Engine.History;
using FirstTry.Engine.Planning;
using FirstTry.Git;

namespace FirstTry.Cli.Composition;

/// <summary>How long checks took when they last ran. The history is read when somebody asks, and not before.</summary>
internal sealed class ExpectedTimes(Worktree worktree)
{
    private readonly Lazy<IReadOnlyDictionary<string, TimeSpan>> _times =
        new(new RunHistory(worktree.CommonDirectory).LastDurations, LazyThreadSafetyMode.ExecutionAndPublication);

    /// <summary>The time of a check; null when no recent run has it.</summary>
    public TimeSpan? Of(PlannedCheck check) => _times.Value.TryGetValue(check.Name, out var time) ? time : null;
}
