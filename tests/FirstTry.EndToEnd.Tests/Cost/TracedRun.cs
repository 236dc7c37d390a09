using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Cost;

/// <summary>
/// Runs the hook under strace and counts. Only what firsttry itself does within the folder of the test counts, on all of its threads: what a
/// C library, a runtime or another machine's tools make it open elsewhere differs from machine to machine.
/// </summary>
internal static partial class TracedRun
{
    private static readonly HashSet<string> Opening = ["open", "openat", "creat"];

    private static readonly HashSet<string> Looking =
        ["stat", "lstat", "fstat", "newfstatat", "statx", "access", "faccessat", "faccessat2", "readlink", "readlinkat"];

    private static readonly HashSet<string> Reading = ["read", "pread64", "readv", "mmap"];

    private static readonly HashSet<string> Changing =
    [
        "write", "pwrite64", "rename", "renameat", "renameat2", "unlink", "unlinkat", "mkdir", "mkdirat", "rmdir", "link", "linkat", "symlink",
        "symlinkat", "chmod", "fchmod", "fchmodat", "utimensat", "ftruncate", "fsync",
    ];

    /// <summary>Runs <c>firsttry hook pre-commit</c>, which must pass.</summary>
    internal static HookCounters Run(TemporaryRepository repository)
    {
        var folder = Path.Combine(repository.Outside, "trace");
        Directory.CreateDirectory(folder);
        repository.PutFirsttryOnPath();
        repository.Environment["FIRSTTRY_COUNTERS"] = Path.Combine(repository.Outside, "counters.json");
        File.Delete(repository.Environment["FIRSTTRY_COUNTERS"]!);

        var traced = repository.Run("strace", ["-ff", "-y", "-qq", "-o", Path.Combine(folder, "of"), PublishedBinary.Location, "hook", "pre-commit"]);

        Assert.True(traced.ExitCode == 0, traced.ToString());
        var calls = Directory.GetFiles(folder).Select(file => File.ReadLines(file).Select(Parse).OfType<Call>().ToArray()).ToArray();
        Directory.Delete(folder, recursive: true);
        return Count(calls, repository);
    }

    private static HookCounters Count(Call[][] threads, TemporaryRepository repository)
    {
        var started = threads.SelectMany(calls => calls).Where(call => call is { Name: "execve", Result: 0 } && !IsWatcher(call)).ToArray();
        var own = threads.Where(IsOwn).SelectMany(calls => calls).Where(call => call.Text.Contains(repository.Outside, StringComparison.Ordinal)).ToArray();
        var reads = own.Where(call => Reading.Contains(call.Name) && call.Result >= 0).ToArray();
        return new HookCounters(
            started.Length - 1,
            own.Count(call => Opening.Contains(call.Name)),
            own.Count(call => Looking.Contains(call.Name)),
            own.Count(call => call.Name == "getdents64"),
            reads.Length,
            (int)reads.Sum(call => call.Name == "mmap" ? 0 : call.Result),
            own.Count(call => Changing.Contains(call.Name)),
            HashedFiles(repository));
    }

    // A thread of firsttry executes nothing; its first thread was executed by strace.
    private static bool IsOwn(Call[] calls) =>
        calls.Where(call => call is { Name: "execve", Result: 0 }).All(call => call.Text.Contains(PublishedBinary.Location, StringComparison.Ordinal));

    // Under a tracer on a busy machine a check may run for so long that somebody watches over it.
    private static bool IsWatcher(Call call) =>
        call.Text.Contains("firsttry-watch", StringComparison.Ordinal) || call.Text.Contains("[\"sleep\"", StringComparison.Ordinal);

    private static int HashedFiles(TemporaryRepository repository) =>
        File.Exists(repository.Environment["FIRSTTRY_COUNTERS"]!)
            ? JsonDocument.Parse(File.ReadAllText(repository.Environment["FIRSTTRY_COUNTERS"]!)).RootElement.GetProperty("files_hashed").GetInt32()
            : 0;

    private static Call? Parse(string line)
    {
        // A path from the top is not one in the folder that it is said to start from.
        line = Start().Replace(line, "\"/");
        var match = Line().Match(line);
        return match.Success
            ? new Call(match.Groups[1].Value, line, long.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture))
            : null;
    }

    // openat(AT_FDCWD</tmp/x>, "name", O_RDONLY) = 3</tmp/x/name>
    [GeneratedRegex(@"^(\w+)\(.* = (-?\d+)(?: |<|x|$)")]
    private static partial Regex Line();

    [GeneratedRegex("AT_FDCWD<[^>]*>, \"/")]
    private static partial Regex Start();

    private sealed record Call(string Name, string Text, long Result);
}
