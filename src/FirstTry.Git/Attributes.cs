using System.Collections.Generic;
using System.Text;
using FirstTry.Git.Internal;
using FirstTry.Graph;
using FirstTry.Processes;

namespace FirstTry.Git;

/// <summary>What <c>.gitattributes</c> says of files.</summary>
public static class Attributes
{
    /// <summary>Those of the files whose content git passes through the filter of this name.</summary>
    /// <exception cref="GitException">git failed.</exception>
    public static IReadOnlySet<RepoPath> FilesFilteredBy(
        string filter, Worktree worktree, EnvironmentBlock environment, IReadOnlyList<RepoPath> files)
    {
        // Triples: path, attribute, value.
        var fields = NulList.Split(
            new GitCommand(worktree, environment).Feed(NulList.Join(files), "check-attr", "-z", "--stdin", "filter"));
        var filtered = new HashSet<RepoPath>();
        for (var i = 0; i + 2 < fields.Count; i += 3)
        {
            if (Encoding.UTF8.GetString(fields[i + 2]) == filter)
            {
                filtered.Add(new RepoPath(fields[i]));
            }
        }

        return filtered;
    }
}
