using System.Collections.Generic;
using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Cli.Composition;

/// <summary>Says, in one line, where the checks saw something else than what is committed or pushed.</summary>
internal static class Notices
{
    private const int Named = 3;

    /// <summary>Names the files that belong to the change but could not be given to any check.</summary>
    public static void PrintAbsent(Invocation invocation, ChangeSet changes)
    {
        if (changes.Absent.Count > 0)
        {
            invocation.WriteError($"firsttry: not checked, because the working tree does not have them: {Names(changes.Absent)}.");
        }
    }

    private static string Names(IReadOnlyList<RepoPath> paths)
    {
        var names = new List<string>();
        for (var i = 0; i < paths.Count && i < Named; i++)
        {
            names.Add(paths[i].ToString());
        }

        var list = string.Join(", ", names);
        return paths.Count > Named ? $"{list} and {paths.Count - Named} more" : list;
    }
}
