using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using FirstTry.Engine.Fingerprints.Documents;
using FirstTry.Engine.Fingerprints.Remembering;
using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Engine.Fingerprints.Inputs;

/// <summary>Looks at files that are not in the tree.</summary>
internal sealed class SideFiles(ContentHasher hasher, DigestCache cache, HiddenContent hidden, FingerprintScene scene, FingerprintCounters counters)
{
    /// <summary>The file at a path as an input, not following a link; null when it is a folder.</summary>
    /// <exception cref="ObstacleException">It cannot be read, or is neither file nor link.</exception>
    internal SideFile? Look(string root, RepoPath path, RepoPath name)
    {
        counters.AddStated();
        (root, path) = hidden.Map(root, path);
        var stat = WorktreeFiles.StatOf(root, path);
        return stat.Kind switch
        {
            FileKind.Absent => new SideFile(name, FileInputKind.Absent, default),
            FileKind.Directory => null,
            FileKind.Other => throw new ObstacleException($"its input '{name}' is neither a file nor a link"),
            _ => new SideFile(name, TreeBuilder.InputKindOf(stat), DigestOf(root, path, stat)) { Stat = stat },
        };
    }

    /// <summary>The digest of a file, from memory where its stat allows it.</summary>
    /// <exception cref="ObstacleException">It cannot be read.</exception>
    internal Hashing.Digest DigestOf(string root, RepoPath path, FileStat stat)
    {
        if (scene.IsStatTrusted && !scene.IsParanoid && cache.Find(root, path, stat) is { } known)
        {
            return known;
        }

        var (digest, state) = hasher.Hash(root, path, stat) ?? throw new ObstacleException($"'{path}' cannot be read");
        if (state == DigestState.Settled)
        {
            cache.Add(root, path, stat, digest);
        }

        return digest;
    }

    /// <summary>A digest that is worked out from the whole content, from memory where the file's stat allows it.</summary>
    /// <param name="purpose">Names what is worked out: the digest of the file itself is another.</param>
    /// <param name="digestOf">Always the same for the same content.</param>
    /// <exception cref="ObstacleException">It cannot be read.</exception>
    internal Hashing.Digest DigestOf(string root, RepoPath path, FileStat stat, string purpose, Func<byte[], Hashing.Digest> digestOf)
    {
        var name = new RepoPath([.. path.Bytes, 0, .. Encoding.UTF8.GetBytes(purpose)]);
        if (scene.IsStatTrusted && !scene.IsParanoid && cache.Find(root, name, stat) is { } known)
        {
            return known;
        }

        try
        {
            var readAt = scene.Clock.GetUtcNow();
            var content = WorktreeFiles.Read(root, path);
            counters.AddHashed(content.Length);
            var digest = digestOf(content);
            if (hasher.Settle(stat, readAt) == DigestState.Settled)
            {
                cache.Add(root, name, stat, digest);
            }

            return digest;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ObstacleException($"'{path}' cannot be read");
        }
    }

    /// <summary>Everything below a folder, ignored or not, but for what belongs to git; links are not followed.</summary>
    /// <param name="named">Gives the name of a file in the document from its path below the folder; null leaves it out.</param>
    internal void AddBelow(string folder, Func<RepoPath, RepoPath?> named, List<SideFile> files)
    {
        var pending = new Stack<(string Place, byte[] Path)>();
        pending.Push((folder, []));
        while (pending.TryPop(out var current))
        {
            foreach (var entry in EntriesOf(current.Place))
            {
                byte[] path = current.Path.Length == 0
                    ? Encoding.UTF8.GetBytes(entry.Name)
                    : [.. current.Path, (byte)'/', .. Encoding.UTF8.GetBytes(entry.Name)];
                if (entry is DirectoryInfo && entry.LinkTarget is null)
                {
                    if (entry.Name != ".git")
                    {
                        pending.Push((entry.FullName, path));
                    }
                }
                else if (named(new RepoPath(path)) is { } name && Look(folder, new RepoPath(path), name) is { } file)
                {
                    files.Add(file);
                }
            }
        }
    }

    private static FileSystemInfo[] EntriesOf(string folder)
    {
        try
        {
            return new DirectoryInfo(folder).GetFileSystemInfos();
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ObstacleException($"'{folder}' cannot be read");
        }
    }
}
