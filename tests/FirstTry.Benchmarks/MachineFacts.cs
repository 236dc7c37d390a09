using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using FirstTry.Testing;

namespace FirstTry.Benchmarks;

/// <summary>What a reader must know about the machine to judge the numbers.</summary>
internal static class MachineFacts
{
    /// <summary>One line: processor, cores, system, git, load.</summary>
    public static string Describe()
    {
        var load = File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
        var git = CommandLine.Run("/", "git", ["--version"]).Output.Trim();
        return $"{Processor()}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription.Trim()}, {git}, load {load} at the start";
    }

    private static string Processor()
    {
        var line = File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line is null ? RuntimeInformation.ProcessArchitecture.ToString() : line[(line.IndexOf(':', StringComparison.Ordinal) + 2)..];
    }
}
