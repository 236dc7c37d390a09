using System;
using FirstTry.Engine.Fingerprints.Documents;
using FirstTry.Engine.Fingerprints.Inputs;

namespace FirstTry.Engine.Fingerprints.Remembering;

/// <summary>Brings what an earlier look found together with a tree, path by path in byte order.</summary>
internal static class TreeMerge
{
    /// <summary>Takes over what an earlier tree of the same run knows.</summary>
    internal static void AddAll(Tree tree, Tree earlier)
    {
        foreach (var (selection, list) in earlier.History.Known())
        {
            tree.History.Earlier[selection] = list;
        }

        tree.History.IsLost = false;
        tree.HasNews = earlier.HasNews || !earlier.History.IsOld;
        var place = 0;
        for (var i = 0; i < earlier.Count; i++)
        {
            place = Add(tree, place, earlier.PathOf(i), StoredFile.Of(earlier, i));
        }

        AddRest(tree, place);
    }

    /// <summary>Takes over what was found at the next path; returns the place in the tree to go on from.</summary>
    internal static int Add(Tree tree, int place, ReadOnlySpan<byte> path, StoredFile stored)
    {
        var order = -1;
        for (; place < tree.Count && (order = tree.PathOf(place).SequenceCompareTo(path)) < 0; place++)
        {
            tree.History.Add(new TreeChange(tree.PathOf(place).ToArray(), place, FileInputKind.Absent, default));
        }

        if (place == tree.Count || order > 0)
        {
            tree.History.Add(new TreeChange(path.ToArray(), -1, stored.Kind, stored.Digest));
            return place;
        }

        Take(tree, place, stored);
        return place + 1;
    }

    /// <summary>What is left of the tree is new.</summary>
    internal static void AddRest(Tree tree, int place)
    {
        for (; place < tree.Count; place++)
        {
            tree.History.Add(new TreeChange(tree.PathOf(place).ToArray(), place, FileInputKind.Absent, default));
        }
    }

    private static void Take(Tree tree, int place, StoredFile stored)
    {
        if (tree.StateOf(place) == DigestState.Fixed)
        {
            if (stored.State != DigestState.Fixed || tree.KindOf(place) != stored.Kind || tree.DigestOf(place) != stored.Digest)
            {
                NoteChange(tree, place, stored);
            }
        }
        else if (stored.State == DigestState.Settled && stored.Kind == tree.KindOf(place) && stored.Stat == tree.StatOf(place))
        {
            tree.Set(place, stored.Digest, DigestState.Settled);
        }
        else if (stored.State != DigestState.Unknown)
        {
            // No list has a file whose digest was never known.
            NoteChange(tree, place, stored);
        }
    }

    private static void NoteChange(Tree tree, int place, StoredFile stored) =>
        tree.History.Add(new TreeChange(tree.PathOf(place).ToArray(), place, stored.Kind, stored.Digest));
}
