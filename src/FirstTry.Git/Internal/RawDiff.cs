using System;
using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Git.Internal;

/// <summary>Reads the output of <c>git diff-… --raw -z --no-renames</c>.</summary>
internal static class RawDiff
{
    // ":100644 100755 <old id> <new id> M" NUL "<path>" NUL
    private const int OldModeOffset = 1;
    private const int NewModeOffset = 8;
    private const int ModeLength = 6;

    /// <summary>
    /// The files that exist afterwards and those that do not. Submodules are in neither: one that takes the place of a file deletes it. A file
    /// with a conflict has no content of its own and is in neither.
    /// </summary>
    /// <exception cref="GitException">The output is not of that form.</exception>
    public static ChangeSet Parse(FileSelection selection, byte[] output)
    {
        var (files, deleted) = (new List<RepoPath>(), new List<RepoPath>());
        var fields = NulList.Split(output);
        for (var i = 0; i + 1 < fields.Count; i += 2)
        {
            var header = fields[i];
            if (header.Length < NewModeOffset + ModeLength || header[0] != (byte)':')
            {
                throw new GitException($"git's list of changes has an entry that is not understood: '{new RepoPath(header)}'.");
            }

            if (fields[i + 1].Length == 0)
            {
                throw DamagedIndex.Exception("it has an entry without a name");
            }

            if (header[^1] == (byte)'U')
            {
                continue;
            }

            if (IsFile(header.AsSpan(NewModeOffset, ModeLength)))
            {
                files.Add(new RepoPath(fields[i + 1]));
            }
            else if (IsFile(header.AsSpan(OldModeOffset, ModeLength)))
            {
                deleted.Add(new RepoPath(fields[i + 1]));
            }
        }

        return new ChangeSet(selection, NulList.Sorted(files), NulList.Sorted(deleted));
    }

    // "000000" stands for nothing, "160000" for a submodule.
    private static bool IsFile(ReadOnlySpan<byte> mode) => !mode.SequenceEqual("000000"u8) && !mode.SequenceEqual("160000"u8);
}
