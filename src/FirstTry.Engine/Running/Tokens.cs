using System;
using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Engine.Running;

/// <summary>What running checks hold: workers, names that are exclusive, the whole machine.</summary>
internal sealed class Tokens(int workers)
{
    private readonly Dictionary<string, CheckRun> _exclusive = new(StringComparer.Ordinal);
    private readonly int _workers = workers;
    private int _free = workers;
    private int _running;
    private CheckRun? _alone;

    /// <summary>Whether a batch of this check may start beside what runs now.</summary>
    internal bool Allow(CheckRun run)
    {
        if (_alone is not null && _alone != run)
        {
            return false;
        }

        if (RunsAlone(run))
        {
            return _running == 0;
        }

        // A fixer of one kind that writes beside itself is one that loses its own writes.
        if (run.Planned.Bucket == Bucket.Mutating && run.RunningBatches > 0)
        {
            return false;
        }

        var check = run.Planned.Check;
        if (check.Exclusive is { } name && _exclusive.TryGetValue(name, out var holder) && (holder != run || run.RunningBatches > 0))
        {
            return false;
        }

        return CostOf(run) <= _free;
    }

    /// <summary>Takes what a batch of this check needs.</summary>
    internal void Take(CheckRun run)
    {
        _running++;
        run.RunningBatches++;
        _free -= CostOf(run);
        if (RunsAlone(run))
        {
            _alone = run;
        }

        if (run.Planned.Check.Exclusive is { } name)
        {
            _exclusive[name] = run;
        }
    }

    /// <summary>Gives back what a batch took.</summary>
    internal void GiveBack(CheckRun run)
    {
        _running--;
        run.RunningBatches--;
        _free += CostOf(run);
    }

    /// <summary>Lets others have what the check kept between its batches.</summary>
    internal void Release(CheckRun run)
    {
        _alone = _alone == run ? null : _alone;
        if (run.Planned.Check.Exclusive is { } name && _exclusive.TryGetValue(name, out var holder) && holder == run)
        {
            _exclusive.Remove(name);
        }
    }

    // A check that wants more workers than there are gets all of them.
    private int CostOf(CheckRun run) => Math.Min(run.Planned.Check.Cpus, _workers);

    private static bool RunsAlone(CheckRun run) =>
        run.Planned.Check.Interactive || run.Planned.Check.Cpus == Check.AllCpus;
}
