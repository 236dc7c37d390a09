using System;
using System.Collections.Generic;
using System.Linq;
using FirstTry.Benchmarks.Peers;
using FirstTry.Benchmarks.Reports;

namespace FirstTry.Benchmarks.Workloads;

/// <summary>Says what every runner found and whether it did what it had to, beside a run of everything with nothing cached.</summary>
internal sealed class TurnJudge(Scenario scenario, IReadOnlyList<string> everything)
{
    /// <summary>One verdict a runner, that of its first turn unless a later one differs from the full run of the same change or did other work. The full run comes first.</summary>
    /// <param name="turns">Of all runners, in the order of the rounds.</param>
    /// <param name="remembers">The names of the other runners that may leave out what they remember.</param>
    /// <exception cref="BenchmarkException">The full run did not find what the scenario is made for.</exception>
    public IReadOnlyList<Verdict> Judge(IReadOnlyList<Turn> turns, string ours, IReadOnlyCollection<string> remembers)
    {
        var full = turns.Where(turn => turn.Runner == WorkRunners.Uncached).ToDictionary(turn => turn.Number);
        foreach (var turn in full.Values)
            RequireIntended(turn);

        return [.. turns.GroupBy(turn => turn.Runner, StringComparer.Ordinal)
            .OrderByDescending(group => group.Key == WorkRunners.Uncached)
            .Select(group => Worst([.. group], full, ours, remembers))];
    }

    private void RequireIntended(Turn turn)
    {
        if (!Same(turn.Marks.Failed, scenario.Fails) || (turn.ExitCode == 0) != (scenario.Fails.Count == 0))
            throw new BenchmarkException($"{scenario.Name}: a full run ended with {turn.ExitCode} and failed for {List(turn.Marks.Failed)}; the change is made for {List(scenario.Fails)}");
    }

    private Verdict Worst(IReadOnlyList<Turn> turns, Dictionary<int, Turn> full, string ours, IReadOnlyCollection<string> remembers)
    {
        var verdicts = turns.Select(turn => Of(turn, full[turn.Number], ours, remembers)).ToList();
        return verdicts.FirstOrDefault(verdict => !verdict.DidItsWork || verdict.IsPassed != (scenario.Fails.Count == 0) || !Same(verdict.Failed!, scenario.Fails)) ?? verdicts[0];
    }

    private Verdict Of(Turn turn, Turn full, string ours, IReadOnlyCollection<string> remembers) => new(turn.Runner, turn.ExitCode)
    {
        Failed = turn.Rewritten == full.Rewritten ? turn.Marks.Failed : [.. turn.Marks.Failed, "a file that is not as a full run leaves it"],
        Ran = turn.Marks.Ran,
        Owed = turn.Runner == ours && scenario.Before != Remembered.Nothing ? scenario.Runs(turn.Number)
            : remembers.Contains(turn.Runner) ? null
            : everything,
    };

    private static bool Same(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        one.Order(StringComparer.Ordinal).SequenceEqual(other.Order(StringComparer.Ordinal), StringComparer.Ordinal);

    private static string List(IReadOnlyList<string> names) => names.Count == 0 ? "nothing" : string.Join(", ", names);
}
