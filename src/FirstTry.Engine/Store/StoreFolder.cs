using System;
using System.IO;
using System.Threading;

namespace FirstTry.Engine.Store;

/// <summary>
/// Files of the store: written beside and renamed into place, so that a reader sees all of one or none, without a lock. The first thing that
/// cannot be written is remembered as <see cref="Fault"/>, and nothing more is tried: a store that is full costs no time and no verdict.
/// </summary>
internal sealed class StoreFolder(string root, bool isWritable)
{
    private const UnixFileMode OnlyOwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OnlyOwnerFolder = OnlyOwnerFile | UnixFileMode.UserExecute;
    private static int _written;
    private string? _fault;

    /// <summary>The absolute path of the store.</summary>
    internal string Root { get; } = root;

    /// <summary>What kept something from being written or removed, as the system says it; null when nothing did.</summary>
    internal string? Fault => _fault;

    /// <summary>True while it makes sense to write.</summary>
    internal bool IsWritable => isWritable && _fault is null;

    /// <summary>The absolute path of an entry: <c>ac/9f/9f…</c>.</summary>
    internal string PathOf(string kind, string id) => Path.Combine(Root, kind, id[..2], id);

    /// <summary>The content of a file; null when there is none that can be read, or it is larger than this.</summary>
    internal static byte[]? Read(string path, long most)
    {
        try
        {
            // A miss is common and must not cost an exception.
            if (!File.Exists(path))
            {
                return null;
            }

            using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var length = RandomAccess.GetLength(handle);
            if (length > most)
            {
                return null;
            }

            var content = new byte[length];
            var read = RandomAccess.Read(handle, content, 0);
            return read == length ? content : content[..read];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Puts a file in place, over one that is there; false when that cannot be done.</summary>
    internal bool Write(string path, ReadOnlySpan<byte> content)
    {
        if (!IsWritable)
        {
            return false;
        }

        var temporary = Path.Combine(Root, "tmp", $"{Guid.NewGuid():n}-{Interlocked.Increment(ref _written)}");
        try
        {
            WriteNew(temporary, content);
            MoveInto(temporary, path);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _fault ??= exception.Message;
            Discard(temporary);
            return false;
        }
    }

    /// <summary>Removes a file, if it is there; does nothing where nothing may be written.</summary>
    internal void Remove(string path)
    {
        if (!isWritable)
        {
            return;
        }

        try
        {
            File.Delete(path);
        }
        catch (DirectoryNotFoundException)
        {
            // Then it is gone.
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _fault ??= exception.Message;
        }
    }

    /// <summary>Makes a folder and those above it, for nobody but the user.</summary>
    internal static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else if (!Directory.Exists(path))
        {
            // The mode is for the last folder only: those above get theirs one by one.
            MakeFolder(Path.GetDirectoryName(path)!);
            Directory.CreateDirectory(path, OnlyOwnerFolder);
        }
    }

    private static void WriteNew(string path, ReadOnlySpan<byte> content)
    {
        try
        {
            Create(path, content);
        }
        catch (DirectoryNotFoundException)
        {
            MakeFolder(Path.GetDirectoryName(path)!);
            Create(path, content);
        }
    }

    private static void Create(string path, ReadOnlySpan<byte> content)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OnlyOwnerFile;
        }

        using var file = new FileStream(path, options);
        try
        {
            file.Write(content);
        }
        catch (ArgumentOutOfRangeException exception)
        {
            // What the framework makes of EFBIG, the answer of a file system or of 'ulimit -f' where another one says that the disk is full.
            throw new IOException("File too large", exception);
        }
    }

    private static void MoveInto(string temporary, string path)
    {
        try
        {
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception exception) when (exception is DirectoryNotFoundException or FileNotFoundException && File.Exists(temporary))
        {
            MakeFolder(Path.GetDirectoryName(path)!);
            File.Move(temporary, path, overwrite: true);
        }
    }

    private static void Discard(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What stays in tmp is removed when the store is pruned.
        }
    }
}
