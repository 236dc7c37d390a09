using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FirstTry.Benchmarks.Bench;
using FirstTry.Benchmarks.Peers;
using FirstTry.Benchmarks.Reports;

namespace FirstTry.Benchmarks.Workloads;

/// <summary>Three checks that do nothing, in repositories of several sizes: what a runner costs by itself, and what it costs to find out that nothing has to run.</summary>
internal sealed class NoOpWorkload : IBenchmarkCase
{
    private const string Program = "pass-check";

    /// <inheritdoc />
    public string Name => "no-op";

    /// <inheritdoc />
    public void Measure(BenchContext context, Findings findings)
    {
        foreach (var files in (int[])(context.Options.IsQuick ? [200, 2000] : [200, 2000, 10_000]))
        {
            using var place = new Workplace();
            Write(place, files);
            var missing = new List<MissingPeer>();
            List<WorkRunner> runners = [.. WorkRunners.Of(context, place.Checks, ["lefthook", "prek", "pre-commit", "turbo"], missing).Where(runner => runner.Peer.Name != WorkRunners.Sequential)];
            var rounds = new ScenarioRounds(context, "W0: three checks that do nothing", place);
            rounds.Begin(runners);
            foreach (var scenario in Scenarios(files))
                findings.Add(rounds.Measure(scenario, runners, missing, context.Options.RoundsOr(10)));
        }
    }

    /// <summary>Writes and commits so many files, with the checks.</summary>
    public static void Write(Workplace place, int files)
    {
        for (var i = 0; i < files; i++)
            place.Write(File(i), string.Create(CultureInfo.InvariantCulture, $"file {i}\n"));

        place.Write("README.md", "# Files\n");
        place.Write(".gitignore", ".turbo/\nnode_modules/\n");
        place.Tools.AddWorking(Program, "true");
        place.Commit([.. ((string[])["one", "three", "two"]).Select(name => new WorkCheck(name, $"{Program} {name}", ["src/**"], $"run: {Program} {name}, inputs: [\"src/**\"]"))]);
    }

    /// <summary>A commit that needs no check, one whose checks have passed before, one that needs all.</summary>
    public static IReadOnlyList<Scenario> Scenarios(int files)
    {
        string Sized(string name) => string.Create(CultureInfo.InvariantCulture, $"{name}, {files:#,0} files");
        void Change(Workplace place, int number) => place.Append(File(number % files), string.Create(CultureInfo.InvariantCulture, $"change {number}\n"));
        return
        [
            new(Sized("docs-only edit"), Remembered.TheCommit, (place, number) => place.Append("README.md", string.Create(CultureInfo.InvariantCulture, $"Edition {number}.\n"))),
            new(Sized("warm"), Remembered.TheSame, Change),
            new(Sized("one source edit"), Remembered.TheCommit, (place, number) => Change(place, number + (files / 2))) { Runs = _ => ["one", "three", "two"] },
        ];
    }

    private static string File(int number) => string.Create(CultureInfo.InvariantCulture, $"src/d{number / 100:d3}/f{number % 100:d2}.txt");
}
