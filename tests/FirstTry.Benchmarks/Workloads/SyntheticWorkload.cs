using System.Collections.Generic;
using System.Linq;
using FirstTry.Benchmarks.Bench;
using FirstTry.Benchmarks.Peers;
using FirstTry.Benchmarks.Reports;

namespace FirstTry.Benchmarks.Workloads;

/// <summary>A graph of checks that sleep or burn processor time and need one another, beside the runners that keep an order.</summary>
internal sealed class SyntheticWorkload : IBenchmarkCase
{
    private const string Sleep = "sleep-check";
    private const string Burn = "burn-check";

    private static readonly (string Name, string Program, string Amount, string[] Needs)[] Graph =
    [
        ("generate", Sleep, "0.100", []), ("audit", Sleep, "0.250", []), ("lint", Burn, "200000", []),
        ("compile-a", Burn, "200000", ["generate"]), ("compile-b", Burn, "150000", ["generate"]),
        ("link", Sleep, "0.150", ["compile-a", "compile-b"]),
        ("test-a", Burn, "250000", ["link"]), ("test-b", Sleep, "0.300", ["link"]), ("pack", Sleep, "0.100", ["test-a", "test-b"]),
    ];

    /// <inheritdoc />
    public string Name => "synthetic";

    /// <inheritdoc />
    public void Measure(BenchContext context, Findings findings)
    {
        using var place = new Workplace();
        Write(place);
        var missing = new List<MissingPeer>();
        List<WorkRunner> runners = [.. WorkRunners.Of(context, place.Checks, ["turbo"], missing).Where(runner => runner.Peer.Name != WorkRunners.Sequential)];
        var rounds = new ScenarioRounds(context, "W3: a graph of nine sleeps and burns", place);
        rounds.Begin(runners);
        foreach (var scenario in Scenarios)
            findings.Add(rounds.Measure(scenario, runners, missing, context.Options.RoundsOr(5)));
    }

    /// <summary>Writes and commits the graph, each check with an input of its own.</summary>
    public static void Write(Workplace place)
    {
        place.Tools.AddWorking(Sleep, "sleep \"$2\"");
        place.Tools.AddWorking(Burn, "i=0\nwhile [ $i -lt \"$2\" ]; do i=$((i + 1)); done");
        place.Write("README.md", "# A graph\n");
        place.Write(".gitignore", ".turbo/\nnode_modules/\n");
        foreach (var (name, _, _, _) in Graph)
            place.Write(Input(name), name + "\n");

        place.Commit([.. Graph.Select(Check)]);
    }

    /// <summary>All of it, nothing of it, and a check in the middle: what needs it has its own input unchanged and stays remembered.</summary>
    public static IReadOnlyList<Scenario> Scenarios { get; } =
    [
        new("cold", Remembered.Nothing, (place, number) => Edit(place, "lint", number)),
        new("warm", Remembered.TheSame, (place, number) => Edit(place, "lint", number)),
        new("edit of the input of one", Remembered.TheCommit, (place, number) => Edit(place, "compile-b", number)) { Runs = _ => ["compile-b"] },
    ];

    private static WorkCheck Check((string Name, string Program, string Amount, string[] Needs) check)
    {
        var (name, program, amount, needs) = check;
        var command = $"{program} {name} {amount}";
        return new WorkCheck(name, command, [Input(name)], $"run: {command}, inputs: [{Input(name)}], needs: [{string.Join(", ", needs)}]") { Needs = needs };
    }

    private static void Edit(Workplace place, string name, int number) => place.Append(Input(name), $"{number}\n");

    private static string Input(string name) => $"src/{name}.txt";
}
