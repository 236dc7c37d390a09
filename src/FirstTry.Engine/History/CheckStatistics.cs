using System;
using System.Collections.Generic;

namespace FirstTry.Engine.History;

/// <summary>What the history comes to for one check.</summary>
public sealed record CheckStatistics
{
    private static readonly string[] Objections = ["failed", "timed_out"];

    /// <summary>The name of the check.</summary>
    public required string Name { get; init; }

    /// <summary>How many runs it was part of and came to a pass, a fix, a failure or a time-out, remembered ones included.</summary>
    public int Runs { get; init; }

    /// <summary>How many of those were remembered.</summary>
    public int Hits { get; init; }

    /// <summary>How many objected.</summary>
    public int Failures { get; init; }

    /// <summary>The median time of the runs that were executed; zero when none was.</summary>
    public TimeSpan Median { get; init; }

    /// <summary>The time that 19 of 20 executed runs stayed within; zero when none was.</summary>
    public TimeSpan Slow { get; init; }

    /// <summary>The time of everything that was not run again.</summary>
    public TimeSpan Saved { get; init; }

    /// <summary>Under how many fingerprints it both passed and objected.</summary>
    public int FlakyFingerprints { get; init; }

    /// <summary>The part of its runs that were remembered, from 0 to 1.</summary>
    public double HitRate => Runs == 0 ? 0 : (double)Hits / Runs;

    /// <summary>One entry a check, in the order in which they first appear in the newest run that has them.</summary>
    public static IReadOnlyList<CheckStatistics> Of(IReadOnlyList<PastRun> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var names = new List<string>();
        var checks = new Dictionary<string, List<PastCheck>>(StringComparer.Ordinal);
        for (var i = runs.Count - 1; i >= 0; i--)
        {
            foreach (var check in runs[i].Checks)
            {
                if (!checks.TryGetValue(check.Name, out var list))
                {
                    names.Add(check.Name);
                    checks[check.Name] = list = [];
                }

                list.Add(check);
            }
        }

        return names.ConvertAll(name => Of(name, checks[name]));
    }

    private static CheckStatistics Of(string name, List<PastCheck> checks)
    {
        var decided = checks.FindAll(static check => check.IsCached || check.IsExecuted);
        var times = decided.FindAll(static check => check.IsExecuted).ConvertAll(static check => check.Duration);
        times.Sort();
        var saved = TimeSpan.Zero;
        foreach (var check in decided)
        {
            saved += check.Saved;
        }

        return new CheckStatistics
        {
            Name = name,
            Runs = decided.Count,
            Hits = decided.FindAll(static check => check.IsCached).Count,
            Failures = decided.FindAll(IsObjection).Count,
            Median = RankOf(times, 0.5),
            Slow = RankOf(times, 0.95),
            Saved = saved,
            FlakyFingerprints = CountFlaky(decided),
        };
    }

    private static TimeSpan RankOf(List<TimeSpan> sorted, double part) =>
        sorted.Count == 0 ? TimeSpan.Zero : sorted[(int)Math.Ceiling(part * sorted.Count) - 1];

    private static int CountFlaky(List<PastCheck> checks)
    {
        var verdicts = new Dictionary<string, (bool Passed, bool Objected)>(StringComparer.Ordinal);
        foreach (var check in checks)
        {
            if (check.Fingerprint is { } fingerprint && check.Status is not "fixed")
            {
                var (passed, objected) = verdicts.GetValueOrDefault(fingerprint);
                verdicts[fingerprint] = (passed || check.Status == "passed", objected || IsObjection(check));
            }
        }

        var flaky = 0;
        foreach (var (passed, objected) in verdicts.Values)
        {
            flaky += passed && objected ? 1 : 0;
        }

        return flaky;
    }

    private static bool IsObjection(PastCheck check) => Array.IndexOf(Objections, check.Status) >= 0;
}
