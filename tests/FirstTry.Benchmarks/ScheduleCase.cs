using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace FirstTry.Benchmarks;

/// <summary>A synthetic graph of checks with known durations.</summary>
internal sealed record ScheduleCase(string Name, int Workers, IReadOnlyList<ScheduledCheck> Checks)
{
    /// <summary>The cases; the same numbers each time.</summary>
    public static IReadOnlyList<ScheduleCase> All { get; } =
    [
        new("four checks of a second", 4, [.. Enumerable.Range(1, 4).Select(i => Check($"c{i}", 1000))]),
        new("24 independent checks", 4, Independent(24)),
        new("chains beside short checks", 4, [.. Chain("a", 5, 120), .. Chain("b", 3, 90), .. Independent(20)]),
        new("two buckets with needs", 4, [.. Chain("a", 3, 100), .. Independent(12), .. Chain("s", 4, 80).Select(check => check with { IsSlow = true }), Check("big", 450) with { IsSlow = true }]),
    ];

    /// <summary>No schedule is shorter: within a bucket neither than its longest chain nor than its work shared by all workers.</summary>
    public double LowerBound => BoundWith(cost: 0);

    /// <summary>The same where each check takes this much longer than it sleeps, for it is a process.</summary>
    public double BoundWith(double cost) => Bound(isSlow: false, cost) + Bound(isSlow: true, cost);

    private double Bound(bool isSlow, double cost)
    {
        var members = Checks.Where(check => check.IsSlow == isSlow).ToList();
        return members.Count == 0 ? 0 : Math.Max(members.Max(check => PathTo(check, cost)), members.Sum(check => check.Milliseconds + cost) / Workers);
    }

    private double PathTo(ScheduledCheck check, double cost) =>
        check.Milliseconds + cost + check.Needs.Select(need => PathTo(Checks.Single(other => other.Name == need), cost)).DefaultIfEmpty().Max();

    // The long ones come last in the file: a runner that goes by its order is left with one of them at the end.
    private static IEnumerable<ScheduledCheck> Chain(string name, int length, int milliseconds) => Enumerable.Range(1, length)
        .Select(i => Check(name + Text(i), milliseconds) with { Needs = i == 1 ? [] : [name + Text(i - 1)] });

    private static ScheduledCheck[] Independent(int count) =>
        [.. Enumerable.Range(1, count).Select(i => Check("i" + Text(i), 30 + (i * 7919 % 13 * 15))).OrderBy(check => check.Milliseconds)];

    private static ScheduledCheck Check(string name, int milliseconds) => new(name, milliseconds, IsSlow: false, []);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
