using System.Collections.Generic;
using FirstTry.Engine.Fingerprints.Hashing;

namespace FirstTry.Engine.Fingerprints.Inputs;

/// <summary>
/// What is known of lists of files from an earlier look at the same working tree, and in which files this look differs. A list in which none
/// of those could stand is what it was, and need not be put together again.
/// </summary>
internal sealed class TreeHistory
{
    /// <summary>More differences are not told apart: everything is put together again.</summary>
    internal const int MostChanges = 64;

    /// <summary>The digests of lists as they were at the earlier look, under the digests of what they select.</summary>
    internal Dictionary<Digest, Digest> Earlier { get; } = [];

    /// <summary>The digests of lists as they are now.</summary>
    internal Dictionary<Digest, Digest> Current { get; } = [];

    /// <summary>Files that came, went, or have to be read again.</summary>
    internal List<TreeChange> Changes { get; } = [];

    /// <summary>Whether there are too many differences, or nothing to compare with.</summary>
    internal bool IsLost { get; set; } = true;

    /// <summary>True when an earlier look knew all that is known now.</summary>
    internal bool IsOld => !IsLost && Changes.Count == 0 && Current.Count == 0;

    /// <summary>Every list that is known to be right. What an earlier look knew is right while nothing at all is different.</summary>
    internal Dictionary<Digest, Digest> Known()
    {
        var known = new Dictionary<Digest, Digest>(Current);
        if (!IsLost && Changes.Count == 0)
        {
            foreach (var (selection, list) in Earlier)
            {
                known[selection] = list;
            }
        }

        return known;
    }

    /// <summary>Notes a difference.</summary>
    internal void Add(TreeChange change)
    {
        if (Changes.Count == MostChanges)
        {
            IsLost = true;
        }
        else
        {
            Changes.Add(change);
        }
    }
}
