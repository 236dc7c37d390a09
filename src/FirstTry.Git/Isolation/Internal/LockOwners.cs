using System;
using System.Globalization;
using System.IO;
using System.Text;
using FirstTry.Git.Internal.Native;

namespace FirstTry.Git.Isolation.Internal;

/// <summary>Asks the kernel who holds a lock.</summary>
internal static unsafe class LockOwners
{
    private const int LongestCommand = 120;

    /// <summary>Who holds the lock on a folder; process 0 when that cannot be seen.</summary>
    public static LockOwner Find(string folder)
    {
        FileStatus status;
        fixed (byte* path = Encoding.UTF8.GetBytes(folder + "\0"))
        {
            if (!OperatingSystem.IsLinux() || LibC.Status(LibC.CurrentDirectory, path, 0, LibC.BasicStatus, &status) != 0)
            {
                return new LockOwner(0, "");
            }
        }

        // "1: FLOCK  ADVISORY  WRITE 4711 fe:00:262401 0 EOF", source: proc_locks(5)
        var inode = string.Create(CultureInfo.InvariantCulture, $":{status.Inode}");
        foreach (var line in Lines("/proc/locks"))
        {
            var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (fields is [_, "FLOCK", _, "WRITE", var id, var place, ..]
                && place.EndsWith(inode, StringComparison.Ordinal)
                && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var process))
            {
                return new LockOwner(process, CommandOf(process));
            }
        }

        return new LockOwner(0, "");
    }

    /// <summary>Whether this process descends from another.</summary>
    public static bool IsAncestor(int process)
    {
        for (var current = RunningOwner.ParentOf(LibC.GetProcessId()); current > 1; current = RunningOwner.ParentOf(current))
        {
            if (current == process)
            {
                return true;
            }
        }

        return process == 1;
    }

    private static string CommandOf(int process)
    {
        try
        {
            var words = Encoding.UTF8.GetString(File.ReadAllBytes($"/proc/{process}/cmdline")).Split('\0', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0)
            {
                return "";
            }

            words[0] = Path.GetFileName(words[0]);
            var command = string.Join(' ', words).ReplaceLineEndings(" ");
            return command.Length > LongestCommand ? command[..LongestCommand] + "…" : command;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static string[] Lines(string file)
    {
        try
        {
            return File.ReadAllLines(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
