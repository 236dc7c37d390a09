using System;
using System.Collections.Generic;
using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Engine.Fingerprints.Inputs;

/// <summary>The folders of a tree as they are when first asked for: a file that was made and deleted again is seen at its folder's time.</summary>
internal sealed class FolderStats(string root, FingerprintCounters counters)
{
    private readonly Dictionary<RepoPath, FileStat> _stats = [];

    /// <summary>The folders in which these files lie, each once, in byte order.</summary>
    internal static List<RepoPath> FoldersOf(Tree tree, List<int> places)
    {
        var folders = new SortedSet<RepoPath>();
        ReadOnlySpan<byte> last = default;
        for (var i = 0; i < places.Count; i++)
        {
            var path = tree.PathOf(places[i]);
            var folder = path[..(path.LastIndexOf((byte)'/') + 1)];
            if (i == 0 || !folder.SequenceEqual(last))
            {
                folders.Add(new RepoPath(folder.ToArray()));
                last = folder;
            }
        }

        return [.. folders];
    }

    /// <summary>When something was last made, removed or renamed in a folder, whose path ends in a slash unless it is the top.</summary>
    internal long ModifiedAt(RepoPath folder)
    {
        if (!_stats.TryGetValue(folder, out var stat))
        {
            counters.AddStated();
            stat = WorktreeFiles.StatOf(root, folder.Bytes.Length == 0 ? RepoPath.FromText(".") : folder);
            _stats.Add(folder, stat);
        }

        return stat.ModifiedNanoseconds;
    }
}
