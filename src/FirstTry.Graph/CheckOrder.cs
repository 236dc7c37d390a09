using System;
using System.Collections.Generic;

namespace FirstTry.Graph;

/// <summary>The orders in which checks stand.</summary>
public static class CheckOrder
{
    /// <summary>The phase of a check: its own, else that of its adapter, else fast.</summary>
    public static Bucket BucketOf(Check check) =>
        check.Bucket ?? (check.Uses is { } adapter ? AdapterCatalog.Find(adapter.Name)?.Bucket : null) ?? Bucket.Fast;

    /// <summary>
    /// The order of a plan: bucket, then the order given, but a check never before one that it needs. A needed check that
    /// is not among <paramref name="checks"/> does not come in.
    /// </summary>
    public static CheckReferences OfPlan(IReadOnlyCollection<Check> checks) => OfPlan(checks, BucketOf);

    /// <summary>The order of a plan in which the checks run in other buckets than their own.</summary>
    public static CheckReferences OfPlan(IReadOnlyCollection<Check> checks, Func<Check, Bucket> bucketOf)
    {
        var sorted = new List<Check>(checks.Count);
        var waiting = new List<Check>(checks);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var check in checks)
        {
            names.Add(check.Name);
        }

        for (var bucket = Bucket.Fast; bucket <= Bucket.Slow; bucket++)
        {
            while (TakeNext(waiting, names, check => bucketOf(check) == bucket) is { } next)
            {
                sorted.Add(next);
            }
        }

        // The parser refuses a need of a later bucket; in a graph from elsewhere, such a check must not get lost.
        sorted.AddRange(waiting);
        return CheckReferences.Create(sorted.ToArray());
    }

    /// <summary>The same checks, each after those it needs, otherwise in the order given.</summary>
    public static CheckReferences ByNeeds(IEnumerable<Check> checks)
    {
        var sorted = new List<Check>();
        var placed = new HashSet<string>(StringComparer.Ordinal);
        var path = new Stack<Check>();
        foreach (var check in checks)
        {
            path.Push(check);
            while (path.Count > 0)
            {
                var (current, missing) = (path.Peek(), FindMissing(path.Peek(), placed));
                if (missing is not null)
                {
                    path.Push(missing);
                }
                else if (placed.Add(path.Pop().Name))
                {
                    sorted.Add(current);
                }
            }
        }

        return CheckReferences.Create(sorted.ToArray());
    }

    private static Check? TakeNext(List<Check> waiting, HashSet<string> names, Func<Check, bool> isInBucket)
    {
        for (var i = 0; i < waiting.Count; i++)
        {
            if (isInBucket(waiting[i]) && !NeedsAny(waiting[i], names))
            {
                var next = waiting[i];
                waiting.RemoveAt(i);
                names.Remove(next.Name);
                return next;
            }
        }

        return null;
    }

    private static bool NeedsAny(Check check, HashSet<string> names)
    {
        foreach (var need in check.Needs)
        {
            if (names.Contains(need.Name))
            {
                return true;
            }
        }

        return false;
    }

    private static Check? FindMissing(Check check, HashSet<string> placed)
    {
        foreach (var need in check.Needs)
        {
            if (!placed.Contains(need.Name))
            {
                return need;
            }
        }

        return null;
    }
}
