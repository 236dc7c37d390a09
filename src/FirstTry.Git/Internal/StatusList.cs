using System;
using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Git.Internal;

/// <summary>Reads the output of <c>git status --porcelain=v2 -z --no-renames</c>.</summary>
internal static class StatusList
{
    private const int WorkingTreeColumn = 3;

    /// <summary>The files whose working tree differs from the index, those in conflict among them.</summary>
    /// <exception cref="GitException">The output is not of that form.</exception>
    public static List<RepoPath> Unstaged(byte[] output)
    {
        var paths = new List<RepoPath>();
        foreach (var line in NulList.Split(output))
        {
            var isConflict = line.AsSpan().StartsWith("u "u8);
            if (!isConflict && !line.AsSpan().StartsWith("1 "u8))
            {
                throw new GitException($"git's status has an entry that is not understood: '{new RepoPath(line)}'.");
            }

            if (isConflict || line[WorkingTreeColumn] != (byte)'.')
            {
                paths.Add(new RepoPath(AfterFields(line, isConflict ? 10 : 8)));
            }
        }

        return paths;
    }

    // "1 XY sub mH mI mW hH hI path", "u XY sub m1 m2 m3 mW h1 h2 h3 path"
    private static byte[] AfterFields(byte[] line, int count)
    {
        var rest = line.AsSpan();
        for (var i = 0; i < count; i++)
        {
            rest = rest[(rest.IndexOf((byte)' ') + 1)..];
        }

        return rest.ToArray();
    }
}
