using System;
using System.Collections.Generic;
using FirstTry.Processes.Internal.Posix;

namespace FirstTry.Processes;

/// <summary>How much fits on one command line beside a given environment; long lists of files are split by it.</summary>
public sealed class ArgumentLimits
{
    // What the kernel puts beside arguments and variables (the program's path, the auxiliary vector, a script's interpreter line),
    // with room to spare for a wrapper script that adds arguments or variables of its own.
    private const int Reserve = 16 * 1024;
    private const int PointerSize = 8;
    private const int LinuxArgumentMax = 128 * 1024;

    // Linux takes at most three quarters of the default stack limit of 8 MiB, whatever the stack limit is now.
    private const long LinuxTotalMax = 6 * 1024 * 1024;
    private const int WindowsCommandLineMax = 32_000;

    private ArgumentLimits(long total, int single)
    {
        TotalBytes = total;
        SingleBytes = single;
    }

    /// <summary>How many bytes all arguments may cost together, each counted by <see cref="CostOf(byte[])"/>.</summary>
    public long TotalBytes { get; }

    /// <summary>How many bytes one argument may have.</summary>
    public int SingleBytes { get; }

    /// <summary>The limits of this system for a process with the given variables.</summary>
    public static ArgumentLimits For(EnvironmentBlock environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        if (OperatingSystem.IsWindows())
            return new ArgumentLimits(WindowsCommandLineMax, WindowsCommandLineMax);

        var total = (long)LibC.sysconf(LibC.ArgMaxName);
        total = total <= 0 ? LinuxArgumentMax : Math.Min(total, LinuxTotalMax);
        total -= Reserve + CostOf(environment.Entries);
        var single = OperatingSystem.IsLinux() ? LinuxArgumentMax - 1 : int.MaxValue;
        return new ArgumentLimits(Math.Max(total, 0), single);
    }

    /// <summary>What one argument costs: its bytes, the terminating zero and the pointer to it.</summary>
    public static int CostOf(byte[] argument) => argument.Length + 1 + PointerSize;

    private static long CostOf(IReadOnlyList<byte[]> entries)
    {
        var sum = 0L;
        for (var i = 0; i < entries.Count; i++)
            sum += CostOf(entries[i]);

        return sum;
    }
}
