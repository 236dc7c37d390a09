using System.Collections.Generic;
using System.Globalization;
using FirstTry.Benchmarks.Bench;
using FirstTry.Benchmarks.Peers;
using FirstTry.Benchmarks.Reports;

namespace FirstTry.Benchmarks.Workloads;

/// <summary>A Python tree, an npm workspace and a .NET solution in one repository: a change in one world must not run the others.</summary>
internal sealed class PolyglotWorkload : IBenchmarkCase
{
    /// <inheritdoc />
    public string Name => "polyglot";

    /// <inheritdoc />
    public void Measure(BenchContext context, Findings findings)
    {
        var tree = new PythonTree(context.Options.SizeOr(180, 24), context.Options.SizeOr(240, 30), "py/");
        using var place = new Workplace();
        Write(place, tree);
        var missing = new List<MissingPeer>();
        var runners = WorkRunners.Of(context, place.Checks, ["lefthook", "turbo"], missing);
        var rounds = new ScenarioRounds(context, "W2: Python, npm workspace and .NET solution", place);
        rounds.Begin(runners);
        foreach (var scenario in Scenarios(tree))
            findings.Add(rounds.Measure(scenario, runners, missing, context.Options.Runs ?? 1));
    }

    /// <summary>Writes and commits the three worlds.</summary>
    public static void Write(Workplace place, PythonTree tree)
    {
        tree.Write(place);
        PythonTree.AddTools(place.Tools);
        NodeWorld.Write(place);
        DotnetWorld.Write(place);
        place.Commit([.. tree.Checks, NodeWorld.Check, DotnetWorld.Check]);
    }

    /// <summary>A change in each world, and one in none.</summary>
    public static IReadOnlyList<Scenario> Scenarios(PythonTree tree) =>
    [
        new("edit of a Python module", Remembered.TheCommit, (place, number) => place.Append(tree.Module(tree.Imported(number)), string.Create(CultureInfo.InvariantCulture, $"\n\nEDITION = {number}\n")))
        {
            Runs = number => ["format", "lint", "types", PythonTree.Unit(tree.TestsReaching(tree.Imported(number)))],
        },
        new("edit of an npm package that another needs", Remembered.TheCommit, (place, number) => place.Append(NodeWorld.Source("a"), Edition(number))) { Runs = _ => ["web:a", "web:b"] },
        new("edit of an npm package that none needs", Remembered.TheCommit, (place, number) => place.Append(NodeWorld.Source("c"), Edition(number))) { Runs = _ => ["web:c"] },
        new("edit of a .NET library", Remembered.TheCommit, (place, number) => place.Append(DotnetWorld.Source, Edition(number))) { Runs = _ => ["net"] },
        new("docs-only edit", Remembered.TheCommit, (place, number) => place.Append("README.md", Edition(number))) { IsThousandTimesFaster = true },
    ];

    private static string Edition(int number) => string.Create(CultureInfo.InvariantCulture, $"// Edition {number}.\n");
}
