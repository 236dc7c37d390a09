using System;
using System.Collections.Generic;
using FirstTry.Engine.Planning;
using FirstTry.Graph;

namespace FirstTry.Engine.Running;

/// <summary>
/// In which order the checks of a bucket are started: first what has the longest way before it, itself and what waits for it. Nothing that is
/// long is then left for the end, when the other workers are idle. Two are exchanged where that ends the
/// bucket sooner. Where no duration is known it is the order of the plan.
/// </summary>
internal static class StartOrder
{
    /// <summary>All checks of a bucket, none before one that it needs. Durations are only asked for where the order matters.</summary>
    internal static CheckRun[] Of(CheckRun[] runs, Bucket bucket, int workers, Func<PlannedCheck, TimeSpan?> expected)
    {
        var members = Array.FindAll(runs, run => run.Planned.Bucket == bucket);
        if (CountRunnable(members) <= workers)
        {
            return members;
        }

        var durations = Array.ConvertAll(members, run => run.Planned.IsRunnable ? expected(run.Planned) : TimeSpan.Zero);
        if (MeanOf(members, durations) is not { } mean)
        {
            return members;
        }

        return Sort(members, Array.ConvertAll(durations, duration => (duration ?? mean).Ticks), workers);
    }

    private static int CountRunnable(CheckRun[] runs)
    {
        var count = 0;
        foreach (var run in runs)
        {
            count += run.Planned.IsRunnable ? 1 : 0;
        }

        return count;
    }

    // A new check is taken for one like the others.
    private static TimeSpan? MeanOf(CheckRun[] runs, TimeSpan?[] durations)
    {
        var (sum, count) = (TimeSpan.Zero, 0);
        for (var i = 0; i < runs.Length; i++)
        {
            if (runs[i].Planned.IsRunnable && durations[i] is { } duration)
            {
                sum += duration;
                count++;
            }
        }

        return count == 0 ? null : sum / count;
    }

    private static CheckRun[] Sort(CheckRun[] runs, long[] durations, int workers)
    {
        var remaining = RemainingOf(runs, durations);
        var (order, longest) = (new int[runs.Length], 0L);
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            longest = Math.Max(longest, remaining[runs[i]]);
        }

        Array.Sort(order, (left, right) => remaining[runs[right]].CompareTo(remaining[runs[left]]) is var longer and not 0 ? longer : left.CompareTo(right));
        if (workers > 1 && StartForecast.IsPossible(runs))
        {
            new StartForecast(runs, durations, workers).Improve(order, longest);
        }

        return Array.ConvertAll(order, i => runs[i]);
    }

    private static Dictionary<CheckRun, long> RemainingOf(CheckRun[] runs, long[] durations)
    {
        var remaining = new Dictionary<CheckRun, long>(runs.Length);
        for (var i = runs.Length - 1; i >= 0; i--)
        {
            // What waits for this one stands behind it and has added its own way.
            var way = remaining.GetValueOrDefault(runs[i]) + durations[i];
            remaining[runs[i]] = way;
            foreach (var need in runs[i].Needs)
            {
                remaining[need] = Math.Max(remaining.GetValueOrDefault(need), way);
            }

            foreach (var earlier in runs[i].Follows)
            {
                remaining[earlier] = Math.Max(remaining.GetValueOrDefault(earlier), way);
            }
        }

        return remaining;
    }
}
