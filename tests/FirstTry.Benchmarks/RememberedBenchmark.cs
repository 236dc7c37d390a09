using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;

namespace FirstTry.Benchmarks;

/// <summary>
/// Ten checks over 2,000 files whose results are all remembered, beside turbo, in pairs. Before that both must have refused a file that the
/// checks object to and passed without it, and both must be found to start none of the checks again.
/// </summary>
internal sealed class RememberedBenchmark(HookOptions options, TextWriter output)
{
    private const double RatioBudget = 0.6;
    private const int Checks = 10;
    private const int Inputs = 2000;
    private const int WarmUps = 5;

    /// <summary>Measures and prints; true when within budget.</summary>
    /// <exception cref="BenchmarkException">A runner failed, or gave another verdict than a run of the checks would.</exception>
    public bool Run()
    {
        var (ours, theirs) = (FirstTryProgram.Find(options.Binary), Turbo.Find());
        Print($"{MachineFacts.Describe()}");
        using var workspace = new Workspace(Checks, Inputs);
        foreach (var peer in (Peer[])[ours, theirs])
            RequireVerdicts(workspace, peer);

        Print($"all of {Checks} checks over {Inputs} files remembered, {options.Runs} pairs; both refuse a bad file, and pass without it");
        var ratio = Measure(workspace, ours, theirs);
        Print($"budget: ratio at most {RatioBudget}: {(ratio <= RatioBudget ? "kept" : "EXCEEDED")}");
        return ratio <= RatioBudget;
    }

    private static void RequireVerdicts(Workspace workspace, Peer peer)
    {
        Require(peer, workspace, passes: true);
        workspace.Forbid(true);
        Require(peer, workspace, passes: false);
        workspace.Forbid(false);
        Require(peer, workspace, passes: true);
        var text = Require(peer, workspace, passes: true);
        var isRemembered = text.Contains("10 cached", StringComparison.Ordinal) || text.Contains("10 passed (10", StringComparison.Ordinal)
            || text.Contains("inputs unchanged", StringComparison.Ordinal);
        if (!isRemembered)
            throw new BenchmarkException($"{peer.Name} does not say that it remembered everything:\n{text}");
    }

    private static string Require(Peer peer, Workspace workspace, bool passes)
    {
        var outcome = peer.Run(workspace.Root, workspace.Environment);
        var text = Encoding.UTF8.GetString(outcome.Output);
        return outcome.Succeeded == passes ? text : throw new BenchmarkException($"{peer.Name} ended with {outcome.ExitCode}: {outcome.Failure}{text}");
    }

    private double Measure(Workspace workspace, Peer ours, Peer theirs)
    {
        var (environment, oursTimes, theirsTimes, ratios) = (workspace.Environment, new List<double>(), new List<double>(), new List<double>());
        for (var i = -WarmUps; i < options.Runs; i++)
        {
            var first = (i % 2 == 0 ? ours : theirs).Run(workspace.Root, environment);
            var second = (i % 2 == 0 ? theirs : ours).Run(workspace.Root, environment);
            if (!first.Succeeded || !second.Succeeded)
                throw new BenchmarkException("a run failed");

            var (our, their) = i % 2 == 0 ? (first, second) : (second, first);
            if (i >= 0)
            {
                oursTimes.Add(our.Duration.TotalMilliseconds);
                theirsTimes.Add(their.Duration.TotalMilliseconds);
                ratios.Add(our.Duration / their.Duration);
            }
        }

        PrintTimes(ours.Name, Statistics.Of(oursTimes));
        PrintTimes(theirs.Name, Statistics.Of(theirsTimes));
        var ratio = Statistics.Of(ratios);
        Print($"ratio of each pair: median {ratio.Median:0.000}, quartiles {ratio.LowerQuartile:0.000}–{ratio.UpperQuartile:0.000}");
        return ratio.Median;
    }

    private void PrintTimes(string name, Statistics times) => Print(
        $"{name,-16} median {times.Median,7:0.00} ms, quartiles {times.LowerQuartile:0.00}–{times.UpperQuartile:0.00}, all {times.Minimum:0.00}–{times.Maximum:0.00}");

    private void Print(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
