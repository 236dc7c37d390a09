using System;
using System.Collections.Generic;
using FirstTry.Engine.Adapters.Reaching;
using FirstTry.Graph;

namespace FirstTry.Engine.Adapters;

/// <summary>What changed, for adapters that do less where less changed.</summary>
/// <param name="Present">Changed files that exist, relative to the repository.</param>
/// <param name="Gone">Changed files that do not.</param>
/// <param name="Hidden">Gives the files whose content on disk now is not what will be checked.</param>
public sealed record AdapterChanges(IReadOnlyList<RepoPath> Present, IReadOnlyList<RepoPath> Gone, Func<IReadOnlyList<RepoPath>> Hidden)
{
    /// <summary>All changed files below a folder, relative to it, as text.</summary>
    internal List<string> Below(string folder) => [.. TextsBelow(Present, folder), .. TextsBelow(Gone, folder)];

    /// <summary>Those files below a folder whose content is not known yet, relative to it, as text.</summary>
    internal List<string> HiddenBelow(string folder) => [.. TextsBelow(Hidden(), folder)];

    /// <summary>True when something changed, or is not known yet, in one of these places outside of a folder.</summary>
    internal bool Meet(EquatableArray<string> places, string folder) =>
        places.Count > 0 && (HasOneIn(Present, places, folder) || HasOneIn(Gone, places, folder) || HasOneIn(Hidden(), places, folder));

    private static bool HasOneIn(IReadOnlyList<RepoPath> paths, EquatableArray<string> places, string folder)
    {
        foreach (var path in paths)
        {
            var text = path.ToString();
            foreach (var place in places)
            {
                if (Reach.IsIn(text, place) && !text.StartsWith(folder + "/", StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static IEnumerable<string> TextsBelow(IReadOnlyList<RepoPath> paths, string folder)
    {
        var prefix = folder == "." ? "" : folder + "/";
        foreach (var path in paths)
        {
            var text = path.ToString();
            if (text.StartsWith(prefix, StringComparison.Ordinal))
            {
                yield return text[prefix.Length..];
            }
        }
    }
}
