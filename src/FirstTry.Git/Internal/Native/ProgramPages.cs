using System;
using System.Globalization;
using System.IO;
using System.Runtime.CompilerServices;

namespace FirstTry.Git.Internal.Native;

/// <summary>The pages of this program's own file that are in memory.</summary>
internal static unsafe class ProgramPages
{
    private const int Unneeded = 4;

    /// <summary>
    /// Gives back those that the start of the program needed and what comes now does not: the kernel maps sixteen at a time around each that is
    /// touched, most of the program in the end. Those that are needed again come back from the page cache.
    /// </summary>
    public static void GiveBack()
    {
        // What a just-in-time compiler made lies in memory of its own, and nowhere else.
        if (!OperatingSystem.IsLinux() || RuntimeFeature.IsDynamicCodeSupported)
        {
            return;
        }

        try
        {
            GiveBackUnwritten(PathOfProgram());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Then they stay.
        }
    }

    // A mapping that cannot be written and has no page of its own holds what the file holds.
    private static void GiveBackUnwritten(string? program)
    {
        var (start, end) = (default(nint), default(nint));
        foreach (var line in File.ReadLines("/proc/self/smaps"))
        {
            if (TryReadPlace(line, out var first, out var after, out var rights))
            {
                (start, end) = program is not null && !rights.Contains('w') && line.EndsWith(program, StringComparison.Ordinal) ? (first, after) : default;
            }
            else if (start != end && line.StartsWith("Anonymous:", StringComparison.Ordinal) && line.EndsWith(" 0 kB", StringComparison.Ordinal))
            {
                _ = LibC.Advise(start, (nuint)(end - start), Unneeded);
            }
        }
    }

    // The end of the line of the mapping that this very code is in.
    private static string? PathOfProgram()
    {
        var own = (nint)(delegate*<void>)&GiveBack;
        foreach (var line in File.ReadLines("/proc/self/maps"))
        {
            if (TryReadPlace(line, out var start, out var end, out _) && start <= own && own < end)
            {
                var slash = line.IndexOf('/', StringComparison.Ordinal);
                return slash < 0 ? null : line[(slash - 1)..];
            }
        }

        return null;
    }

    // 00405000-00c5d000 r-xp 00005000 fe:00 332471   /usr/bin/firsttry
    private static bool TryReadPlace(string line, out nint start, out nint end, out ReadOnlySpan<char> rights)
    {
        (start, end) = (0, 0);
        rights = default;
        var (dash, blank) = (line.IndexOf('-', StringComparison.Ordinal), line.IndexOf(' ', StringComparison.Ordinal));
        if (dash < 0 || blank < dash || blank + 5 > line.Length)
        {
            return false;
        }

        rights = line.AsSpan(blank + 1, 4);
        return nint.TryParse(line.AsSpan(0, dash), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out start)
            && nint.TryParse(line.AsSpan(dash + 1, blank - dash - 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out end);
    }
}
