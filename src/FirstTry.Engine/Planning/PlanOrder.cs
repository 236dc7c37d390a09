using System;
using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Engine.Planning;

/// <summary>The order of a plan: bucket, then the order of the profile, but a check never before one that it needs.</summary>
internal static class PlanOrder
{
    /// <summary>The bucket that a check runs in; a fixing run has one only.</summary>
    internal static Bucket BucketOf(Check check, bool isFixing)
    {
        if (isFixing)
        {
            return Bucket.Mutating;
        }

        return check.Bucket ?? (check.Uses is { } adapter ? AdapterCatalog.Find(adapter.Name)?.Bucket : null) ?? Bucket.Fast;
    }

    /// <summary>The checks in the order of the plan; the input is in the order of the profile.</summary>
    internal static List<Check> Sort(List<Check> checks, bool isFixing)
    {
        var sorted = new List<Check>(checks.Count);
        var isPlaced = new bool[checks.Count];
        for (var bucket = Bucket.Fast; bucket <= Bucket.Slow; bucket++)
        {
            while (FindNext(checks, isPlaced, bucket, isFixing) is var next and >= 0)
            {
                isPlaced[next] = true;
                sorted.Add(checks[next]);
            }
        }

        return sorted;
    }

    private static int FindNext(List<Check> checks, bool[] isPlaced, Bucket bucket, bool isFixing)
    {
        for (var i = 0; i < checks.Count; i++)
        {
            if (!isPlaced[i] && BucketOf(checks[i], isFixing) == bucket && !HasToWait(checks[i], checks, isPlaced))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool HasToWait(Check check, List<Check> checks, bool[] isPlaced)
    {
        foreach (var need in check.Needs)
        {
            for (var i = 0; i < checks.Count; i++)
            {
                if (!isPlaced[i] && string.Equals(checks[i].Name, need.Name, StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
