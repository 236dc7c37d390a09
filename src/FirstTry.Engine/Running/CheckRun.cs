using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using FirstTry.Engine.Planning;
using FirstTry.Engine.Running.Fixes;
using FirstTry.Processes;

namespace FirstTry.Engine.Running;

/// <summary>The state of one check while the plan is run; changed under the scheduler's lock except where it says otherwise.</summary>
internal sealed class CheckRun(PlannedCheck planned, IReadOnlyList<CheckRun> needs)
{
    internal PlannedCheck Planned { get; } = planned;

    internal IReadOnlyList<CheckRun> Needs { get; } = needs;

    /// <summary>The verdict; null until there is one.</summary>
    internal CheckResult? Result { get; set; }

    /// <summary>When nothing but a free worker was missing; 0 before.</summary>
    internal long ReadyAt { get; set; }

    /// <summary>When it started; 0 before.</summary>
    internal long StartedAt { get; private set; }

    /// <summary>How many of its batches run now.</summary>
    internal int RunningBatches { get; set; }

    /// <summary>The next batch to start.</summary>
    internal int NextBatch { get; set; }

    /// <summary>What there is to start; null until it is prepared, and for a built-in check.</summary>
    internal IReadOnlyList<CheckBatch>? Batches { get; set; }

    /// <summary>What came of each batch; each thread writes the place of its own batch.</summary>
    internal BatchResult?[] Outcomes { get; set; } = [null];

    /// <summary>Where its processes start. Set while it is prepared.</summary>
    internal string WorkingDirectory { get; private set; } = "";

    /// <summary>What its processes see. Set while it is prepared.</summary>
    internal EnvironmentBlock? Environment { get; private set; }

    /// <summary>The mutating checks that have to come to their verdict before this one, which mutates too, may start.</summary>
    internal List<CheckRun> Follows { get; } = [];

    /// <summary>Notices what a mutating check changes. Set while it is prepared.</summary>
    internal MutationWatch? Watch { get; set; }

    /// <summary>What a mutating check has left behind; null until nothing mutating runs any more.</summary>
    internal Mutation? Mutation { get; set; }

    /// <summary>The names of the mutating checks that ran meanwhile, this one included.</summary>
    internal IReadOnlyList<string> Companions { get; set; } = [];

    /// <summary>What differed from the index before they ran.</summary>
    internal ContentSnapshot? Before { get; set; }

    /// <summary>When the last process of a mutating check ended, which waits for its verdict until nothing mutating runs; 0 before.</summary>
    internal long EndedAt { get; set; }

    /// <summary>Whether it is being prepared: how many batches there are is not known yet.</summary>
    internal bool IsPreparing { get; set; }

    /// <summary>Whether somebody looks, or has looked, for a remembered pass.</summary>
    internal bool IsRecalled { get; set; }

    /// <summary>Whether somebody looks for a remembered pass now.</summary>
    internal bool IsRecalling { get; set; }

    /// <summary>When an earlier pass was looked for; null when nobody looked.</summary>
    internal Period? LookUp { get; set; }

    internal bool HasStarted => StartedAt != 0;

    internal bool HasBatchLeft => !IsPreparing && NextBatch < Outcomes.Length;

    internal void Start() => StartedAt = Stopwatch.GetTimestamp();

    /// <summary>What is left of its time limit, which all of its batches share; null without a limit.</summary>
    internal TimeSpan? TimeLeft() => Planned.Check.Timeout is { } limit ? limit.ToTimeSpan() - Stopwatch.GetElapsedTime(StartedAt) : null;

    /// <summary>Works out what is started, outside of the lock; an error when there is no place to start it.</summary>
    internal BatchResult? Prepare(Plan plan, RunContext context, CheckEnvironment environment, TreeVisit tree)
    {
        if (Planned.Obstacle is { } obstacle)
        {
            return BatchResult.NotStarted(obstacle);
        }

        var root = Planned.Check.Root;
        WorkingDirectory = root == "." ? context.WorktreeRoot : Path.Combine(context.WorktreeRoot, root);
        if (root != "." && !Directory.Exists(WorkingDirectory))
        {
            return BatchResult.NotStarted($"check '{Planned.Name}' cannot start in '{root}': there is no such folder. Create it, or change 'root'.");
        }

        if (Planned.Command is not null)
        {
            Environment = tree.Guard(environment.For(Planned));
            Batches = new CheckCommand(Planned, plan.MessageFile).ToBatches(Environment, context.HookInput);
            Outcomes = new BatchResult?[Batches.Count];
        }

        return null;
    }
}
