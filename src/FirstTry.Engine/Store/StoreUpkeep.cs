using System;
using System.Collections.Generic;
using System.IO;

namespace FirstTry.Engine.Store;

/// <summary>Looks after a store: off the way of a commit, or once a day after its verdict.</summary>
public sealed class StoreUpkeep(string root, TimeProvider clock)
{
    private const string Results = "ac";
    private const string Contents = "cas";
    private const string Marker = "pruned";
    private static readonly string[] Kinds = [Results, Contents, "stat", "tmp"];
    private static readonly TimeSpan Often = TimeSpan.FromDays(1);

    // Documents of runs that failed belong to no record; they serve `explain`. A writer puts content before its record.
    private static readonly TimeSpan Unnamed = TimeSpan.FromDays(7);
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);
    private readonly StoreFolder _folder = new(root, isWritable: true);

    /// <summary>What kept something from being removed; null when nothing did.</summary>
    public string? Fault => _folder.Fault;

    private string MarkerPath => Path.Combine(root, Marker);

    /// <summary>Prunes unless that was done within a day; looks at one file to know.</summary>
    public void PruneDaily()
    {
        try
        {
            var pruned = File.GetLastWriteTimeUtc(MarkerPath);
            var age = clock.GetUtcNow().UtcDateTime - pruned;
            if ((age > Often || age < -Often) && Directory.Exists(root))
            {
                Prune(StoreLimits.Default);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Then another day.
        }
    }

    /// <summary>Removes what was not of use for long, then the longest unused until the rest fits.</summary>
    public StorePruning Prune(StoreLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        _ = _folder.Write(MarkerPath, []);
        var files = List();
        Connect(files);
        files.Sort(static (left, right) => left.LastUse.CompareTo(right.LastUse) is var byUse and not 0 ? byUse
            : string.CompareOrdinal(left.Kind, right.Kind));
        var (removed, removedBytes, total) = (0, 0L, SizeOf(files));
        var now = clock.GetUtcNow().UtcDateTime;
        var room = total > limits.Bytes ? limits.Bytes / 10 * 8 : limits.Bytes;
        foreach (var file in files)
        {
            if (now - file.LastUse > AgeOf(file, limits) || (total > room && file.Kind is Results or Contents))
            {
                _folder.Remove(file.Path);
                (removed, removedBytes, total) = (removed + 1, removedBytes + file.Bytes, total - file.Bytes);
            }
        }

        return new StorePruning(removed, removedBytes, total);
    }

    /// <summary>What there is; all zero where there is no store.</summary>
    public StoreStatus Look()
    {
        var files = List();
        DateTime? oldest = null;
        var (results, contents, stats) = (0, 0, 0);
        foreach (var file in files)
        {
            results += file.Kind == Results ? 1 : 0;
            contents += file.Kind == Contents ? 1 : 0;
            stats += file.Kind == "stat" ? 1 : 0;
            oldest = file.Kind == Results && (oldest is null || file.LastUse < oldest) ? file.LastUse : oldest;
        }

        DateTimeOffset? pruned = File.Exists(MarkerPath) ? File.GetLastWriteTimeUtc(MarkerPath) : null;
        return new StoreStatus(results, contents, stats, SizeOf(files), oldest, pruned);
    }

    /// <summary>Reads every record and all content, and removes what is damaged or lies under a wrong name.</summary>
    public StoreVerification Verify()
    {
        var store = new ResultStore(root, isWritable: true, clock);
        var damaged = new List<string>();
        var (results, contents) = (0, 0);
        foreach (var file in List())
        {
            if (file.Kind is not (Results or Contents))
            {
                continue;
            }

            var isInPlace = ContentId.IsOne(file.Name) && file.Path == _folder.PathOf(file.Kind, file.Name);
            if (isInPlace && (file.Kind == Results ? IsWhole(store, file.Name) : store.ReadContent(file.Name) is not null))
            {
                (results, contents) = file.Kind == Results ? (results + 1, contents) : (results, contents + 1);
                continue;
            }

            _folder.Remove(file.Path);
            damaged.Add(Path.GetRelativePath(root, file.Path));
        }

        damaged.Sort(StringComparer.Ordinal);
        return new StoreVerification(results, contents, damaged);
    }

    /// <summary>Removes everything that was ever stored, and returns how many files that were. Other files in the folder stay.</summary>
    public int Clear()
    {
        var files = List();
        foreach (var file in files)
        {
            _folder.Remove(file.Path);
        }

        _folder.Remove(MarkerPath);
        return files.Count;
    }

    private static bool IsWhole(ResultStore store, string key) => store.Find(key) is { } result && store.ReadLog(result) is not null;

    private static TimeSpan AgeOf(StoredFile file, StoreLimits limits) => file.Kind switch
    {
        "tmp" => Abandoned,
        Contents => limits.Age < Unnamed ? limits.Age : Unnamed,
        _ => limits.Age,
    };

    private static long SizeOf(List<StoredFile> files)
    {
        var sum = 0L;
        foreach (var file in files)
        {
            sum += file.Bytes;
        }

        return sum;
    }

    // Content lives as long as a record that names it.
    private static void Connect(List<StoredFile> files)
    {
        var contents = new Dictionary<string, StoredFile>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (file.Kind == Contents)
            {
                contents[file.Name] = file;
            }
        }

        foreach (var record in files)
        {
            if (record.Kind != Results || StoreFolder.Read(record.Path, ResultStore.MostRecordBytes) is not { } bytes
                || StoredResultFormat.Read(bytes, record.Name) is not { } result)
            {
                continue;
            }

            Use(contents, result.Key, record.LastUse);
            Use(contents, result.Log, record.LastUse);
        }
    }

    private static void Use(Dictionary<string, StoredFile> contents, string? name, DateTime lastUse)
    {
        if (name is not null && contents.TryGetValue(name, out var content) && content.LastUse < lastUse)
        {
            content.LastUse = lastUse;
        }
    }

    private List<StoredFile> List()
    {
        var files = new List<StoredFile>();
        foreach (var kind in Kinds)
        {
            var folder = new DirectoryInfo(Path.Combine(root, kind));
            if (!folder.Exists)
            {
                continue;
            }

            foreach (var file in folder.EnumerateFiles("*", SearchOption.AllDirectories))
            {
                // Another run may have removed it a moment ago.
                if (file.Exists)
                {
                    files.Add(new StoredFile(file.FullName, file.Name, kind, file.Length, file.LastWriteTimeUtc));
                }
            }
        }

        return files;
    }
}
