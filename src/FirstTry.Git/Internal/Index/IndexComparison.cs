using System;
using System.Collections.Generic;
using System.IO;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using FirstTry.Git.Internal.Native;
using FirstTry.Graph;

namespace FirstTry.Git.Internal.Index;

/// <summary>Compares every entry of an index with the file in the working tree.</summary>
internal sealed unsafe class IndexComparison(Worktree worktree, IndexFile index, DateTime written, int threads)
{
    // A look at a file costs 1 to 2 µs, a thread 100: two threads pay from a few hundred files on.
    private const int EntriesPerThread = 2_000;
    private const uint RegularMode = 0x8000;
    private readonly byte[] _root = Encoding.UTF8.GetBytes(worktree.Root + "\0");
    private readonly List<RepoPath> _different = [];

    /// <summary>The paths whose bytes, type or mode differ; those whose times alone differ are read and compared.</summary>
    public List<RepoPath> Run()
    {
        var count = Math.Clamp(index.Entries.Length / EntriesPerThread, 1, Math.Max(1, threads));
        var helpers = new Thread[count - 1];
        for (var i = 0; i < helpers.Length; i++)
        {
            var part = i;
            helpers[i] = new Thread(() => Compare(part, count), maxStackSize: 256 * 1024) { IsBackground = true };
            helpers[i].Start();
        }

        Compare(count - 1, count);
        foreach (var helper in helpers)
        {
            helper.Join();
        }

        return _different;
    }

    private void Compare(int part, int parts)
    {
        var entries = index.Entries;
        var (first, end) = ((int)((long)entries.Length * part / parts), (int)((long)entries.Length * (part + 1) / parts));
        fixed (byte* root = _root, names = index.Names)
        {
            var folder = LibC.Open(root, LibC.OpenFolder, 0);
            for (var i = first; i < end; i++)
            {
                if (!IsSame(folder, names, entries[i]))
                {
                    Report(entries[i]);
                }
            }

            _ = LibC.Close(folder);
        }
    }

    private bool IsSame(int folder, byte* names, in IndexEntry entry)
    {
        if (entry.IsGitlink)
        {
            return true;
        }

        FileStatus status;
        if (LibC.Status(folder, names + entry.Name, LibC.DoNotFollow, LibC.BasicStatus, &status) != 0)
        {
            return entry.IsSkipWorktree;
        }

        return entry is { Stage: 0, IsIntentToAdd: false }
            && HasSameMode(entry, status)
            && ((HasSameStat(entry, status) && !IsRacy(entry)) || HasSameContent(entry));
    }

    // The index knows 0644 and 0755. Where file modes mean nothing (core.fileMode=false) git says so when it is asked.
    private static bool HasSameMode(in IndexEntry entry, in FileStatus status) =>
        (entry.Mode & 0xF000) == (uint)status.Type
        && ((entry.Mode & 0xF000) != RegularMode || ((entry.Mode & 0x40) != 0) == status.IsExecutable);

    private static bool HasSameStat(in IndexEntry entry, in FileStatus status) =>
        entry.Size == (uint)status.Size
        && entry.ModifySeconds == (uint)status.ModifySeconds
        && entry.ModifyNanoseconds == status.ModifyNanoseconds
        && entry.Inode == (uint)status.Inode;

    // A file written in the same instant as the index, or later, can have changed again without a trace in its times.
    private bool IsRacy(in IndexEntry entry)
    {
        var modified = DateTime.UnixEpoch.AddSeconds(entry.ModifySeconds).AddTicks(entry.ModifyNanoseconds / 100);
        return modified >= written;
    }

    private bool HasSameContent(in IndexEntry entry)
    {
        try
        {
            var content = WorktreeFiles.Read(worktree.Root, PathOf(entry));
            byte[] blob = [.. Encoding.ASCII.GetBytes($"blob {content.Length}\0"), .. content];
            var id = index.IdLength == 20 ? GitId(blob) : SHA256.HashData(blob);
            return index.Content.AsSpan(entry.Id, index.IdLength).SequenceEqual(id);
        }
        catch (IOException)
        {
            return false;
        }
    }

#pragma warning disable CA5350 // Weak algorithm: git's object ids are SHA-1, and nothing is secured by them here.
    private static byte[] GitId(byte[] blob) => SHA1.HashData(blob);
#pragma warning restore CA5350

    private void Report(in IndexEntry entry)
    {
        lock (_different)
        {
            _different.Add(PathOf(entry));
        }
    }

    private RepoPath PathOf(in IndexEntry entry) => new(index.Names.AsSpan(entry.Name, entry.NameLength).ToArray());
}
