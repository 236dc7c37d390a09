using System;
using System.Collections.Generic;
using System.IO;

namespace FirstTry.Engine.History;

/// <summary>The runs of a repository, all of its worktrees together: one line a run in <c>firsttry/runs.jsonl</c> of the common git directory.</summary>
public sealed class RunHistory
{
    /// <summary>How large the file gets before it makes room; as much again of earlier runs is kept beside it.</summary>
    public const long MostBytes = 4 * 1024 * 1024;

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
        var lines = LastLines();
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

    /// <summary>How long each check took when it last ran, or took to run when a remembered result stood in; from the last runs only.</summary>
    public IReadOnlyDictionary<string, TimeSpan> LastDurations()
    {
        const int MostRuns = 8;
        var durations = new Dictionary<string, TimeSpan>(StringComparer.Ordinal);
        var lines = LastLines();
        var end = lines.Length;
        for (var run = 0; run < MostRuns && end > 0; run++)
        {
            var start = lines.AsSpan(0, end - 1).LastIndexOf((byte)'\n') + 1;
            foreach (var check in PastRunFormat.Read(lines.AsMemory(start, end - start))?.Checks ?? [])
            {
                if (check.IsExecuted || check.IsCached)
                {
                    durations.TryAdd(check.Name, check.IsCached ? check.Saved : check.Duration);
                }
            }

            end = start;
        }

        return durations;
    }

    // As much as some hundred runs: who last ran a check long ago has to ask `explain`.
    private byte[] LastLines()
    {
        const int Most = 256 * 1024;
        try
        {
            using var handle = File.OpenHandle(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var length = RandomAccess.GetLength(handle);
            var bytes = new byte[Math.Min(length, Most)];
            var read = RandomAccess.Read(handle, bytes, length - bytes.Length);
            return bytes[..read];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
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
