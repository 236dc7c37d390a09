using System;
using System.IO;
using System.Runtime.InteropServices;
using FirstTry.Git.Internal.Native;
using Microsoft.Win32.SafeHandles;

namespace FirstTry.Git.Isolation.Internal;

/// <summary>Everything that isolation writes to disk, each call one numbered step. Paths are absolute and bytes; links are not followed.</summary>
internal sealed unsafe class Disk(FaultPoints faults)
{
    /// <summary>O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC</summary>
    private const int NewFile = 0x800C1;

    /// <summary>O_WRONLY | O_APPEND | O_CLOEXEC</summary>
    private const int AtEnd = 0x80401;

    private const int OwnerOnly = 0x180;
    private const int LongestLink = 4096;
    private const uint ModeBits = 0xFFF;

    /// <summary>Numbers the steps.</summary>
    public FaultPoints Faults => faults;

    /// <summary>The number of this process, for names that no other one takes.</summary>
    public int ProcessId { get; } = LibC.GetProcessId();

    /// <summary>What lies at a path; the default value when nothing does.</summary>
    public static FileStat StatOf(byte[] path)
    {
        FileStatus status;
        fixed (byte* name = Ended(path))
        {
            return LibC.Status(LibC.CurrentDirectory, name, LibC.DoNotFollow, LibC.BasicStatus, &status) == 0 ? status.ToStat() : default;
        }
    }

    /// <summary>The content of a file; of a link its target.</summary>
    /// <exception cref="IOException">There is none, or it cannot be read.</exception>
    public static byte[] Read(byte[] path)
    {
        var kind = StatOf(path).Kind;
        if (kind == FileKind.Symlink)
        {
            return ReadLink(path);
        }

        if (kind is not (FileKind.File or FileKind.Executable))
        {
            throw new IOException($"'{DiskPath.ToText(path)}' is not a regular file.");
        }

        using var handle = Open(path, LibC.CloseOnExec, 0);
        using var file = new FileStream(handle, FileAccess.Read, bufferSize: 0);
        var content = new byte[file.Length];
        file.ReadExactly(content);
        return content;
    }

    /// <summary>Makes a folder; one that is there already is well.</summary>
    public void MakeFolder(byte[] path, uint mode = 0x1FF)
    {
        if (StatOf(path).Kind == FileKind.Directory)
        {
            return;
        }

        var step = faults.Before("make folder");
        fixed (byte* name = Ended(path))
        {
            Check(LibC.MakeFolder(name, mode), path);
        }

        faults.After(step);
    }

    /// <summary>Writes a new file. What could not be written whole is removed again.</summary>
    /// <param name="mode">Its permissions, whatever the umask.</param>
    /// <param name="isFlushed">Whether it must be on the disk itself when this returns; otherwise writing it is only begun.</param>
    public void Create(byte[] path, ReadOnlySpan<byte> content, uint mode, bool isFlushed)
    {
        var creation = faults.Before("create file");
        using var handle = Open(path, NewFile, OwnerOnly);
        try
        {
            faults.After(creation);
            var step = faults.Before("write file");
            var descriptor = (int)handle.DangerousGetHandle();
            WriteAll(descriptor, content, path);
            Check(LibC.ChangeMode(descriptor, mode & ModeBits), path);
            _ = LibC.FlushRange(descriptor, 0, 0, LibC.BeginWriting);
            faults.After(step);
            if (isFlushed)
            {
                Flush(descriptor, path);
            }
        }
        catch (DiskException)
        {
            RemoveQuietly(path);
            throw;
        }
    }

    /// <summary>Adds to the end of a file.</summary>
    public void Append(byte[] path, ReadOnlySpan<byte> content, bool isFlushed)
    {
        var step = faults.Before("append");
        using var handle = Open(path, AtEnd, 0);
        WriteAll((int)handle.DangerousGetHandle(), content, path);
        faults.After(step);
        if (isFlushed)
        {
            Flush((int)handle.DangerousGetHandle(), path);
        }
    }

    /// <summary>Makes a symbolic link.</summary>
    public void MakeLink(byte[] target, byte[] path)
    {
        var step = faults.Before("make link");
        fixed (byte* to = Ended(target), name = Ended(path))
        {
            Check(LibC.MakeLink(to, name), path);
        }

        faults.After(step);
    }

    /// <summary>Moves a file over whatever lies at the new name.</summary>
    public void Rename(byte[] from, byte[] to) => Rename("rename", from, to, 0);

    /// <summary>Moves a file where nothing may lie yet.</summary>
    public void MoveNew(byte[] from, byte[] to) => Rename("move", from, to, LibC.KeepTarget);

