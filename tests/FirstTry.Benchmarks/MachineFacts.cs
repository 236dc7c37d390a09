using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using FirstTry.Benchmarks.Reports;
using FirstTry.Testing;

namespace FirstTry.Benchmarks;

/// <summary>What a reader must know about the machine to judge the numbers.</summary>
internal static class MachineFacts
{
    /// <summary>Processor, cores, system, git, load.</summary>
    public static Machine Read() => new(
        Processor(), Environment.ProcessorCount, RuntimeInformation.OSDescription.Trim(), CommandLine.Run("/", "git", ["--version"]).Output.Trim(), Load());

    /// <summary>The same in one line.</summary>
    public static string Describe() => Describe(Read());

    /// <summary>A machine in one line.</summary>
    public static string Describe(Machine machine)
    {
        var load = machine.Load < 0 ? "unknown" : machine.Load.ToString("0.00", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{machine.Processor}, {machine.Cores} cores, {machine.System}, {machine.Git}, load {load} at the start");
    }

    private static double Load() => File.Exists("/proc/loadavg") ? double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture) : -1;

    private static string Processor()
    {
        var line = File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line is null ? RuntimeInformation.ProcessArchitecture.ToString() : line[(line.IndexOf(':', StringComparison.Ordinal) + 2)..];
    }
}
