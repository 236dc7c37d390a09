using System;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using FirstTry.Git.Internal;
using FirstTry.Git.Internal.Index;
using FirstTry.Processes;

namespace FirstTry.Git.Isolation.Internal;

/// <summary>
/// Writes objects of git as files of their own. Every git reads them, whatever else its repository is made of; a git process would cost more
/// than the rest of hiding a file, and libgit2 opens only some repositories and knows nothing of refs that belong to one worktree.
/// Source: gitformat-loose(5).
/// </summary>
internal sealed class ObjectWriter
{
    private const uint ReadOnlyForAll = 0x124;
    private const uint PermissionBits = 0xFFF;
    private readonly byte[] _folder;
    private readonly bool _isSha1;
    private readonly Disk _disk;

    // An object is one step: its file gets its name when it is whole.
    private readonly Disk _inner = new(FaultPoints.None);
    private int _count;

    public ObjectWriter(Worktree worktree, EnvironmentBlock environment, Disk disk)
    {
        var given = environment["GIT_OBJECT_DIRECTORY"];
        _folder = DiskPath.Of(given is { Length: > 0 } ? Path.GetFullPath(given, worktree.Root) : Path.Combine(worktree.CommonDirectory, "objects"));
        _isSha1 = ObjectFormat.Of(worktree).IdLength == Sha1.Length;
        _disk = disk;
    }

    /// <summary>Writes a file's exact bytes and returns the id.</summary>
    public byte[] AddBlob(byte[] content) => Add("blob", content);

    /// <summary>Writes an object unless it is there, and returns its id.</summary>
    public byte[] Add(string type, byte[] content)
    {
        byte[] data = [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{type} {content.Length}\0")), .. content];
        var id = _isSha1 ? Sha1.Of(data) : SHA256.HashData(data);
        var name = Convert.ToHexStringLower(id);
        var folder = DiskPath.Below(_folder, name[..2]);
        var path = DiskPath.Below(folder, name[2..]);
        if (Disk.StatOf(path).Kind == FileKind.Absent)
        {
            var step = _disk.Faults.Before("object");
            MakeFolder(folder);
            var temporary = DiskPath.Below(_folder, string.Create(CultureInfo.InvariantCulture, $"tmp_obj_firsttry-{_disk.ProcessId}-{_count++}"));
            _inner.Create(temporary, Compressed(data), ReadOnlyForAll, isFlushed: false);
            _inner.Rename(temporary, path);
            _disk.Faults.After(step);
        }

        return id;
    }

    // In a repository that several users share, the others must be able to write there too.
    private void MakeFolder(byte[] folder)
    {
        if (Disk.StatOf(folder).Kind == FileKind.Directory)
        {
            return;
        }

        var mode = Disk.StatOf(_folder).Mode & PermissionBits;
        _inner.MakeFolder(folder, mode);
        if ((Disk.StatOf(folder).Mode & PermissionBits) != mode)
        {
            _inner.ChangeMode(folder, mode);
        }
    }

    private static byte[] Compressed(byte[] data)
    {
        using var compressed = new MemoryStream();
        using (var stream = new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            stream.Write(data);
        }

        return compressed.ToArray();
    }
}
