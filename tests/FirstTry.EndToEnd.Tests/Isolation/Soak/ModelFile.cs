using System.Collections.Generic;
using System.Linq;

namespace FirstTry.EndToEnd.Tests.Isolation.Soak;

/// <summary>What the model believes of one file: the lines in HEAD, in the index and on disk; null where there is none.</summary>
internal sealed class ModelFile(string name)
{
    internal string Name { get; } = name;

    internal List<string>? Head { get; set; }

    internal List<string>? Staged { get; set; }

    internal List<string>? Tree { get; set; }

    internal bool IsTracked => Staged is not null;

    /// <summary>Compares two contents.</summary>
    internal static bool AreEqual(List<string>? left, List<string>? right) =>
        left is null || right is null ? left is null && right is null : left.SequenceEqual(right);

    /// <summary>What the fixer of the test makes of lines.</summary>
    internal static List<string> Mend(List<string> lines) =>
        lines.ConvertAll(line => line.StartsWith("todo", System.StringComparison.Ordinal) ? "done" + line[4..] : line);

    /// <summary>
    /// The owner's lines with the fixes of the staged ones; null where a fix lies on or right beside a change of the owner's that is another
    /// one. Every line occurs once, and none is ever moved, so that the changes are what lies between the common lines: no other way to read them exists.
    /// </summary>
    internal static List<string>? Merge(List<string> staged, List<string> own)
    {
        var known = new HashSet<string>(own);
        var regions = Regions(staged, own, known);
        for (var i = 0; i < staged.Count; i++)
        {
            var isFixed = staged[i].StartsWith("todo", System.StringComparison.Ordinal);
            if (isFixed && regions.Exists(region => region.Start <= i + 1 && i <= region.End && !region.IsSame))
            {
                return null;
            }
        }

        var common = new HashSet<string>(staged);
        return own.ConvertAll(line => common.Contains(line) ? Mend([line])[0] : line);
    }

    // Where the owner has changed something, in line numbers of the staged content; an insertion is empty. The owner may have made the very
    // changes that the fixer makes, as after a commit that was stopped.
    private static List<(int Start, int End, bool IsSame)> Regions(List<string> staged, List<string> own, HashSet<string> known)
    {
        var regions = new List<(int Start, int End, bool IsSame)>();
        var (stagedAt, ownAt) = (0, 0);
        for (var i = 0; i <= staged.Count; i++)
        {
            if (i < staged.Count && !known.Contains(staged[i]))
            {
                continue;
            }

            var ownEnd = i < staged.Count ? own.IndexOf(staged[i]) : own.Count;
            if (i > stagedAt || ownEnd > ownAt)
            {
                var isSame = Mend(staged[stagedAt..i]).SequenceEqual(own[ownAt..ownEnd]);
                regions.Add((stagedAt, i, isSame));
            }

            (stagedAt, ownAt) = (i + 1, ownEnd + 1);
        }

        return regions;
    }
}
