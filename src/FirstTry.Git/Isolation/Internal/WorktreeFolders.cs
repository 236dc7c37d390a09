using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Git.Isolation.Internal;

/// <summary>The folders above paths of the working tree.</summary>
internal static class WorktreeFolders
{
    /// <summary>Whether something that is no folder stands above a path.</summary>
    public static bool HasLinkAbove(IsolationPlace place, RepoPath path)
    {
        foreach (var folder in Above(path))
        {
            if (Disk.StatOf(place.FileOf(folder)).Kind != FileKind.Directory)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Adds the folders above a path that do not exist, outer ones first; behind a link or a file none does.</summary>
    public static void AddMissingAbove(IsolationPlace place, RepoPath path, HashSet<RepoPath> known, List<RepoPath> missing)
    {
        var isMissing = false;
        foreach (var folder in Above(path))
        {
            isMissing = isMissing || Disk.StatOf(place.FileOf(folder)).Kind != FileKind.Directory;
            if (isMissing && known.Add(folder))
            {
                missing.Add(folder);
            }
        }
    }

    /// <summary>The folders above a path, outer ones first.</summary>
    public static IEnumerable<RepoPath> Above(RepoPath path)
    {
        var bytes = path.Bytes;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == (byte)'/')
            {
                yield return new RepoPath(bytes[..i]);
            }
        }
    }
}