    /// <summary>Lets two files change places in one step.</summary>
    public void Exchange(byte[] left, byte[] right) => Rename("exchange", left, right, LibC.Exchange);

    /// <summary>Removes a file or link; one that is not there is well.</summary>
    public void Remove(byte[] path)
    {
        var step = faults.Before("remove");
        fixed (byte* name = Ended(path))
        {
            CheckUnless(LibC.Unlink(name), LibC.NoSuchEntry, path);
        }

        faults.After(step);
    }

    /// <summary>Removes a file or link that a run which was cut short may have left.</summary>
    public void RemoveIfThere(byte[] path)
    {
        if (StatOf(path).Kind != FileKind.Absent)
        {
            Remove(path);
        }
    }

    /// <summary>Removes a folder unless there is something in it.</summary>
    public void RemoveFolder(byte[] path)
    {
        if (StatOf(path).Kind != FileKind.Directory)
        {
            return;
        }

        var step = faults.Before("remove folder");
        fixed (byte* name = Ended(path))
        {
            CheckUnless(LibC.RemoveFolder(name), LibC.FolderNotEmpty, path);
        }

        faults.After(step);
    }

    /// <summary>Sets the permissions of a folder.</summary>
    public void ChangeMode(byte[] path, uint mode)
    {
        var step = faults.Before("change mode");
        fixed (byte* name = Ended(path))
        {
            Check(LibC.ChangeModeOf(name, mode & ModeBits), path);
        }

        faults.After(step);
    }

    /// <summary>Sets when the content was written last.</summary>
    public void SetModified(byte[] path, long nanoseconds)
    {
        const long PerSecond = 1_000_000_000;
        var step = faults.Before("set times");
        var time = Math.DivRem(nanoseconds, PerSecond) is var (seconds, rest) && rest < 0 ? (seconds - 1, rest + PerSecond) : (seconds, rest);
        var times = stackalloc long[] { time.Item1, time.Item2, time.Item1, time.Item2 };
        fixed (byte* name = Ended(path))
        {
            Check(LibC.SetTimes(LibC.CurrentDirectory, name, times, LibC.DoNotFollow), path);
        }

        faults.After(step);
    }

    /// <summary>Brings the names in a folder to the disk itself.</summary>
    public void FlushFolder(byte[] path)
    {
        using var handle = Open(path, LibC.CloseOnExec, 0);
        Flush((int)handle.DangerousGetHandle(), path);
    }

    private void Rename(string step, byte[] from, byte[] to, uint flags)
    {
        var number = faults.Before(step);
        fixed (byte* left = Ended(from), right = Ended(to))
        {
            Check(flags == 0 ? LibC.Rename(left, right) : LibC.Rename2(LibC.CurrentDirectory, left, LibC.CurrentDirectory, right, flags), to);
        }

        faults.After(number);
    }

    private void Flush(int descriptor, byte[] path)
    {
        var step = faults.Before("flush");
        CheckUnless(LibC.Flush(descriptor), LibC.InvalidArgument, path);
        faults.After(step);
    }

    private static void RemoveQuietly(byte[] path)
    {
        fixed (byte* name = Ended(path))
        {
            _ = LibC.Unlink(name);
        }
    }

    private static void WriteAll(int descriptor, ReadOnlySpan<byte> content, byte[] path)
    {
        fixed (byte* bytes = content)
        {
            for (nint written = 0; written < content.Length;)
            {
                var count = LibC.Write(descriptor, bytes + written, (nuint)(content.Length - written));
                if (count < 0 && Marshal.GetLastPInvokeError() == LibC.Interrupted)
                {
                    continue;
                }

                Check(count < 0 ? -1 : 0, path);
                written += count;
            }
        }
    }

    private static byte[] ReadLink(byte[] path)
    {
        var target = new byte[LongestLink];
        fixed (byte* name = Ended(path), result = target)
        {
            var length = (int)LibC.ReadLink(name, result, LongestLink);
            Check(length, path);
            return target[..length];
        }
    }

    private static SafeFileHandle Open(byte[] path, int flags, uint mode)
    {
        fixed (byte* name = Ended(path))
        {
            var descriptor = LibC.Open(name, flags, mode);
            Check(descriptor, path);
            return new SafeFileHandle(descriptor, ownsHandle: true);
        }
    }

    private static void Check(int result, byte[] path)
    {
        if (result < 0)
        {
            throw new DiskException(Marshal.GetLastPInvokeError(), $"'{DiskPath.ToText(path)}'");
        }
    }

    private static void CheckUnless(int result, int allowed, byte[] path)
    {
        if (result < 0 && Marshal.GetLastPInvokeError() != allowed)
        {
            Check(result, path);
        }
    }

    private static byte[] Ended(byte[] path) => [.. path, 0];
}
