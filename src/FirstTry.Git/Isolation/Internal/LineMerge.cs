using System.Collections.Generic;
using FirstTry.Git.Internal;
using FirstTry.Processes;

namespace FirstTry.Git.Isolation.Internal;

/// <summary>Merges texts by lines, by git.</summary>
internal sealed class LineMerge(GitCommand git, IsolationPlace place, Disk disk)
{
    private const uint OwnerOnly = 0x180;
    private const int MostConflicts = 127;

    // What git says of files that it holds for binary.
    private const int Refused = 255;

    /// <summary>
    /// What two texts make together that both come from a third; null when they conflict. Line ends that one side has changed throughout are
    /// no change of every line: the result has them.
    /// </summary>
    public byte[]? Merge(byte[] original, byte[] ours, byte[] theirs)
    {
        var (before, left, right) = (LineEnds.Of(original), LineEnds.Of(ours), LineEnds.Of(theirs));
        if ((before == left && left == right) || before == LineEnd.Mixed || left == LineEnd.Mixed || right == LineEnd.Mixed)
        {
            return MergeAsTheyAre(original, ours, theirs);
        }

        var merged = MergeAsTheyAre(
            LineEnds.Convert(original, LineEnd.Lf), LineEnds.Convert(ours, LineEnd.Lf), LineEnds.Convert(theirs, LineEnd.Lf));
        return merged is null ? null : LineEnds.Convert(merged, left != before && left != LineEnd.None ? left : right);
    }

    private byte[]? MergeAsTheyAre(byte[] original, byte[] ours, byte[] theirs)
    {
        var arguments = new List<byte[]>(ProcessArguments.Of("merge-file", "-p", "-q")) { Write("ours", ours), Write("original", original), Write("theirs", theirs) };
        using var process = git.Start(arguments);
        var outcome = process.Wait();
        return outcome is { End: ProcessEnd.Exited, ExitCode: > 0 and <= MostConflicts or Refused }
            ? null
            : GitCommand.OutputOf(["merge-file"], outcome);
    }

    private byte[] Write(string name, byte[] content)
    {
        var path = DiskPath.Below(place.Merge, name);
        disk.RemoveIfThere(path);
        disk.Create(path, content, OwnerOnly, isFlushed: false);
        return path;
    }
}
