using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using FirstTry.Testing;

namespace FirstTry.Benchmarks;

/// <summary>
/// What the narrowed run of a check of tests saves in a real repository, and whether it misses anything: each edit puts a fault into one file, and every test that a full
/// run fails has to fail in the narrowed one. The repository has a committed <c>firsttry.yml</c> with one check and no other change; every edit is taken back.
/// </summary>
internal sealed class AffectedBenchmark(AffectedOptions options, TextWriter output)
{
    private static readonly string[] TestWords = ["FAILED ", "ERROR "];

    /// <summary>Measures and prints; true when nothing was missed.</summary>
    /// <exception cref="BenchmarkException">The repository is not clean, or its tests fail before any edit.</exception>
    public bool Run()
    {
        var program = FirstTryProgram.Find(options.Binary).Program;
        Print($"{MachineFacts.Describe()}");
        if (Git("status", "--porcelain").Length > 0)
            throw new BenchmarkException($"{options.Repository} has changes: the edits of the measurement must be the only ones");

        // The first run that is remembered may be the second one: it finds the folders that the first one made.
        var cold = Measure(program, "--all-files", "--cache", "off");
        _ = Measure(program, "--all-files");
        _ = Measure(program, "--all-files");
        var warm = Measure(program, "--all-files");
        if (cold.ExitCode != 0)
            throw new BenchmarkException($"the tests fail before any edit: {cold.Text}");

        Print($"{Git("rev-parse", "HEAD").Trim()}: cold {cold.Seconds:0.00} s, warm {warm.Seconds:0.000} s");
        Print($"| edit | what runs | narrowed | full | saved | failed in both |");
        Print($"|---|---|---|---|---|---|");
        var edits = FaultyEdit.Of(options.Repository, Git("ls-files", "-z").Split('\0', StringSplitOptions.RemoveEmptyEntries), options.Edits);
        var outcomes = edits.ConvertAll(edit => Try(program, edit));
        foreach (var kind in outcomes.GroupBy(outcome => outcome.Kind, StringComparer.Ordinal))
            Print($"{kind.Key}: {kind.Count()} edits, {1 - kind.Sum(one => one.Narrowed) / kind.Sum(one => one.Full):0 %} of the time saved, {kind.Sum(one => one.Missed)} failures missed");

        return outcomes.TrueForAll(outcome => outcome.Missed == 0);
    }

    private (string Kind, double Narrowed, double Full, int Missed) Try(string program, FaultyEdit edit)
    {
        edit.Apply();
        try
        {
            var scope = ScopeOf(CommandLine.Run(options.Repository, program, ["plan"]).Output);
            var narrowed = Measure(program, "--cache", "off");
            var full = Measure(program, "--all-files", "--cache", "off");
            var missed = full.Failed.Except(narrowed.Failed, StringComparer.Ordinal).ToList();
            var verdict = missed.Count == 0 ? $"{narrowed.Failed.Count} of {full.Failed.Count}" : $"MISSED {string.Join(' ', missed.Take(3))}";
            Print($"| {edit.Kind}: {edit.Path} | {scope} | {narrowed.Seconds:0.00} s | {full.Seconds:0.00} s | {1 - narrowed.Seconds / full.Seconds:0 %} | {verdict} |");
            return (edit.Kind, narrowed.Seconds, full.Seconds, missed.Count);
        }
        finally
        {
            edit.TakeBack();
        }
    }

    private (int ExitCode, double Seconds, HashSet<string> Failed, string Text) Measure(string program, params string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        var result = CommandLine.Run(options.Repository, program, ["run", .. arguments]);
        var lines = result.ToString().Split('\n').Where(line => Array.Exists(TestWords, word => line.StartsWith(word, StringComparison.Ordinal)));
        return (result.ExitCode, watch.Elapsed.TotalSeconds, [.. lines.Select(line => line.Split(" - ")[0])], result.ToString());
    }

    // "unit: runs, 3 of 32 files of tests: …" or "skipped: …".
    private static string ScopeOf(string plan)
    {
        var line = plan.Split('\n').FirstOrDefault(line => line.Contains("runs", StringComparison.Ordinal) || line.Contains("skipped", StringComparison.Ordinal))?.Trim() ?? "";
        return line.Contains("files of tests", StringComparison.Ordinal) ? line[(line.IndexOf("runs, ", StringComparison.Ordinal) + 6)..].Split(':')[0]
            : line.Contains("skipped", StringComparison.Ordinal) ? "nothing" : "all";
    }

    private string Git(params string[] arguments) => CommandLine.Run(options.Repository, "git", arguments).Output;

    private void Print(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
