using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using FirstTry.Processes;

namespace FirstTry.Benchmarks;

/// <summary>The native runner of a repository beside the command line: the hook, with few and with many checks in the config, and what a build takes.</summary>
internal sealed class RunnerBenchmark(HookOptions options, TextWriter output)
{
    private const int WarmUps = 5;
    private const int Many = 200;
    private const double MostForMany = 0.3;
    private const double Megabyte = 1_000_000;

    /// <summary>Measures and prints; true when within budget.</summary>
    /// <exception cref="BenchmarkException">A program failed.</exception>
    public bool Run()
    {
        var program = FirstTryProgram.Find(options.Binary);
        Print($"{MachineFacts.Describe()}");
        using var few = Repository();
        using var many = Repository();
        few.Configure("true");
        var first = Build(few, program, "first build");
        many.Configure("true", Many);
        Build(many, program, $"first build, {Many} checks more");
        many.Configure("true", Many - 1);
        var manyRunner = Build(many, program, "from an edit to the new runner");
        Print($"runner: {new FileInfo(first.Program).Length / Megabyte:0.0} MB, firsttry: {new FileInfo(program.Program).Length / Megabyte:0.0} MB");
        var isKept = Measure(Rounds([(few, program), (few, first), (many, program), (many, manyRunner)]));
        few.Configure("true", spare: 1);
        MeasureHandover(Rounds([(few, program), (few, first)]));
        return isKept;
    }

    private BenchmarkRepository Repository()
    {
        var repository = new BenchmarkRepository { Cache = options.Cache };
        repository.Fill(options.Files, options.Staged);
        return repository;
    }

    // The packages that the SDK has fetched for this user, and no other part of the home.
    private static EnvironmentBlock ForBuild(BenchmarkRepository repository)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } given ? given : Path.Combine(home, ".nuget", "packages");
        return repository.Environment.With("NUGET_PACKAGES", packages).With("DOTNET_CLI_HOME", repository.Outside);
    }

    private Peer Build(BenchmarkRepository repository, Peer program, string what)
    {
        var (runner, time) = Build(repository, program);
        Print($"{what}: {time.TotalSeconds:0.0} s");
        return runner;
    }

    /// <summary>Builds the runner of a repository.</summary>
    /// <exception cref="BenchmarkException">It could not be built.</exception>
    internal static (Peer Runner, TimeSpan Time) Build(BenchmarkRepository repository, Peer program)
    {
        var outcome = (program with { Arguments = ["build"] }).Run(repository.Root, ForBuild(repository));
        if (!outcome.Succeeded)
            throw new BenchmarkException($"'firsttry build' ended with {outcome.ExitCode}: {Encoding.UTF8.GetString(outcome.Output)}");

        var place = Path.Combine(repository.Root, ".git", "firsttry", "runner");
        return (new Peer("runner", Path.Combine(place, File.ReadAllText(Path.Combine(place, "current")).Trim(), "firsttry-runner"), program.Arguments), outcome.Duration);
    }

    private List<List<double>> Rounds(List<(BenchmarkRepository Repository, Peer Peer)> subjects)
    {
        var times = subjects.ConvertAll(_ => new List<double>());
        for (var round = -WarmUps; round < options.Runs; round++)
        {
            // Each comes first as often as the others: none always inherits the warm caches of the same one.
            for (var i = 0; i < subjects.Count; i++)
            {
                var place = (i + round + WarmUps) % subjects.Count;
                var time = TimeOf(subjects[place].Peer, subjects[place].Repository);
                if (round >= 0)
                    times[place].Add(time);
            }
        }

        return times;
    }

    // The runner starts, finds that the config has changed, and becomes firsttry.
    private void MeasureHandover(List<List<double>> times)
    {
        var difference = Pairs(times[1], times[0], static (runner, program) => runner - program);
        Print($"after an edit of the config: median {difference.Median:0.00} ms more than firsttry, quartiles {difference.LowerQuartile:0.00}–{difference.UpperQuartile:0.00}");
    }

    private bool Measure(List<List<double>> times)
    {
        Print($"pre-commit hook, 3 checks `true`, {options.Staged} staged of {options.Files} files, cache {options.Cache ?? "rw"}, {options.Runs} rounds");
        PrintTimes("firsttry", times[0]);
        PrintTimes("runner", times[1]);
        PrintTimes($"firsttry, {Many - 1} more", times[2]);
        PrintTimes($"runner, {Many - 1} more", times[3]);
        return Judge(Pairs(times[1], times[0], static (runner, program) => runner / program), Pairs(times[3], times[1], static (many, few) => many - few));
    }

    private bool Judge(Statistics ratio, Statistics difference)
    {
        var isKept = ratio.Median <= 1 && difference.Median <= MostForMany;
        Print($"runner / firsttry in each round: median {ratio.Median:0.000}, quartiles {ratio.LowerQuartile:0.000}–{ratio.UpperQuartile:0.000}");
        Print($"the runner with {Many - 1} checks more: median {difference.Median:0.00} ms more, quartiles {difference.LowerQuartile:0.00}–{difference.UpperQuartile:0.00}");
        Print($"budget: ratio at most 1, at most {MostForMany} ms more: {(isKept ? "kept" : "EXCEEDED")}");
        return isKept;
    }

    private static Statistics Pairs(List<double> one, List<double> other, Func<double, double, double> compare)
    {
        var values = new List<double>(one.Count);
        for (var i = 0; i < one.Count; i++)
            values.Add(compare(one[i], other[i]));

        return Statistics.Of(values);
    }

    private static double TimeOf(Peer peer, BenchmarkRepository repository)
    {
        var outcome = peer.Run(repository.Root, repository.Environment);
        return outcome.Succeeded
            ? outcome.Duration.TotalMilliseconds
            : throw new BenchmarkException($"{peer.Name} ended with {outcome.ExitCode}: {outcome.Failure}{Encoding.UTF8.GetString(outcome.Output)}");
    }

    private void PrintTimes(string name, List<double> sample)
    {
        var times = Statistics.Of(sample);
        Print($"{name,-20} median {times.Median,7:0.00} ms, quartiles {times.LowerQuartile:0.00}–{times.UpperQuartile:0.00}, all {times.Minimum:0.00}–{times.Maximum:0.00}");
    }

    private void Print(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
