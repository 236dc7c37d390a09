using System;
using System.Collections.Generic;
using System.IO;
using Microsoft.Win32.SafeHandles;

namespace FirstTry.Engine.History;

/// <summary>The runs of a repository, all of its worktrees together: one line a run in <c>firsttry/runs.jsonl</c> of the common git directory.</summary>
public sealed class RunHistory
{
    /// <summary>How large the file gets before it makes room; as much again of earlier runs is kept beside it.</summary>
    public const long MostBytes = 4 * 1024 * 1024;

    // Some hundred runs: who last ran a check longer ago has to ask `explain`.
    private const int MostBytesRead = 256 * 1024;
    private const int EnoughForRuns = 32 * 1024;
    private readonly string _path;

    /// <summary>The history of the repository with this common git directory.</summary>
    public RunHistory(string commonDirectory) => _path = Path.Combine(commonDirectory, "firsttry", "runs.jsonl");

    private string EarlierPath => Path.ChangeExtension(_path, ".1.jsonl");

    /// <summary>
    /// Adds a run: one write, so that runs that end at the same time do not mix. A history that cannot be written is no reason to
    /// say anything under a verdict.
    /// </summary>
    public void Append(PastRun run)
    {
        try
        {
            if (AppendingFile.Append(_path, PastRunFormat.Write(run).Bytes) > MostBytes)
            {
                MakeRoom();
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The repository lies where nothing may be written, or the disk is full.
        }
    }

    /// <summary>The runs, the oldest first; lines that are cut off or of another version are left out.</summary>
    public IReadOnlyList<PastRun> Read()
    {
        var runs = new List<PastRun>();
        Read(EarlierPath, runs);
        Read(_path, runs);
        return runs;
    }

    /// <summary>The last run before now, in this worktree, that computed a fingerprint for a check; null when there is none in the last runs.</summary>
    public PastCheck? FindLast(string check, string worktree)
    {
        var lines = LastLines(MostBytesRead);
        for (var end = lines.Length; end > 0;)
        {
            var start = lines.AsSpan(0, end - 1).LastIndexOf((byte)'\n') + 1;
            if (PastRunFormat.Read(lines.AsMemory(start, end - start)) is { } run && run.Worktree == worktree
                && run.Find(check) is { Fingerprint: not null } found)
            {
                return found;
            }

            end = start;
        }

        return null;
    }

    /// <summary>How long checks took in the last runs. The history is read now, and each of its lines only when it is needed.</summary>
    public RecentDurations RecentDurations() => new(LastLines(EnoughForRuns));

    // Where a line is longer than what was asked for, as many as may be.
    private byte[] LastLines(int most)
    {
        try
        {
            using var handle = File.OpenHandle(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var lines = LastBytes(handle, most);
            return lines.Length < most || lines.AsSpan(0, lines.Length - 1).Contains((byte)'\n') ? lines : LastBytes(handle, MostBytesRead);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static byte[] LastBytes(SafeFileHandle handle, int most)
    {
        var length = RandomAccess.GetLength(handle);
        var bytes = new byte[Math.Min(length, most)];
        var read = RandomAccess.Read(handle, bytes, length - bytes.Length);
        return read == bytes.Length ? bytes : bytes[..read];
    }

    private static void Read(string path, List<PastRun> runs)
    {
        try
        {
            var bytes = File.Exists(path) ? File.ReadAllBytes(path) : [];
            for (var start = 0; start < bytes.Length;)
            {
                var length = bytes.AsSpan(start).IndexOf((byte)'\n');
                length = length < 0 ? bytes.Length - start : length;
                if (PastRunFormat.Read(bytes.AsMemory(start, length)) is { } run)
                {
                    runs.Add(run);
                }

                start += length + 1;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What cannot be read is not there.
        }
    }

    // Two runs that find the file too large at once must not put the new one over the earlier one: whoever holds the lock looks again.
    private void MakeRoom()
    {
        using var held = File.OpenHandle(_path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        if (new FileInfo(_path) is { Exists: true, Length: > MostBytes })
        {
            File.Move(_path, EarlierPath, overwrite: true);
        }
    }
}
