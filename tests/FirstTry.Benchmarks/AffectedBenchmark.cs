using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using FirstTry.Testing;

namespace FirstTry.Benchmarks;

/// <summary>
/// What narrowed and remembered runs of checks of tests save in a real repository, and whether they miss anything: each edit puts a fault into one file, and everything that
/// a full run fails has to fail in the run that a hook would make. The repository has a committed <c>firsttry.yml</c> and no other change; every edit is taken back.
/// </summary>
internal sealed class AffectedBenchmark(AffectedOptions options, TextWriter output)
{
    private static readonly string[] Everything = ["--all-files", "--cache", "off"];

    /// <summary>Measures and prints; true when nothing was missed.</summary>
    /// <exception cref="BenchmarkException">The repository is not clean, or its tests fail before any edit.</exception>
    public bool Run()
    {
        var program = FirstTryProgram.Find(options.Binary).Program;
        Print($"{MachineFacts.Describe()}");
        if (Git("status", "--porcelain").Length > 0)
            throw new BenchmarkException($"{options.Repository} has changes: the edits of the measurement must be the only ones");

        // The first run that is remembered may be the second one: it finds the folders that the first one made.
        var cold = Measure(program, Everything);
        _ = Measure(program, "--all-files");
        _ = Measure(program, "--all-files");
        var warm = Measure(program, "--all-files");
        if (cold.Failed.Count > 0)
            throw new BenchmarkException($"the tests fail before any edit: {string.Join(", ", cold.Failed)}");

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
            var plan = CommandLine.Run(options.Repository, program, ["plan"]).Output;
            var narrowed = Measure(program, "--cache", "read");
            var full = Measure(program, Everything);
            var missed = full.Failed.Except(narrowed.Failed, StringComparer.Ordinal).ToList();
            var verdict = missed.Count == 0 ? $"{CountOf(narrowed.Failed)} of {CountOf(full.Failed)}" : $"MISSED {string.Join(' ', missed.Take(3))}";
            Print($"| {edit.Kind}: {edit.Path} | {ScopeOf(narrowed.Checks, full.Checks, plan)} | {narrowed.Seconds:0.00} s | {full.Seconds:0.00} s | {1 - narrowed.Seconds / full.Seconds:0 %} | {verdict} |");
            return (edit.Kind, narrowed.Seconds, full.Seconds, missed.Count);
        }
        finally
        {
            edit.TakeBack();
        }
    }

    // What failed in every run: a test that fails by chance would be missed by chance.
    private (double Seconds, HashSet<string> Failed, List<CheckOutcome> Checks) Measure(string program, params string[] arguments)
    {
        var seconds = new List<double>();
        HashSet<string> failed = [];
        List<CheckOutcome> checks = [];
        while (seconds.Count < options.Runs)
        {
            var watch = Stopwatch.StartNew();
            var result = CommandLine.Run(options.Repository, program, ["run", "--format", "json", .. arguments]);
            seconds.Add(watch.Elapsed.TotalSeconds);
            checks = CheckOutcome.In(result.Output);
            var now = checks.SelectMany(check => check.Failed);
            if (seconds.Count == 1)
                failed = new HashSet<string>(now, StringComparer.Ordinal);

            failed.IntersectWith(now);
        }

        seconds.Sort();
        return (seconds[seconds.Count / 2], failed, checks);
    }

    // "espree (1 of 3)", "python-pytest (1 of 3 checks)", "3 of 32 files of tests", "nothing", "all".
    private static string ScopeOf(List<CheckOutcome> narrowed, List<CheckOutcome> full, string plan)
    {
        var ran = narrowed.FindAll(check => check.HasRun);
        if (ran.Count == 0)
            return "nothing";

        var which = full.Count == 1 ? "" : $"{string.Join(", ", ran.Select(check => check.Name))} ({ran.Count} of {full.Count} checks)";
        var units = ran.SelectMany(check => check.Units).ToList();
        var all = full.Where(check => ran.Exists(other => other.Name == check.Name)).SelectMany(check => check.Units).ToList();
        var part = units.Count < all.Count ? $"{string.Join(", ", units)} ({units.Count} of {all.Count})"
            : plan.IndexOf("runs, ", StringComparison.Ordinal) is >= 0 and var at && plan.Contains("files of tests", StringComparison.Ordinal) ? plan[(at + 6)..].Split(':', '\n')[0]
            : "all";
        return which.Length == 0 ? part : part == "all" ? which : $"{which}: {part}";
    }

    // Without the names of the checks themselves.
    private static int CountOf(HashSet<string> failed) => failed.Count(name => name.Contains(": ", StringComparison.Ordinal));

    private string Git(params string[] arguments) => CommandLine.Run(options.Repository, "git", arguments).Output;

    private void Print(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
