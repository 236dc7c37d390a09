using System;
using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Engine.Running;

/// <summary>
/// How long a bucket would take, started in one order or another, if every check took what is expected. Longest way first comes within some
/// percent of what is possible; exchanging two checks often finds the rest.
/// </summary>
internal sealed class StartForecast
{
    // A forecast takes some microseconds, and nothing has started yet; no check takes its time more exactly than this.
    private const int MostExchanges = 300;
    private const int ExactParts = 50;
    private const int MostChecks = 64;
    private readonly long[] _durations;
    private readonly int[] _costs;
    private readonly int[][] _earlier;
    private readonly long[] _ends;
    private readonly int _workers;

    /// <summary>Of checks of which none comes before one that it waits for.</summary>
    internal StartForecast(CheckRun[] runs, long[] durations, int workers)
    {
        _workers = workers;
        _durations = Array.ConvertAll(durations, static duration => Math.Max(1, duration));
        _costs = Array.ConvertAll(runs, run => Math.Min(run.Planned.Check.Cpus, workers));
        _ends = new long[runs.Length];
        var places = new Dictionary<CheckRun, int>(runs.Length);
        _earlier = new int[runs.Length][];
        for (var i = 0; i < runs.Length; i++)
        {
            places[runs[i]] = i;
            _earlier[i] = PlacesOf(places, runs[i]);
        }
    }

    /// <summary>Whether the time of these checks can be told: what excludes others is not looked into.</summary>
    internal static bool IsPossible(CheckRun[] runs) => runs.Length <= MostChecks && Array.TrueForAll(
        runs, static run => run.Planned.Check is { Exclusive: null, Interactive: false, Cpus: not Check.AllCpus });

    /// <summary>Exchanges checks in this order where that ends the bucket sooner; none gets before one that it waits for.</summary>
    /// <param name="order">The places of the checks.</param>
    /// <param name="longestWay">What the checks take that wait for each other.</param>
    internal void Improve(int[] order, long longestWay)
    {
        var bound = Math.Max(longestWay, Work() / _workers);
        var best = TimeOf(order);
        var count = 0;
        for (var i = 0; i < order.Length; i++)
        {
            for (var j = i + 1; j < order.Length && best - bound > bound / ExactParts && count < MostExchanges; j++, count++)
            {
                (order[i], order[j]) = (order[j], order[i]);
                if (IsInOrder(order) && TimeOf(order) is var time && time < best)
                {
                    best = time;
                }
                else
                {
                    (order[i], order[j]) = (order[j], order[i]);
                }
            }
        }
    }

    /// <summary>The time from the start of the first to the end of the last.</summary>
    internal long TimeOf(int[] order)
    {
        Array.Clear(_ends);
        var (now, free, waiting) = (0L, _workers, order.Length);
        while (true)
        {
            foreach (var place in order)
            {
                if (_ends[place] == 0 && _costs[place] <= free && IsReady(place, now))
                {
                    _ends[place] = now + _durations[place];
                    free -= _costs[place];
                    waiting--;
                }
            }

            var next = NextEnd(now);
            if (waiting == 0 || next == long.MaxValue)
            {
                return LastEnd();
            }

            now = next;
            free += FreedAt(now);
        }
    }

    private static int[] PlacesOf(Dictionary<CheckRun, int> places, CheckRun run)
    {
        var earlier = new List<int>();
        foreach (var other in (IReadOnlyList<CheckRun>)[.. run.Needs, .. run.Follows])
        {
            if (places.TryGetValue(other, out var place))
            {
                earlier.Add(place);
            }
        }

        return [.. earlier];
    }

    // Who goes through it once meets each check after all that it waits for.
    private bool IsInOrder(int[] order)
    {
        Array.Clear(_ends);
        foreach (var place in order)
        {
            if (!IsReady(place, now: 1))
            {
                return false;
            }

            _ends[place] = 1;
        }

        return true;
    }

    private long Work()
    {
        var work = 0L;
        for (var i = 0; i < _durations.Length; i++)
        {
            work += _durations[i] * _costs[i];
        }

        return work;
    }

    private bool IsReady(int place, long now)
    {
        foreach (var earlier in _earlier[place])
        {
            if (_ends[earlier] == 0 || _ends[earlier] > now)
            {
                return false;
            }
        }

        return true;
    }

    private long NextEnd(long now)
    {
        var next = long.MaxValue;
        foreach (var end in _ends)
        {
            next = end > now && end < next ? end : next;
        }

        return next;
    }

    private int FreedAt(long now)
    {
        var freed = 0;
        for (var i = 0; i < _ends.Length; i++)
        {
            freed += _ends[i] == now ? _costs[i] : 0;
        }

        return freed;
    }

    private long LastEnd()
    {
        var last = 0L;
        foreach (var end in _ends)
        {
            last = Math.Max(last, end);
        }

        return last;
    }
}
