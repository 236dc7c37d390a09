using System;
using System.Collections.Generic;
using System.IO;
using System.Security.Cryptography;
using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Engine.Running.Fixes;

/// <summary>The content of files at one moment, to tell afterwards which of them somebody changed.</summary>
internal sealed class ContentSnapshot
{
    // Loading the library behind the digest costs more than comparing a few files; a large set is kept as digests to bound the memory.
    private const long MaxKeptBytes = 8 * 1024 * 1024;
    private readonly string _root;
    private readonly List<Entry> _entries;
    private readonly HashSet<RepoPath> _paths;
    private readonly long _keepable;
    private long _keptBytes;

    private ContentSnapshot(string root, int capacity, long keepable)
    {
        _keepable = keepable;
        _root = root;
        _entries = new List<Entry>(capacity);
        _paths = new HashSet<RepoPath>(capacity);
    }

    /// <summary>Remembers these files, each once.</summary>
    /// <param name="isWholeKept">Whether contents are wanted back afterwards, however many they are.</param>
    internal static ContentSnapshot Take(string root, IReadOnlyList<RepoPath> paths, bool isWholeKept = false)
    {
        var snapshot = new ContentSnapshot(root, paths.Count, isWholeKept ? long.MaxValue : MaxKeptBytes);
        snapshot.Add(paths);
        return snapshot;
    }

    /// <summary>Remembers more files.</summary>
    internal void Add(IReadOnlyList<RepoPath> paths)
    {
        for (var i = 0; i < paths.Count; i++)
        {
            if (_paths.Add(paths[i]))
            {
                _entries.Add(Remember(paths[i]));
            }
        }
    }

    /// <summary>True when the file is one of those remembered.</summary>
    internal bool Includes(RepoPath path) => _paths.Contains(path);

    /// <summary>Files as they were; as they are staged where neither this nor the earlier one has remembered them.</summary>
    internal List<OriginalFile> OriginalsOf(IReadOnlyList<RepoPath> paths, ContentSnapshot? earlier)
    {
        var known = new Dictionary<RepoPath, Entry>(_entries.Count);
        foreach (var entry in earlier?._entries ?? [])
        {
            known[entry.Path] = entry;
        }

        foreach (var entry in _entries)
        {
            known[entry.Path] = entry;
        }

        var originals = new List<OriginalFile>(paths.Count);
        for (var i = 0; i < paths.Count; i++)
        {
            originals.Add(known.TryGetValue(paths[i], out var entry) ? new(entry.Path, entry.Kind, entry.Content) : new(paths[i], null, null));
        }

        return originals;
    }

    /// <summary>The files that are not what they were, in the order in which they were given.</summary>
    /// <param name="seen">Gets what each file was before it was read.</param>
    internal List<RepoPath> FindChanged(Dictionary<RepoPath, FileStat> seen)
    {
        var changed = new List<RepoPath>();
        foreach (var entry in _entries)
        {
            seen[entry.Path] = WorktreeFiles.StatOf(_root, entry.Path);
            if (HasChanged(entry, seen[entry.Path].Kind))
            {
                changed.Add(entry.Path);
            }
        }

        return changed;
    }

    private Entry Remember(RepoPath path)
    {
        var kind = WorktreeFiles.KindOf(_root, path);
        var content = Read(path, kind);
        if (content is not null && _keptBytes + content.Length > _keepable)
        {
            return new Entry(path, kind, SHA256.HashData(content), IsDigest: true);
        }

        _keptBytes += content?.Length ?? 0;
        return new Entry(path, kind, content, IsDigest: false);
    }

    private bool HasChanged(Entry entry, FileKind kind)
    {
        if (kind != entry.Kind)
        {
            return true;
        }

        var content = Read(entry.Path, kind);
        if (content is null || entry.Content is null)
        {
            return content is not null || entry.Content is not null;
        }

        return entry.IsDigest
            ? !SHA256.HashData(content).AsSpan().SequenceEqual(entry.Content)
            : !content.AsSpan().SequenceEqual(entry.Content);
    }

    // What cannot be read cannot be compared: only its kind is.
    private byte[]? Read(RepoPath path, FileKind kind)
    {
        if (kind is not (FileKind.File or FileKind.Executable or FileKind.Symlink))
        {
            return null;
        }

        try
        {
            return WorktreeFiles.Read(_root, path);
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }

    private readonly record struct Entry(RepoPath Path, FileKind Kind, byte[]? Content, bool IsDigest);
}
