using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using FirstTry.Benchmarks.Bench;
using FirstTry.Benchmarks.Reports;
using FirstTry.Processes;
using FirstTry.Testing;

namespace FirstTry.Benchmarks.Cases;

/// <summary>What 200 checks cost besides themselves: plan, schedule and report, beside a run of one check.</summary>
internal sealed class ManyChecksCase : IBenchmarkCase
{
    private const int Checks = 200;
    private const int Rounds = 20;
    private const double Budget = 10;

    /// <inheritdoc />
    public string Name => "many-checks";

    /// <inheritdoc />
    public void Measure(BenchContext context, Findings findings)
    {
        findings.Add(MeasureIdle(context));
        findings.Add(MeasureRunning(context));
    }

    // Planned, gated and reported, and none of them started.
    private static Row MeasureIdle(BenchContext context)
    {
        using var repository = Repository("run: \"true {files}\", files: \"*.none\"");
        var environment = Surroundings.Of(repository);
        Peer[] runs = [context.FirstTry with { Arguments = ["run", "all"] }, context.FirstTry with { Name = "one check", Arguments = ["run", "one"] }];
        var measured = Bench.Rounds.Of([.. runs.Select(run => Contender.Of(run, repository.Root, environment))], context.Options.RoundsOr(Rounds), warmUps: 2);
        return RowOf("200 checks that have nothing to do, beside one", measured);
    }

    // They run one after another: what is no check's own time is ours, and that of a run of one check is what every run takes.
    private static Row MeasureRunning(BenchContext context)
    {
        using var repository = Repository("run: [\"true\", \"{number}\"], inputs: [input.txt]");
        var environment = Surroundings.Of(repository);
        string[] shared = ["--workers", "1", "--cache", "off", "--format", "json"];
        Peer[] runs = [context.FirstTry with { Arguments = ["run", "all", .. shared] }, context.FirstTry with { Name = "one check", Arguments = ["run", "one", .. shared] }];
        var measured = Bench.Rounds.Of([.. runs.Select(run => new Contender(run.Name, () => TimeBeside(run, repository, environment)))], context.Options.RoundsOr(Rounds), warmUps: 2);
        return RowOf("200 checks that run, without their own time, beside one", measured);
    }

    private static Row RowOf(string title, List<Measurement> measured) => new()
    {
        Workload = "many checks",
        Case = title,
        Ours = measured[0],
        Peers = measured[1..],
        Verdicts = [new Verdict(measured[0].Runner, 0), new Verdict(measured[1].Runner, 0)],
        Budgets = [Reports.Budget.MoreThan(measured[1].Runner, Budget)],
    };

    private static TemporaryRepository Repository(string check)
    {
        var repository = TemporaryRepository.Create(test: "many-benchmark");
        List<string> numbers = [.. Enumerable.Range(1, Checks).Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture))];
        var checks = string.Concat(numbers.Select(number => $"  c{number}: {{ {check.Replace("{number}", number, System.StringComparison.Ordinal)} }}\n"));
        repository.Write("input.txt", "");
        repository.Write("firsttry.yml", $"version: 1\nchecks:\n{checks}profiles: {{ all: {{ checks: [{string.Join(", ", numbers.Select(number => "c" + number))}] }}, one: {{ checks: [c1] }} }}\n");
        repository.CommitAll();
        return repository;
    }

    private static double TimeBeside(Peer run, TemporaryRepository repository, EnvironmentBlock environment)
    {
        var outcome = run.Run(repository.Root, environment);
        if (!outcome.Succeeded)
            throw new BenchmarkException($"{run.Name} ended with {outcome.ExitCode}: {Encoding.UTF8.GetString(outcome.Output)}");

        using var json = JsonDocument.Parse(outcome.Output);
        return outcome.Duration.TotalMilliseconds - json.RootElement.GetProperty("checks").EnumerateArray().Sum(check => check.GetProperty("duration_ms").GetDouble());
    }
}
