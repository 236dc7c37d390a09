using System.Globalization;
using System.Linq;
using BenchmarkDotNet.Attributes;
using FirstTry.Benchmarks.Generating;
using FirstTry.Config;
using FirstTry.Engine.Planning;
using FirstTry.Processes;

namespace FirstTry.Benchmarks.Micro;

/// <summary>The plan of a hook with 200 checks.</summary>
public class PlanBenchmarks
{
    private const int Checks = 200;
    private RunRequest _request = null!;

    /// <summary>The files that are staged.</summary>
    [Params(1, 500)]
    public int Staged { get; set; }

    /// <summary>Reads the config.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var graph = ConfigParser.Parse(new ConfigSource("firsttry.yml", LargeConfig.Of(Checks))).Graph;
        _request = new RunRequest
        {
            Graph = graph,
            Profile = graph.Profiles.First(profile => profile.Name == "all"),
            WorktreeRoot = "/repository",
            Facts = new RunFacts { Environment = EnvironmentBlock.FromEntries([]) },
            Files = [.. Enumerable.Range(0, Staged).Select(i => Graph.RepoPath.FromText(string.Create(CultureInfo.InvariantCulture, $"src/part{i % Checks}/file{i:d3}.py"))).Order()],
        };
        if (Make().Checks.Count != Checks)
            throw new BenchmarkException("the plan leaves checks out");
    }

    /// <summary>Plans.</summary>
    [Benchmark]
    public Plan Make() => Planner.Create(_request);
}
