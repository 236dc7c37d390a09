using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using FirstTry.Benchmarks.Bench;
using FirstTry.Benchmarks.Peers;
using FirstTry.Benchmarks.Reports;

namespace FirstTry.Benchmarks.Workloads;

/// <summary>
/// Measures scenarios in interleaved rounds. Before each turn the change is made anew from the commit, the tools get the caches that they had at the commit, and a runner that remembers
/// gets a new store with what it remembered of the commit: nothing is known from another turn, runner, round or scenario.
/// </summary>
internal sealed class ScenarioRounds(BenchContext context, string workload, Workplace place)
{
    private readonly Dictionary<string, string> _stores = new(StringComparer.Ordinal);
    private string? _caches;
    private IReadOnlyList<string> _everything = [];

    /// <summary>Runs everything on the commit: first all checks one after another, then each runner that remembers.</summary>
    /// <exception cref="BenchmarkException">A runner does not pass the commit.</exception>
    public void Begin(IReadOnlyList<WorkRunner> runners)
    {
        place.Tools.Restore(null);
        _everything = Pass(runners.First(runner => runner.Peer.Name == WorkRunners.Uncached).Peer, place.NewStore(null)).Ran;
        foreach (var check in place.Checks.Where(check => !_everything.Any(mark => mark == check.Name || mark.StartsWith(check.Name + " ", StringComparison.Ordinal) || mark.StartsWith(check.Name + ":", StringComparison.Ordinal))))
            throw new BenchmarkException($"a full run did not run {check.Name}, only {string.Join(", ", _everything)}");

        var caches = place.NewStore(null);
        MarkingTools.Copy(place.Tools.Caches, caches);
        _caches = Path.Combine(caches, Path.GetFileName(place.Tools.Caches));
        place.Settle();
        foreach (var runner in runners.Where(runner => runner.Remembers))
        {
            var store = _stores[runner.Peer.Name] = place.NewStore(null);
            for (var i = 0; i < 2; i++)
                Pass(OfAllFiles(runner.Peer), store);
        }
    }

    /// <summary>Measures a scenario.</summary>
    /// <exception cref="BenchmarkException">A full run did not find what the scenario is made for.</exception>
    public Row Measure(Scenario scenario, IReadOnlyList<WorkRunner> runners, IReadOnlyList<MissingPeer> missing, int rounds)
    {
        List<WorkRunner> chosen = [.. runners.Where(runner => !(scenario.Rewrites is not null && runner.RefusesFixes) && !(scenario.Before == Remembered.Nothing && runner.Peer.Name == WorkRunners.Sequential))];
        context.Tell($"  {scenario.Name}");
        var turns = new List<Turn>();
        var measured = Rounds.Of([.. chosen.Select(runner => new Contender(runner.Peer.Name, () => Take(scenario, runner, turns)))], rounds, warmUps: 0);
        var ours = context.FirstTry.Name;
        var verdicts = new TurnJudge(scenario, _everything).Judge(turns, ours, [.. chosen.Where(runner => runner.Remembers).Select(runner => runner.Peer.Name).Where(name => name != ours)]);
        return new Row
        {
            Workload = workload,
            Case = scenario.Name,
            Ours = measured[0],
            Peers = [.. measured.Skip(1)],
            Missing = [.. missing, .. runners.Where(runner => scenario.Rewrites is not null && runner.RefusesFixes).Select(runner => new MissingPeer(runner.Peer.Name, "refuses every commit for which a check changes a file: left out where a formatter rewrites one"))],
            Verdicts = verdicts,
            Budgets = scenario.IsThousandTimesFaster ? [Budget.RatioTo(WorkRunners.Uncached, 0.001)] : [],
            Saved = Saved(measured),
            Ran = Text(turns.First(turn => turn.Runner == ours).Marks.Ran),
            FullRun = $"{Text(_everything)}; finds {(scenario.Fails.Count == 0 ? "nothing" : Text(scenario.Fails))}",
        };
    }

    // Not running is what the same program saves when it may remember; the rest is what it saves by running at once. Both are negative where it is lost.
    private static Saving Saved(List<Measurement> measured)
    {
        double? Median(string name) => measured.Find(one => one.Runner == name)?.Statistics?.Median;
        var (everything, off) = (Median(WorkRunners.Sequential) ?? Median(WorkRunners.Uncached)!.Value, Median(WorkRunners.CacheOff)!.Value);
        return new Saving(NotRunning: off - measured[0].Statistics!.Value.Median, AtOnce: everything - off);
    }

    private double Take(Scenario scenario, WorkRunner runner, List<Turn> turns)
    {
        var number = turns.Count(turn => turn.Runner == runner.Peer.Name);
        place.Stage(place => scenario.Change(place, number));
        var isCold = scenario.Before == Remembered.Nothing;
        if (isCold)
            place.ForgetHistory();

        var store = place.NewStore(!isCold && _stores.TryGetValue(runner.Peer.Name, out var remembered) ? remembered : null);
        place.Tools.Restore(isCold || runner.HasNoCaches ? null : _caches);
        var environment = place.Environment(store);
        var peer = isCold ? OfAllFiles(runner.Peer) : runner.Peer;
        if (scenario.Before == Remembered.TheSame && runner.Remembers)
            peer.Run(place.Root, environment);

        place.Tools.Take();
        var outcome = peer.Run(place.Root, environment);
        var turn = new Turn(peer.Name, number, outcome.ExitCode, place.Tools.Take(), scenario.Rewrites is { } path ? place.Read(path(number)) : "", outcome.Duration.TotalMilliseconds);
        turns.Add(turn);
        Directory.Delete(store, recursive: true);
        context.Tell($"    {turn.Runner}: {turn.Milliseconds:0.0} ms, exit code {turn.ExitCode}, ran {Text(turn.Marks.Ran)}");
        return turn.Milliseconds;
    }

    private MarkedRun Pass(Peer peer, string store)
    {
        var outcome = peer.Run(place.Root, place.Environment(store));
        var run = place.Tools.Take();
        return outcome.Succeeded ? run : throw new BenchmarkException($"{peer.Name} does not pass what is committed: exit code {outcome.ExitCode}, {outcome.Failure}{Encoding.UTF8.GetString(outcome.Output)}");
    }

    // Only ours looks at the staged files alone unless it is told otherwise.
    private Peer OfAllFiles(Peer peer) => peer.Name == context.FirstTry.Name ? peer with { Arguments = ["run", "pre-commit", "--all-files"] } : peer;

    private static string Text(IReadOnlyList<string> names) => names.Count == 0 ? "nothing" : string.Join(", ", names);
}
