using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using FirstTry.Engine.Fingerprints.Documents;
using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Engine.Fingerprints.Inputs;

/// <summary>
/// Adds to the inputs of one check what its symbolic links lead to: every link on the way, then the file, or everything below the folder. What
/// leads out of the repository is unknown unless the check declares it.
/// </summary>
internal sealed class LinkTargets(Tree tree, string root, DeclaredInputs declared, SideFiles sides)
{
    // As many links in a row as Linux follows.
    private const int MostHops = 40;
    private readonly HashSet<int> _seen = [];
    private readonly HashSet<RepoPath> _seenSides = [];

    /// <summary>What was reached and is in the tree.</summary>
    internal List<int> Places { get; } = [];

    /// <summary>What was reached and is not in the tree.</summary>
    internal List<SideFile> Files { get; } = [];

    /// <summary>Follows the link at a place of the tree.</summary>
    /// <exception cref="ObstacleException">It leads to something unknown.</exception>
    internal void Follow(int place)
    {
        if (tree.KindOf(place) != FileInputKind.Symlink || !_seen.Add(place))
        {
            return;
        }

        var link = tree.CopyPathOf(place);
        var text = WorktreeFiles.Read(tree.RootOf(place), link);
        Resolve(link, FolderOf(link.Bytes), text, hops: 0);
    }

    // One segment after the other, as the kernel does: '..' counts from where a link has led.
    private void Resolve(RepoPath link, byte[] folder, byte[] text, int hops)
    {
        var rest = new Stack<byte[]>();
        if (Begin(link, folder, text, rest) is not { } start)
        {
            return;
        }

        folder = start;
        while (rest.TryPop(out var segment))
        {
            if (segment.AsSpan().SequenceEqual(".."u8))
            {
                if (folder.Length == 0)
                {
                    RequireDeclared(link, Path.GetFullPath("../" + string.Join('/', [.. Texts(rest)]), root));
                    return;
                }

                folder = FolderOf(folder);
                continue;
            }

            byte[] path = folder.Length == 0 ? segment : [.. folder, (byte)'/', .. segment];
            var place = tree.IndexOf(path);
            if (place >= 0 && tree.KindOf(place) == FileInputKind.Symlink)
            {
                if (++hops > MostHops)
                {
                    return;
                }

                AddPlace(place);
                if (Begin(link, folder, WorktreeFiles.Read(tree.RootOf(place), tree.CopyPathOf(place)), rest) is not { } next)
                {
                    return;
                }

                folder = next;
                continue;
            }

            folder = path;
        }

        AddTarget(link, folder);
    }

    // Where to go on from; null when that is outside of the repository, and declared.
    private byte[]? Begin(RepoPath link, byte[] folder, byte[] text, Stack<byte[]> rest)
    {
        if (text.AsSpan().StartsWith("/"u8))
        {
            var inside = Encoding.UTF8.GetBytes(root + "/");
            if (!text.AsSpan().StartsWith(inside))
            {
                var place = Encoding.UTF8.GetString(text);
                RequireDeclared(link, Path.GetFullPath(place + "/" + string.Join('/', [.. Texts(rest)])));
                return null;
            }

            (folder, text) = ([], text[inside.Length..]);
        }

        var segments = new List<byte[]>();
        foreach (var range in text.AsSpan().Split((byte)'/'))
        {
            if (text[range] is { Length: > 0 } segment && !segment.AsSpan().SequenceEqual("."u8))
            {
                segments.Add(segment);
            }
        }

        segments.Reverse();
        segments.ForEach(rest.Push);
        return folder;
    }

    private void AddTarget(RepoPath link, byte[] path)
    {
        var place = tree.IndexOf(path);
        if (place >= 0)
        {
            AddPlace(place);
            return;
        }

        if (AddBelow(path))
        {
            return;
        }

        var target = new RepoPath(path);
        if (path.Length == 0 || path.AsSpan().StartsWith(".git/"u8) || HasLinkAbove(path))
        {
            throw new ObstacleException($"the symbolic link '{link}' leads to '{target}', which cannot be followed: name what it leads to in 'extra_inputs'");
        }

        if (_seenSides.Add(target))
        {
            Files.Add(sides.Look(root, target, target) is { Kind: not FileInputKind.Symlink } file ? file
                : declared.Includes(target) ? new SideFile(target, FileInputKind.Listed, default)
                : throw new ObstacleException($"the symbolic link '{link}' leads to '{target}', which git ignores: name it in 'extra_inputs'"));
        }
    }

    private bool AddBelow(byte[] folder)
    {
        byte[] prefix = folder.Length == 0 ? [] : [.. folder, (byte)'/'];
        var place = tree.IndexOf(prefix);
        var first = place < 0 ? ~place : place;
        var next = first;
        for (; next < tree.Count && tree.PathOf(next).StartsWith(prefix); next++)
        {
            AddPlace(next);
        }

        return next > first;
    }

    private void AddPlace(int place)
    {
        Places.Add(place);
        Follow(place);
    }

    private bool HasLinkAbove(byte[] path)
    {
        for (var folder = FolderOf(path); folder.Length > 0; folder = FolderOf(folder))
        {
            if (WorktreeFiles.KindOf(root, new RepoPath(folder)) == FileKind.Symlink)
            {
                return true;
            }
        }

        return false;
    }

    private void RequireDeclared(RepoPath link, string target)
    {
        if (!declared.Includes(RepoPath.FromText(target)))
        {
            throw new ObstacleException($"the symbolic link '{link}' leads out of the repository, to '{target}': name that in 'extra_inputs'");
        }
    }

    private static IEnumerable<string> Texts(Stack<byte[]> segments)
    {
        foreach (var segment in segments)
        {
            yield return Encoding.UTF8.GetString(segment);
        }
    }

    private static byte[] FolderOf(byte[] path)
    {
        var slash = path.AsSpan().LastIndexOf((byte)'/');
        return slash < 0 ? [] : path[..slash];
    }
}
