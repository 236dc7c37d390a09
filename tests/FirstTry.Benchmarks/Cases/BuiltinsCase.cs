using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using FirstTry.Benchmarks.Bench;
using FirstTry.Benchmarks.Reports;
using FirstTry.Testing;

namespace FirstTry.Benchmarks.Cases;

/// <summary>The built-in checks that prek has too, over many files with nothing remembered; both must object to a bad file of each kind.</summary>
internal sealed class BuiltinsCase : IBenchmarkCase
{
    private const int Rounds = 10;
    private const int Files = 5_001;

    /// <inheritdoc />
    public string Name => "builtins";

    /// <inheritdoc />
    public void Measure(BenchContext context, Findings findings)
    {
        var missing = new List<MissingPeer>();
        var ours = context.FirstTry with { Arguments = ["run", "--all-files", "--cache", "off", "--no-progress"] };
        var prek = context.Peers.Find("prek", missing);
        List<Peer> runners = prek is null ? [ours] : [ours, prek];
        var files = context.Options.SizeOr(Files, 601);
        using var repository = TemporaryRepository.Create(test: "builtins-benchmark");
        BuiltinsBenchmark.Fill(repository, files);
        var environment = Surroundings.Of(repository).With("PREK_HOME", Path.Combine(repository.Outside, "prek"));
        foreach (var runner in runners)
            BuiltinsBenchmark.RequireVerdicts(repository, runner, environment);

        var measured = Bench.Rounds.Of([.. runners.Select(runner => Contender.Of(runner, repository.Root, environment))], context.Options.RoundsOr(Rounds), warmUps: 2);
        findings.Add(new Row
        {
            Workload = "built-in checks",
            Case = string.Create(CultureInfo.InvariantCulture, $"14 built-in checks over {files:#,0} files, nothing remembered"),
            Ours = measured[0],
            Peers = measured[1..],
            Missing = missing,
            Verdicts = [.. runners.Select(runner => new Verdict(runner.Name, runner.Run(repository.Root, environment).ExitCode))],
            Budgets = [Budget.RatioTo(prek?.Name ?? "prek", 1)],
        });
    }
}
