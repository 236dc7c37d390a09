using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using FirstTry.Processes;

namespace FirstTry.Benchmarks;

/// <summary>
/// The cost of the pre-commit hook around three checks that do nothing, beside lefthook: whole processes, in pairs one right after
/// the other, so that a slow moment of the machine meets both.
/// </summary>
internal sealed class HookBenchmark(HookOptions options, TextWriter output)
{
    private const double RatioBudget = 0.35;
    private const double PartlyStagedBudget = 0.4;
    private const int GitBudget = 1;
    private const int WarmUps = 5;

    /// <summary>Measures and prints; true when within budget.</summary>
    /// <exception cref="BenchmarkException">A runner failed, or did not run the checks.</exception>
    public bool Run()
    {
        var (ours, theirs) = (FirstTryProgram.Find(options.Binary), Lefthook.Find());
        Print($"{MachineFacts.Describe()}");
        using var repository = new BenchmarkRepository { Cache = options.Cache };
        repository.Fill(options.Files, options.Staged);
        repository.LeaveUnstaged(options.PartlyStaged);
        RequireThatChecksRun(repository, ours);
        RequireThatChecksRun(repository, theirs);
        repository.Configure("true");
        Print($"pre-commit hook, 3 checks `true`, {options.Staged} staged of {options.Files} files, {options.PartlyStaged} of them partly, cache {options.Cache ?? "rw"}, {options.Runs} pairs");
        var ratio = Measure(repository, ours, theirs);
        var git = CountPrograms(repository, ours);
        CountPrograms(repository, theirs);
        return repository.HasUnstaged()
            ? Judge(ratio, git)
            : throw new BenchmarkException("an unstaged change is lost: nothing that was measured means anything");
    }

    // What is not staged has to be looked at by git, kept and put back: there only the ratio counts.
    private bool Judge(double ratio, int git)
    {
        var budget = options.PartlyStaged > 0 ? PartlyStagedBudget : RatioBudget;
        var isOneGitEnough = options.PartlyStaged == 0;
        var isKept = ratio <= budget && (!isOneGitEnough || git == GitBudget);
        Print($"budget: ratio at most {budget}{(isOneGitEnough ? ", 1 git process" : "")}: {(isKept ? "kept" : "EXCEEDED")}");
        return isKept;
    }

    private static void RequireThatChecksRun(BenchmarkRepository repository, Peer peer)
    {
        var marks = Path.Combine(repository.Outside, "ran.txt");
        File.Delete(marks);
        repository.Configure($"echo ran >> \"{marks}\"");
        var outcome = peer.Run(repository.Root, repository.Environment);
        var ran = File.Exists(marks) ? File.ReadAllLines(marks).Length : 0;
        if (!outcome.Succeeded || ran != 3)
            throw new BenchmarkException($"{peer.Name} ran {ran} of 3 checks and ended with {outcome.ExitCode}: {outcome.Failure}{Text(outcome)}");
    }

    private double Measure(BenchmarkRepository repository, Peer ours, Peer theirs)
    {
        var environment = repository.Environment;
        var (oursTimes, theirsTimes, ratios) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = -WarmUps; i < options.Runs; i++)
        {
            // Who comes first changes from pair to pair: neither always inherits the other's warm caches.
            var first = TimeOf(i % 2 == 0 ? ours : theirs, repository.Root, environment);
            var second = TimeOf(i % 2 == 0 ? theirs : ours, repository.Root, environment);
            var (our, their) = i % 2 == 0 ? (first, second) : (second, first);
            if (i < 0)
                continue;

            oursTimes.Add(our);
            theirsTimes.Add(their);
            ratios.Add(our / their);
        }

        PrintTimes(ours.Name, Statistics.Of(oursTimes));
        PrintTimes(theirs.Name, Statistics.Of(theirsTimes));
        var ratio = Statistics.Of(ratios);
        Print($"ratio of each pair: median {ratio.Median:0.000}, quartiles {ratio.LowerQuartile:0.000}–{ratio.UpperQuartile:0.000}");
        return ratio.Median;
    }

    private static double TimeOf(Peer peer, string directory, EnvironmentBlock environment)
    {
        var outcome = peer.Run(directory, environment);
        return outcome.Succeeded
            ? outcome.Duration.TotalMilliseconds
            : throw new BenchmarkException($"{peer.Name} ended with {outcome.ExitCode}: {outcome.Failure}{Text(outcome)}");
    }

    private int CountPrograms(BenchmarkRepository repository, Peer peer)
    {
        var counts = StartedPrograms.Count(peer, repository);
        Print($"{peer.Name} starts {StartedPrograms.Describe(counts)}");
        return counts.GetValueOrDefault("git");
    }

    private void PrintTimes(string name, Statistics times) => Print(
        $"{name,-16} median {times.Median,7:0.00} ms, quartiles {times.LowerQuartile:0.00}–{times.UpperQuartile:0.00}, all {times.Minimum:0.00}–{times.Maximum:0.00}");

    private void Print(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private static string Text(ProcessOutcome outcome) => Encoding.UTF8.GetString(outcome.Output);
}
