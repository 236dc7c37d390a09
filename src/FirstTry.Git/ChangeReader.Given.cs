using System;
using System.Collections.Generic;
using System.Text;
using FirstTry.Git.Internal;
using FirstTry.Graph;

namespace FirstTry.Git;

/// <content>Files that somebody names.</content>
public sealed partial class ChangeReader
{
    /// <summary>Exactly these files, whether they changed or not.</summary>
    /// <param name="directory">What relative paths start from; absolute.</param>
    /// <exception cref="GitException">One does not exist, is a folder, or lies outside the repository.</exception>
    public ChangeSet Given(string directory, IReadOnlyList<byte[]> paths)
    {
        var start = Segments(Encoding.UTF8.GetBytes(directory), []);
        var root = Segments(Encoding.UTF8.GetBytes(worktree.Root), []);
        var files = new List<RepoPath>();
        foreach (var path in paths)
        {
            files.Add(Locate(path, Segments(path, path is [(byte)'/', ..] ? [] : start), root));
        }

        return new ChangeSet(FileSelection.Changed, NulList.Sorted(files), []);
    }

    private RepoPath Locate(byte[] written, List<byte[]> segments, List<byte[]> root)
    {
        if (segments.Count <= root.Count || !StartsWith(segments, root))
        {
            throw new GitException($"'{new RepoPath(written)}' is not in the repository '{worktree.Root}'.");
        }

        var path = new RepoPath(Join(segments, root.Count));
        return WorktreeFiles.KindOf(worktree.Root, path) switch
        {
            FileKind.File or FileKind.Executable or FileKind.Symlink => path,
            FileKind.Directory => throw new GitException($"'{path}' is a folder. Name files; '--all-files' takes everything."),
            _ => throw new GitException($"'{path}' does not exist."),
        };
    }

    private static List<byte[]> Segments(byte[] path, List<byte[]> start)
    {
        var segments = new List<byte[]>(start);
        foreach (var range in path.AsSpan().Split((byte)'/'))
        {
            var segment = path.AsSpan()[range];
            if (segment.SequenceEqual(".."u8))
            {
                segments.RemoveRange(Math.Max(0, segments.Count - 1), Math.Min(1, segments.Count));
            }
            else if (!segment.IsEmpty && !segment.SequenceEqual("."u8))
            {
                segments.Add(segment.ToArray());
            }
        }

        return segments;
    }

    private static bool StartsWith(List<byte[]> segments, List<byte[]> root)
    {
        for (var i = 0; i < root.Count; i++)
        {
            if (!segments[i].AsSpan().SequenceEqual(root[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static byte[] Join(List<byte[]> segments, int start)
    {
        var joined = new List<byte>();
        for (var i = start; i < segments.Count; i++)
        {
            if (i > start)
            {
                joined.Add((byte)'/');
            }

            joined.AddRange(segments[i]);
        }

        return [.. joined];
    }
}
