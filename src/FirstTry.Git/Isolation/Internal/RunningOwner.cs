using System;
using System.Globalization;
using System.IO;
using System.Text;
using FirstTry.Git.Internal.Native;

namespace FirstTry.Git.Isolation.Internal;

/// <summary>A process that cannot be mistaken for a later one with the same number.</summary>
/// <param name="ProcessId">Its number.</param>
/// <param name="Start">When it started, in ticks since the system did.</param>
/// <param name="Boot">Which start of the system that was; empty where it is not told.</param>
internal sealed record RunningOwner(int ProcessId, string Start, string Boot)
{
    private const int ParentField = 1;
    private const int StartField = 19;

    /// <summary>This process.</summary>
    public static RunningOwner Current()
    {
        var id = LibC.GetProcessId();
        return new RunningOwner(id, FieldOf(id, StartField), BootId());
    }

    /// <summary>The process that started another; 0 when there is none to be seen.</summary>
    public static int ParentOf(int process) =>
        int.TryParse(FieldOf(process, ParentField), NumberStyles.None, CultureInfo.InvariantCulture, out var parent) ? parent : 0;

    /// <summary>Whether a process with this number runs; one that has ended and that nobody has waited for does not.</summary>
    public static bool IsAlive(int process) => FieldOf(process, 0) is not ("" or "Z" or "X");

    /// <summary>Whether it still runs; a process that has ended and that nobody has waited for does not.</summary>
    public bool IsAlive() =>
        Start.Length > 0 && Boot == BootId() && FieldOf(ProcessId, StartField) == Start && FieldOf(ProcessId, 0) is not ("Z" or "X");

    private static string BootId() => ReadText("/proc/sys/kernel/random/boot_id").TrimEnd('\n');

    // "12 (name) S 1 …": the name may hold spaces and parentheses, so the fields are counted from the last of them.
    private static string FieldOf(int process, int field)
    {
        var text = ReadText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat"));
        var fields = text[(text.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return field < fields.Length ? fields[field] : "";
    }

    private static string ReadText(string file)
    {
        try
        {
            return Encoding.UTF8.GetString(File.ReadAllBytes(file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
