using System;
using System.IO;
using System.Runtime.InteropServices;

namespace FirstTry.Engine.History;

/// <summary>Appends to a file that others append to at the same time.</summary>
internal static unsafe partial class AppendingFile
{
    // O_WRONLY | O_APPEND | O_CLOEXEC. System.IO opens for appending by seeking to the end, where others write too.
    private const int LinuxFlags = 0x1 | 0x400 | 0x80000;
    private const int MacFlags = 0x1 | 0x8 | 0x1000000;

    /// <summary>Adds the bytes at the end in one write, makes the file and its folder where needed, and returns how long the file is then.</summary>
    internal static long Append(string path, ReadOnlySpan<byte> bytes)
    {
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete).Dispose();
        }

        if (OperatingSystem.IsWindows())
        {
            using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
            file.Write(bytes);
            return file.Length;
        }

        var descriptor = Open(path, OperatingSystem.IsMacOS() ? MacFlags : LinuxFlags);
        if (descriptor < 0)
        {
            throw new IOException($"'{path}' cannot be opened for writing.");
        }

        nint written;
        fixed (byte* start = bytes)
        {
            written = Write(descriptor, start, (nuint)bytes.Length);
        }

        _ = Close(descriptor);
        return written == bytes.Length ? new FileInfo(path).Length : throw new IOException($"'{path}' cannot be written.");
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "write")]
    private static partial nint Write(int descriptor, byte* bytes, nuint count);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
