using BenchmarkDotNet.Attributes;
using FirstTry.Benchmarks.Generating;

namespace FirstTry.Benchmarks.Micro;

/// <summary>The source generator in a compiler that stays, as in an editor, with a config of 200 checks.</summary>
public class GeneratorBenchmarks
{
    private const int Checks = 200;
    private readonly string[] _texts = [LargeConfig.Of(Checks, 1), LargeConfig.Of(Checks, 2)];
    private GeneratedProject _project = null!;
    private int _edits;

    /// <summary>Compiles for the first time.</summary>
    [GlobalSetup]
    public void Prepare() => _project = new GeneratedProject(LargeConfig.Of(Checks));

    /// <summary>One check is edited.</summary>
    [Benchmark]
    public void EditOfTheConfig() => _project.EditConfig(_texts[_edits++ % _texts.Length]);

    /// <summary>Code is edited that has nothing to do with checks.</summary>
    [Benchmark]
    public void UnrelatedEdit() => _project.EditCode(_edits++);
}
