using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using FirstTry.Git.Internal.Native;
using FirstTry.Graph;
using Microsoft.Win32.SafeHandles;

namespace FirstTry.Git;

/// <summary>Files of a working tree by their byte paths. On Linux the bytes go to the kernel as they are; elsewhere paths are text.</summary>
public static unsafe class WorktreeFiles
{
    private const int ReadOnlyCloseOnExec = 0x80000;
    private const int WriteCreateExclusiveCloseOnExec = 0x800C1;
    private const int DoNotWait = 0x800;
    private const int LongestLink = 4096;

    /// <summary>What lies at a path; links are not followed.</summary>
    public static FileKind KindOf(string root, RepoPath path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return PortableKindOf(TextOf(root, path));
        }

        return TryStatus(BytesOf(root, path), out var status) ? KindOf(status) : FileKind.Absent;
    }

    /// <summary>Whether a path is, or leads through links to, something that can only be waited for or has no end: a pipe, a socket, a device.</summary>
    public static bool IsEndless(string root, RepoPath path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        FileStatus status;
        fixed (byte* pointer = BytesOf(root, path))
        {
            return LibC.Status(LibC.CurrentDirectory, pointer, 0, LibC.BasicStatus, &status) == 0 && KindOf(status) == FileKind.Other;
        }
    }

    /// <summary>What the file system says about a path; links are not followed.</summary>
    public static FileStat StatOf(string root, RepoPath path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return PortableStatOf(TextOf(root, path));
        }

        return TryStatus(BytesOf(root, path), out var status) ? status.ToStat() : default;
    }

    /// <summary>The content of a regular file; of a symbolic link its target's text.</summary>
    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    public static byte[] Read(string root, RepoPath path)
    {
        if (!OperatingSystem.IsLinux())
        {
            var text = TextOf(root, path);
            return new FileInfo(text).LinkTarget is { } target ? Encoding.UTF8.GetBytes(target) : File.ReadAllBytes(text);
        }

        var bytes = BytesOf(root, path);
        var kind = KindOf(root, path);
        if (kind == FileKind.Symlink)
        {
            return ReadLink(path, bytes);
        }

        // Opening a pipe would wait for a writer.
        if (kind is FileKind.Directory or FileKind.Other)
        {
            throw new IOException($"'{path}' is not a regular file.");
        }

        using var handle = Open(path, bytes, ReadOnlyCloseOnExec, mode: 0);
        return ReadAll(handle);
    }

    /// <summary>What lies at a path, and its content where it is a regular file that is wanted.</summary>
    /// <param name="isWanted">Whether the content of a file of this kind is asked for.</param>
    /// <param name="content">Null where it is not.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static FileKind TryRead(string root, RepoPath path, Predicate<FileKind> isWanted, out byte[]? content)
    {
        if (!OperatingSystem.IsLinux())
        {
            var there = KindOf(root, path);
            content = there is FileKind.File or FileKind.Executable && isWanted(there) ? Read(root, path) : null;
            return there;
        }

        content = null;
        var bytes = BytesOf(root, path);
        if (!TryStatus(bytes, out var status))
        {
            return FileKind.Absent;
        }

        var kind = KindOf(status);
        if (kind is not (FileKind.File or FileKind.Executable) || !isWanted(kind))
        {
            return kind;
        }

        // What was put in its place meanwhile must be neither followed nor waited for.
        int descriptor;
        fixed (byte* pointer = bytes)
        {
            descriptor = LibC.Open(pointer, ReadOnlyCloseOnExec | DoNotWait | LibC.NoLink, 0);
        }

        Check(descriptor, path);
        try
        {
            content = ReadAll(descriptor, status.Size, path);
            return kind;
        }
        finally
        {
            _ = LibC.Close(descriptor);
        }
    }

    /// <summary>Opens a regular file to be read piece by piece; symbolic links are followed.</summary>
    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    public static SafeFileHandle OpenRead(string root, RepoPath path) => OperatingSystem.IsLinux()
        ? Open(path, BytesOf(root, path), ReadOnlyCloseOnExec | DoNotWait, mode: 0)
        : File.OpenHandle(TextOf(root, path));

    /// <summary>Whether there is something to check: a regular file or a symbolic link.</summary>
    internal static bool HasFile(string root, RepoPath path) => KindOf(root, path) is FileKind.File or FileKind.Executable or FileKind.Symlink;

    /// <summary>How many bytes a regular file has.</summary>
    /// <exception cref="IOException">There is no such file.</exception>
    public static long SizeOf(string root, RepoPath path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return new FileInfo(TextOf(root, path)).Length;
        }

        return TryStatus(BytesOf(root, path), out var status) ? (long)status.Size : throw new IOException($"'{path}' does not exist.");
    }

    /// <summary>Replaces the content of a regular file by a new file of the same mode, through a temporary one beside it and a rename.</summary>
    /// <exception cref="IOException">It is no regular file, or cannot be written; then it is as it was.</exception>
    public static void Replace(string root, RepoPath path, byte[] content)
    {
        if (!OperatingSystem.IsLinux())
        {
            PortableReplace(TextOf(root, path), content);
            return;
        }

        var bytes = BytesOf(root, path);
        if (!TryStatus(bytes, out var status) || status.Type != LibC.RegularFile)
        {
            throw new IOException($"'{path}' is not a regular file.");
        }

        var temporary = TemporaryBeside(bytes);
        try
        {
            Write(path, temporary, content, (uint)status.Mode & 0xFFF);
            Rename(path, temporary, bytes);
        }
        catch (IOException)
        {
            Remove(temporary);
            throw;
        }
    }

    private static void Rename(RepoPath path, byte[] temporary, byte[] target)
    {
        fixed (byte* from = temporary, to = target)
        {
            Check(LibC.Rename(from, to), path);
        }
    }

    private static void Remove(byte[] temporary)
    {
        fixed (byte* pointer = temporary)
        {
            _ = LibC.Unlink(pointer);
        }
    }

    private static FileKind KindOf(FileStatus status) => status.Type switch
    {
        LibC.RegularFile when status.IsExecutable => FileKind.Executable,
        LibC.RegularFile => FileKind.File,
        LibC.SymbolicLink => FileKind.Symlink,
        LibC.Folder => FileKind.Directory,
        _ => FileKind.Other,
    };

    private static bool TryStatus(byte[] path, out FileStatus status)
    {
        fixed (byte* pointer = path)
        fixed (FileStatus* result = &status)
        {
            return LibC.Status(LibC.CurrentDirectory, pointer, LibC.DoNotFollow, LibC.BasicStatus, result) == 0;
        }
    }

    private static void Write(RepoPath path, byte[] temporary, byte[] content, uint mode)
    {
        using var handle = Open(path, temporary, WriteCreateExclusiveCloseOnExec, mode: 0x180);
        RandomAccess.Write(handle, content, 0);
        Check(LibC.ChangeMode((int)handle.DangerousGetHandle(), mode), path);
        RandomAccess.FlushToDisk(handle);
    }

    private static byte[] ReadLink(RepoPath path, byte[] bytes)
    {
        var target = new byte[LongestLink];
        fixed (byte* pointer = bytes, result = target)
        {
            var length = LibC.ReadLink(pointer, result, LongestLink);
            Check((int)length, path);
            return target[..(int)length];
        }
    }

    private static SafeFileHandle Open(RepoPath path, byte[] bytes, int flags, uint mode)
    {
        fixed (byte* pointer = bytes)
        {
            var descriptor = LibC.Open(pointer, flags, mode);
            Check(descriptor, path);
            return new SafeFileHandle(descriptor, ownsHandle: true);
        }
    }

    // The size is a guess: a file may grow while it is read, and those of the kernel have none.
    private static byte[] ReadAll(int descriptor, ulong size, RepoPath path)
    {
        var content = new byte[Math.Min(size, int.MaxValue / 2) + 1];
        for (var length = 0; ;)
        {
            nint count;
            fixed (byte* pointer = content)
            {
                count = LibC.Read(descriptor, pointer + length, (nuint)(content.Length - length));
            }

            Check((int)Math.Min(count, int.MaxValue), path);
            length += (int)count;
            if (count == 0)
            {
                return content[..length];
            }

            if (length == content.Length)
            {
                Array.Resize(ref content, length < Array.MaxLength / 2 ? length * 2 : throw new IOException($"'{path}' is too large to be read at once."));
            }
        }
    }

    private static byte[] ReadAll(SafeFileHandle handle)
    {
        using var file = new FileStream(handle, FileAccess.Read, bufferSize: 0);
        using var content = new MemoryStream();
        file.CopyTo(content);
        return content.ToArray();
    }

    private static void Check(int result, RepoPath path)
    {
        if (result < 0)
        {
            throw new IOException($"'{path}': {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }

    private static byte[] BytesOf(string root, RepoPath path)
    {
        var start = Encoding.UTF8.GetBytes(root);
        byte[] full = [.. start, (byte)'/', .. path.Bytes, 0];
        return full;
    }

    private static byte[] TemporaryBeside(byte[] path)
    {
        var folder = path.AsSpan(0, path.AsSpan().LastIndexOf((byte)'/') + 1);
        return [.. folder, .. Encoding.ASCII.GetBytes($".firsttry-{Guid.NewGuid():n}"), 0];
    }

    private static FileKind PortableKindOf(string path)
    {
        var file = new FileInfo(path);
        if (file.LinkTarget is not null)
        {
            return FileKind.Symlink;
        }

        if (Directory.Exists(path))
        {
            return FileKind.Directory;
        }

        if (!file.Exists)
        {
            return FileKind.Absent;
        }

        return !OperatingSystem.IsWindows() && (file.UnixFileMode & UnixFileMode.UserExecute) != 0 ? FileKind.Executable : FileKind.File;
    }

    private static FileStat PortableStatOf(string path)
    {
        var mode = PortableKindOf(path) switch
        {
            FileKind.File => 0x81A4u,
            FileKind.Executable => 0x81EDu,
            FileKind.Symlink => 0xA1FFu,
            FileKind.Directory => 0x41EDu,
            _ => 0u,
        };
        var file = new FileInfo(path);
        return mode == 0
            ? default
            : new FileStat(0, 0, file.Exists ? file.Length : 0, mode, (file.LastWriteTimeUtc - DateTime.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick, 0);
    }

    private static void PortableReplace(string path, byte[] content)
    {
        var temporary = Path.Combine(Path.GetDirectoryName(path)!, $".firsttry-{Guid.NewGuid():n}");
        File.WriteAllBytes(temporary, content);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(temporary, File.GetUnixFileMode(path));
        }

        File.Move(temporary, path, overwrite: true);
    }

    private static string TextOf(string root, RepoPath path) => Path.Combine(root, Encoding.UTF8.GetString(path.Bytes));
}
