using System;
using System.IO;

namespace FirstTry.Engine.Store;

/// <summary>
/// The passes that a user's runs remember, shared by all of their repositories, clones and worktrees. Nothing that is wrong with the store
/// ever changes a verdict: what cannot be read, or is not exactly what was written, was never there.
/// </summary>
public sealed class ResultStore
{
    /// <summary>The largest log that is stored. A check that writes more is not remembered.</summary>
    public const int MostLogBytes = 4 * 1024 * 1024;

    internal const int MostRecordBytes = 64 * 1024;

    // The list of a hundred thousand inputs.
    private const int MostContentBytes = 256 * 1024 * 1024;
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);
    private readonly StoreFolder _folder;
    private readonly TimeProvider _clock;

    /// <summary>The store in a folder that need not exist yet.</summary>
    /// <param name="root">The absolute path of its layout's folder, as <see cref="StorePlace"/> finds it.</param>
    /// <param name="isWritable">Whether anything may be written or removed.</param>
    /// <param name="clock">What tells the time.</param>
    public ResultStore(string root, bool isWritable, TimeProvider clock)
    {
        ArgumentException.ThrowIfNullOrEmpty(root);
        _folder = new StoreFolder(root, isWritable);
        _clock = clock;
    }

    /// <summary>The absolute path of the store.</summary>
    public string Root => _folder.Root;

    /// <summary>What kept something from being written, as the system says it; null when nothing did.</summary>
    public string? Fault => _folder.Fault;

    /// <summary>True while it makes sense to store something.</summary>
    public bool IsWritable => _folder.IsWritable;

    /// <summary>
    /// The pass under a fingerprint; null when there is none. A record that is damaged, lies under another name or comes from the future is
    /// none, and is removed.
    /// </summary>
    public StoredResult? Find(string key)
    {
        var path = RecordPath(key);
        if (StoreFolder.Read(path, MostRecordBytes) is not { } bytes)
        {
            return null;
        }

        var result = StoredResultFormat.Read(bytes, key);
        if (result is null || result.Stored > _clock.GetUtcNow())
        {
            _folder.Remove(path);
            return null;
        }

        return result;
    }

    /// <summary>Tells the store that a record is still of use, so that pruning spares it.</summary>
    public void Touch(string key) => Touch(new FileInfo(RecordPath(key)));

    /// <summary>The log of a record, empty when it wrote nothing; null when it is gone or damaged, and then the record is removed too.</summary>
    public byte[]? ReadLog(StoredResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.Log is null)
        {
            return [];
        }

        if (ReadContent(result.Log, MostLogBytes) is { } log)
        {
            return log;
        }

        Remove(result.Key);
        return null;
    }

    /// <summary>Remembers a pass with what it wrote; false when that cannot be done. The content is in place before the record that names it.</summary>
    public bool Keep(StoredResult result, ReadOnlySpan<byte> log)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (log.Length > MostLogBytes)
        {
            return false;
        }

        var id = log.IsEmpty ? null : ContentId.Of(log);
        return (id is null || KeepContent(id, log)) && _folder.Write(RecordPath(result.Key), StoredResultFormat.Write(result with { Log = id }));
    }

    /// <summary>Forgets the pass under a fingerprint.</summary>
    public void Remove(string key) => _folder.Remove(RecordPath(key));

    /// <summary>Keeps content under its SHA-256: a fingerprint's document, or a part of one. False when that cannot be done.</summary>
    public bool KeepContent(string id, ReadOnlySpan<byte> content)
    {
        // What is damaged is found by its reader and removed: here it is enough that something of that name and length is there.
        var file = new FileInfo(ContentPath(id));
        if (!file.Exists || file.Length != content.Length)
        {
            return _folder.Write(file.FullName, content);
        }

        Touch(file);
        return true;
    }

    /// <summary>The content with this SHA-256; null when it is gone or damaged, and then it is removed.</summary>
    public byte[]? ReadContent(string id) => ReadContent(id, MostContentBytes);

    private string RecordPath(string key) => ContentId.IsOne(key) ? _folder.PathOf("ac", key) : throw new ArgumentException($"'{key}' is no fingerprint", nameof(key));

    private string ContentPath(string id) => ContentId.IsOne(id) ? _folder.PathOf("cas", id) : throw new ArgumentException($"'{id}' is no digest", nameof(id));

    private byte[]? ReadContent(string id, int most)
    {
        var path = ContentPath(id);
        if (StoreFolder.Read(path, most) is not { } content)
        {
            return null;
        }

        if (ContentId.Of(content) == id)
        {
            return content;
        }

        _folder.Remove(path);
        return null;
    }

    private void Touch(FileInfo file)
    {
        try
        {
            var now = _clock.GetUtcNow().UtcDateTime;
            if (_folder.IsWritable && now - file.LastWriteTimeUtc > Fresh)
            {
                file.LastWriteTimeUtc = now;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is pruned early: no harm but a run.
        }
    }
}
