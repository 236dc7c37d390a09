using System.Collections.Generic;
using FirstTry.Benchmarks.Cases;
using FirstTry.Benchmarks.Workloads;

namespace FirstTry.Benchmarks.Bench;

/// <summary>Everything that <c>bench</c> measures, in this order.</summary>
internal static class BenchmarkCases
{
    private static readonly (double Ratio, string Source)[] OfHook = [(0.35, "promise"), (0.33, "aim")];
    private static readonly (double Ratio, string Source)[] OfLargerHook = [(0.4, "")];

    /// <summary>The cases; a new one is added here and nowhere else.</summary>
    public static IReadOnlyList<IBenchmarkCase> All { get; } =
    [
        new HookCase("hook", 5_001, 1, 0) { OfLefthook = OfHook, OfPrek = 0.15 },
        new HookCase("hook-large", 50_001, 1, 0) { OfLefthook = OfHook },
        new HookCase("hook-partly-staged", 5_001, 2, 1) { OfLefthook = OfLargerHook },
        new HookCase("hook-500-staged", 5_001, 500, 0) { OfLefthook = OfLargerHook },
        new RememberedCase(),
        new SchedulesCase(),
        new ManyChecksCase(),
        new GeneratorCase(),
        new StartCase(),
        new MemoryCase(),
        new RecordingCase(),
        new BuiltinsCase(),
        new RunnerCase(),
        .. GrowthCase.All,
        new NoOpWorkload(),
        new PythonWorkload(),
        new PolyglotWorkload(),
        new SyntheticWorkload(),
    ];
}
