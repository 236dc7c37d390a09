using System.Threading;

namespace FirstTry.Engine.Fingerprints;

/// <summary>What taking fingerprints cost: numbers that tests can count on where times are noise.</summary>
public sealed class FingerprintCounters
{
    private long _stated;
    private long _hashed;
    private long _bytes;
    private long _folders;

    /// <summary>How many files were looked at, without opening them, outside of the look at the tree.</summary>
    public long FilesStated => Interlocked.Read(ref _stated);

    /// <summary>How many files were read to hash their content, tools included.</summary>
    public long FilesHashed => Interlocked.Read(ref _hashed);

    /// <summary>How many bytes were read for that.</summary>
    public long BytesRead => Interlocked.Read(ref _bytes);

    /// <summary>How many folders were read to find what is not tracked, although earlier runs may have known them.</summary>
    public long FoldersRead => Interlocked.Read(ref _folders);

    internal void AddFolders(long count) => Interlocked.Add(ref _folders, count);

    internal void AddStated(long count = 1) => Interlocked.Add(ref _stated, count);

    internal void AddHashed(long bytes)
    {
        Interlocked.Increment(ref _hashed);
        Interlocked.Add(ref _bytes, bytes);
    }
}
