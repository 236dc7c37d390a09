using System;
using System.Collections.Generic;
using FirstTry.Engine.Fingerprints;
using FirstTry.Engine.History;
using FirstTry.Engine.Planning;

namespace FirstTry.Engine.Store;

/// <summary>Says why a check has to run, by comparing what it depends on with what it depended on in the last run.</summary>
public sealed class MissExplanation(ResultStore store, RunHistory history, string worktree)
{
    /// <summary>What differs between two runs; null when the document of one is not kept any more.</summary>
    public IReadOnlyList<FingerprintDifference>? Compare(string before, string after) =>
        store.ReadContent(before) is { } old && store.ReadContent(after) is { } now
            ? FingerprintDifference.Between(old, now, store.ReadContent)
            : null;

    /// <summary>What differs between an earlier run and now; null when its document is not kept any more.</summary>
    public IReadOnlyList<FingerprintDifference>? Compare(string before, Fingerprint now)
    {
        ArgumentNullException.ThrowIfNull(now);
        if (store.ReadContent(before) is not { } old)
        {
            return null;
        }

        var parts = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var part in now.Parts())
        {
            parts[part.Digest] = part.Content.ToArray();
        }

        return FingerprintDifference.Between(old, now.Document.ToArray(), id => parts.TryGetValue(id, out var part) ? part : store.ReadContent(id));
    }

    /// <summary>One line: "src/app.py changed", "src/app.py changed and 2 more".</summary>
    public static string Describe(IReadOnlyList<FingerprintDifference> differences)
    {
        ArgumentNullException.ThrowIfNull(differences);
        return differences.Count switch
        {
            0 => "nothing changed",
            1 => differences[0].Text,
            _ => $"{differences[0].Text} and {differences.Count - 1} more",
        };
    }

    internal string Explain(PlannedCheck check, Lookup lookup)
    {
        if (lookup.Obstacle is { } obstacle)
        {
            return obstacle;
        }

        if (history.FindLast(check.Name, worktree) is not { Fingerprint: { } before } last)
        {
            return "it has not run here before";
        }

        if (before == lookup.Key)
        {
            return last.Status is "passed" ? "the pass was not remembered, or is forgotten" : $"nothing changed since it {last.Status.Replace('_', ' ')}";
        }

        return Compare(before, lookup.Fingerprint!) is { } differences ? Describe(differences) : "what it depended on in the last run is forgotten";
    }
}
