using BenchmarkDotNet.Attributes;
using FirstTry.Benchmarks.Generating;
using FirstTry.Config;

namespace FirstTry.Benchmarks.Micro;

/// <summary>From the text of a config to the graph of its checks.</summary>
public class ParserBenchmarks
{
    private ConfigSource _source = null!;

    /// <summary>How many checks the config has.</summary>
    [Params(3, 200)]
    public int Checks { get; set; }

    /// <summary>Writes the config.</summary>
    [GlobalSetup]
    public void Prepare() => _source = new ConfigSource("firsttry.yml", LargeConfig.Of(Checks));

    /// <summary>Parses it.</summary>
    [Benchmark]
    public ConfigResult Parse() => ConfigParser.Parse(_source);
}
