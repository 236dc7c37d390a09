using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using FirstTry.Engine.Fingerprints.Hashing;
using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Engine.Fingerprints.Inputs;

/// <summary>Reads files and hashes them, several at once, in pieces: a file of any size takes the same memory.</summary>
internal sealed class ContentHasher(FingerprintScene scene, FingerprintCounters counters)
{
    /// <summary>A file that changed less than this before it is read may change again without a trace in its times.</summary>
    internal static readonly TimeSpan Margin = TimeSpan.FromSeconds(2);

    private const int PieceBytes = 64 * 1024;
    private const int StackBytes = 256 * 1024;

    private const int FilesPerCollection = 4096;

    // A thread costs as much as reading some twenty small files.
    private const int FilesPerThread = 32;

    /// <summary>Fills in the digests of these places that are not known.</summary>
    internal void Fill(Tree tree, List<int> places)
    {
        var unknown = Unknown(tree, places);
        if (unknown.Length == 0)
        {
            return;
        }

        tree.HasNews = true;
        var next = -1;
        void Work()
        {
            var piece = new byte[PieceBytes];
            for (var i = Interlocked.Increment(ref next); i < unknown.Length; i = Interlocked.Increment(ref next))
            {
                Fill(tree, unknown[i], piece);
                if (i % FilesPerCollection == FilesPerCollection - 1)
                {
                    // Each file leaves its names and handle behind; the runtime would let 16 MB of that come together.
                    GC.Collect(0);
                }
            }
        }

        var helpers = new Thread[Math.Clamp(unknown.Length / FilesPerThread, 0, scene.Processors - 1)];
        for (var i = 0; i < helpers.Length; i++)
        {
            helpers[i] = new Thread(Work, StackBytes) { IsBackground = true };
            helpers[i].Start();
        }

        Work();
        foreach (var helper in helpers)
        {
            helper.Join();
        }

        if (unknown.Length > Forest.ManyFiles)
        {
            GC.Collect();
        }
    }

    private static int[] Unknown(Tree tree, List<int> places)
    {
        var count = 0;
        foreach (var place in places)
        {
            count += tree.StateOf(place) == DigestState.Unknown ? 1 : 0;
        }

        var unknown = new int[count];
        var next = 0;
        for (var i = 0; i < places.Count && next < count; i++)
        {
            if (tree.StateOf(places[i]) == DigestState.Unknown)
            {
                unknown[next++] = places[i];
            }
        }

        return unknown;
    }

    /// <summary>The digest of one file as it is now, and how long it holds; null when it cannot be read.</summary>
    internal (Digest Digest, DigestState State)? Hash(string root, RepoPath path, FileStat stat)
    {
        return Hash(root, path, stat, new byte[Math.Clamp(stat.Size + 1, 1, PieceBytes)]);
    }

    /// <summary>Whether what was read just now belongs to this stat for good.</summary>
    internal DigestState Settle(FileStat stat, DateTimeOffset readAt)
    {
        var newest = Math.Max(stat.ModifiedNanoseconds, stat.ChangedNanoseconds);
        return newest <= OldBefore(readAt) && stat.Inode != 0 && scene.IsStatTrusted && !scene.IsParanoid ? DigestState.Settled : DigestState.Young;
    }

    /// <summary>In nanoseconds since 1970: what changed until then cannot change again without a change of its times.</summary>
    internal static long OldBefore(DateTimeOffset readAt) => ((readAt - Margin) - DateTimeOffset.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick;

    private void Fill(Tree tree, int place, byte[] piece)
    {
        var read = Hash(tree.RootOf(place), tree.CopyPathOf(place), tree.StatOf(place), piece);
        tree.Set(place, read?.Digest ?? default, read?.State ?? DigestState.Unreadable);
    }

    private (Digest Digest, DigestState State)? Hash(string root, RepoPath path, FileStat stat, byte[] piece)
    {
        var readAt = scene.Clock.GetUtcNow();
        try
        {
            var digest = stat.Kind == FileKind.Symlink ? Sha256.Of(Counted(WorktreeFiles.Read(root, path))) : HashFile(root, path, piece);
            return (digest, Settle(stat, readAt));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private byte[] Counted(byte[] text)
    {
        counters.AddHashed(text.Length);
        return text;
    }

    private Digest HashFile(string root, RepoPath path, byte[] piece)
    {
        using var file = WorktreeFiles.OpenRead(root, path);
        var hash = new Sha256();
        var offset = 0L;
        for (var length = RandomAccess.Read(file, piece, 0); length > 0; length = RandomAccess.Read(file, piece, offset))
        {
            hash.Append(piece.AsSpan(0, length));
            offset += length;
        }

        counters.AddHashed(offset);
        return hash.Finish();
    }
}
