using System;
using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Git.Internal;

/// <summary>Reads the output of <c>git diff-… --raw -z --no-renames</c>.</summary>
internal static class RawDiff
{
    // ":100644 100755 <old id> <new id> M" NUL "<path>" NUL
    private const int NewModeOffset = 8;
    private static readonly byte[] GitlinkMode = "160000"u8.ToArray();

    /// <summary>The files that exist afterwards and those that do not; submodules are in neither.</summary>
    /// <exception cref="GitException">The output is not of that form.</exception>
    public static ChangeSet Parse(FileSelection selection, byte[] output)
    {
        var (files, deleted) = (new List<RepoPath>(), new List<RepoPath>());
        var fields = NulList.Split(output);
        for (var i = 0; i + 1 < fields.Count; i += 2)
        {
            var header = fields[i];
            if (header.Length < NewModeOffset + 6 || header[0] != (byte)':')
            {
                throw new GitException($"git's list of changes has an entry that is not understood: '{new RepoPath(header)}'.");
            }

            var path = new RepoPath(fields[i + 1]);
            if (header[^1] == (byte)'D')
            {
                deleted.Add(path);
            }
            else if (!header.AsSpan(NewModeOffset, 6).SequenceEqual(GitlinkMode))
            {
                files.Add(path);
            }
        }

        return new ChangeSet(selection, NulList.Sorted(files), NulList.Sorted(deleted));
    }
}
