using System;
using System.Buffers.Text;
using System.Collections.Generic;
using System.Globalization;
using System.IO;

namespace FirstTry.Processes.Internal.Posix;

/// <summary>Linux's <c>/proc</c>: who runs, whose child it is, what it was started with and what it holds open. Empty elsewhere.</summary>
internal static class ProcessTable
{
    private const int StartTimeField = 19;

    /// <summary>All processes that can be seen; those that end meanwhile are left out.</summary>
    public static List<ProcessEntry> Read()
    {
        var entries = new List<ProcessEntry>();
        if (!Directory.Exists("/proc/self"))
            return entries;

        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(directory.AsSpan("/proc/".Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && TryParse(id, ReadFile(id, "stat"), out var entry))
                entries.Add(entry);
        }

        return entries;
    }

    /// <summary>The variables a process was started with; empty when it has ended or is another user's.</summary>
    public static byte[] EnvironmentOf(int id) => ReadFile(id, "environ");

    /// <summary>What a process was called with, each argument ended by a zero; empty when it has ended.</summary>
    public static byte[] CommandLineOf(int id) => ReadFile(id, "cmdline");

    /// <summary>What a descriptor of this process is, for comparison: "pipe:[12345]".</summary>
    public static string? OwnDescriptor(int descriptor) => LinkTarget($"/proc/self/fd/{descriptor}");

    /// <summary>True when a process has one of these open.</summary>
    public static bool HoldsAny(int id, HashSet<string> descriptors)
    {
        try
        {
            foreach (var link in Directory.EnumerateFileSystemEntries($"/proc/{id}/fd"))
            {
                if (LinkTarget(link) is { } target && descriptors.Contains(target))
                    return true;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It has ended, or it is another user's and then not ours to end.
        }

        return false;
    }

    // "12 (name) S 1 12 12 …": the name may hold spaces and parentheses, so the fields are counted from the last of them.
    private static bool TryParse(int id, byte[] line, out ProcessEntry entry)
    {
        entry = default;
        var rest = line.AsSpan(line.AsSpan().LastIndexOf((byte)')') + 1);
        if (rest.Length < 4)
            return false;

        Span<long> fields = stackalloc long[StartTimeField + 1];
        var state = rest[1];
        rest = rest[3..];
        for (var i = 1; i <= StartTimeField; i++)
        {
            if (!Utf8Parser.TryParse(rest, out fields[i], out var read))
                return false;

            rest = rest[Math.Min(read + 1, rest.Length)..];
        }

        var isZombie = state is (byte)'Z' or (byte)'X';
        entry = new ProcessEntry(id, (int)fields[1], (int)fields[2], (int)fields[3], (ulong)fields[StartTimeField], isZombie);
        return true;
    }

    private static byte[] ReadFile(int id, string name)
    {
        try
        {
            return File.ReadAllBytes($"/proc/{id}/{name}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static string? LinkTarget(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
