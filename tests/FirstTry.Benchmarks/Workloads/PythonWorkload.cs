using System.Collections.Generic;
using System.Globalization;
using FirstTry.Benchmarks.Bench;
using FirstTry.Benchmarks.Peers;
using FirstTry.Benchmarks.Reports;

namespace FirstTry.Benchmarks.Workloads;

/// <summary>flake8, black, mypy and pytest over a Python tree, before commits of several kinds.</summary>
internal sealed class PythonWorkload : IBenchmarkCase
{
    /// <inheritdoc />
    public string Name => "python";

    /// <inheritdoc />
    public void Measure(BenchContext context, Findings findings)
    {
        var tree = new PythonTree(context.Options.SizeOr(180, 24), context.Options.SizeOr(240, 30));
        using var place = new Workplace();
        tree.Write(place);
        PythonTree.AddTools(place.Tools);
        place.Commit(tree.Checks);
        var missing = new List<MissingPeer>();
        var runners = WorkRunners.Of(context, place.Checks, ["lefthook", "prek", "pre-commit", "turbo"], missing);
        var title = string.Create(CultureInfo.InvariantCulture, $"W1: Python, {context.Options.SizeOr(180, 24)} modules, {tree.Tests} files of tests");
        var rounds = new ScenarioRounds(context, title, place);
        rounds.Begin(runners);
        foreach (var scenario in new PythonScenarios(tree).All)
            findings.Add(rounds.Measure(scenario, runners, missing, context.Options.Runs ?? context.Options.SizeOr(3, 1)));
    }
}
