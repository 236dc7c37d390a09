using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace FirstTry.EndToEnd.Tests;

/// <summary>What runs on this machine.</summary>
internal static class Processes
{
    /// <summary>The command lines that contain a text; their arguments are separated by NUL characters.</summary>
    internal static IEnumerable<string> CommandLinesWith(string text) =>
        Directory.EnumerateDirectories("/proc").Select(CommandLineOf).Where(line => line.Contains(text, StringComparison.Ordinal));

    private static string CommandLineOf(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline"));
        }
        catch (IOException)
        {
            // Not a process, or one that has just ended.
            return "";
        }
    }
}
