using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using FirstTry.Processes;
using FirstTry.Testing;

namespace FirstTry.Benchmarks;

/// <summary>Counts the programs that a hook run starts, by name: through strace, or a git of our own on the path where strace is missing.</summary>
internal static class StartedPrograms
{
    private const string Strace = "/usr/bin/strace";

    /// <summary>Whether every program is counted, and not git alone.</summary>
    public static bool IsComplete => File.Exists(Strace);

    /// <summary>Program name to how often it was started; only git is counted without strace.</summary>
    public static SortedDictionary<string, int> Count(Peer peer, BenchmarkRepository repository) => Count(peer, repository.Root, repository.Outside, repository.Environment);

    /// <summary>The same in any folder; <paramref name="outside"/> is one for logs.</summary>
    public static SortedDictionary<string, int> Count(Peer peer, string root, string outside, EnvironmentBlock environment) =>
        IsComplete ? CountTraced(peer, root, outside, environment) : CountGitByShim(peer, root, outside, environment);

    /// <summary>In words: "1 × git, 3 × sh".</summary>
    public static string Describe(SortedDictionary<string, int> counts) => counts.Count == 0 ? "nothing" : string.Join(", ", counts.Select(pair => $"{pair.Value} × {pair.Key}"));

    private static SortedDictionary<string, int> CountTraced(Peer peer, string root, string outside, EnvironmentBlock environment)
    {
        var log = Path.Combine(outside, "trace.txt");
        var traced = new Peer(peer.Name, Strace, ["-f", "-qq", "-e", "trace=execve", "-o", log, peer.Program, .. peer.Arguments]);
        Require(traced.Run(root, environment));
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);

        // The first is the runner itself. A start that another thread interrupts is told in two lines; the second has the result.
        foreach (var name in File.ReadLines(log).Select(StartedBy).OfType<string>().Skip(1))
            counts[name] = counts.GetValueOrDefault(name) + 1;

        return counts;
    }

    // 123 execve("/usr/bin/git", ["git", …], …) = 0
    private static string? StartedBy(string line)
    {
        var start = line.IndexOf("execve(\"", StringComparison.Ordinal);
        if (start < 0 || line.Contains(" = -1 ", StringComparison.Ordinal))
            return null;

        var path = line[(start + "execve(\"".Length)..];
        return Path.GetFileName(path[..path.IndexOf('"', StringComparison.Ordinal)]);
    }

    private static SortedDictionary<string, int> CountGitByShim(Peer peer, string root, string outside, EnvironmentBlock environment)
    {
        var log = Path.Combine(outside, "git-calls.txt");
        var directory = Path.Combine(outside, "shim");
        var git = CommandLine.Run("/", "sh", ["-c", "command -v git"]).Output.Trim();
        File.Delete(log);
        Directory.CreateDirectory(directory);
        var shim = Path.Combine(directory, "git");
        File.WriteAllText(shim, $"#!/bin/sh\necho call >> '{log}'\nexec '{git}' \"$@\"\n");
        CommandLine.Run(directory, "chmod", ["+x", shim]);
        Require(peer.Run(root, environment.With("PATH", $"{directory}:{environment["PATH"]}")));
        return new SortedDictionary<string, int>(StringComparer.Ordinal) { ["git"] = File.Exists(log) ? File.ReadAllLines(log).Length : 0 };
    }

    private static void Require(ProcessOutcome outcome)
    {
        if (!outcome.Succeeded)
            throw new BenchmarkException($"counting failed: {outcome.Failure} {System.Text.Encoding.UTF8.GetString(outcome.Output)}");
    }
}
