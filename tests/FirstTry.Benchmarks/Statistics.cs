using System;
using System.Collections.Generic;

namespace FirstTry.Benchmarks;

/// <summary>Where the middle of a sample is and how far it spreads.</summary>
internal readonly record struct Statistics(double Minimum, double LowerQuartile, double Median, double UpperQuartile, double Maximum)
{
    /// <summary>The five numbers of a sample that is not empty.</summary>
    public static Statistics Of(IEnumerable<double> sample)
    {
        double[] sorted = [.. sample];
        Array.Sort(sorted);
        return new Statistics(sorted[0], At(sorted, 0.25), At(sorted, 0.5), At(sorted, 0.75), sorted[^1]);
    }

    private static double At(double[] sorted, double share)
    {
        var position = share * (sorted.Length - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((sorted[above] - sorted[below]) * (position - below));
    }
}
