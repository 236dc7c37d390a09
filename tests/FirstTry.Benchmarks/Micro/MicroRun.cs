using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Exporters.Json;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace FirstTry.Benchmarks.Micro;

/// <summary>Runs the microbenchmarks in this process: parts of the program on the runtime's compiler, for comparing one change with the next and no promise about whole runs.</summary>
internal static class MicroRun
{
    private static readonly SortedDictionary<string, Type> Benchmarks = new(StringComparer.Ordinal)
    {
        ["fingerprint"] = typeof(FingerprintBenchmarks),
        ["generator"] = typeof(GeneratorBenchmarks),
        ["globs"] = typeof(GlobBenchmarks),
        ["parser"] = typeof(ParserBenchmarks),
        ["plan"] = typeof(PlanBenchmarks),
        ["store"] = typeof(StoreBenchmarks),
    };

    private static Job Quick => Job.ShortRun.WithWarmupCount(1).WithIterationTime(TimeInterval.FromMilliseconds(50)).WithId("quick");

    /// <summary>Runs, prints and writes the report; 0, or 2 when a benchmark could not be run.</summary>
    /// <exception cref="BenchmarkException">There is no benchmark of a name.</exception>
    public static int Run(MicroOptions options)
    {
        if (options.Only.FirstOrDefault(name => !Benchmarks.ContainsKey(name)) is { } unknown)
            throw new BenchmarkException($"there is no microbenchmark '{unknown}'; there are {string.Join(", ", Benchmarks.Keys)}");

        Type[] chosen = [.. Benchmarks.Where(one => options.Only.Length == 0 || options.Only.Contains(one.Key)).Select(one => one.Value)];
        var summaries = BenchmarkRunner.Run(chosen, Configuration(options));
        return summaries.Length > 0 && summaries.All(summary => !summary.HasCriticalValidationErrors && summary.Reports.Length > 0 && summary.Reports.All(IsMeasured)) ? 0 : 2;
    }

    private static bool IsMeasured(BenchmarkReport report) => report.Success && report.ResultStatistics is not null;

    // In this process: a project that the tool would generate takes the settings of this repository and does not build.
    private static ManualConfig Configuration(MicroOptions options) => ManualConfig.CreateEmpty()
        .AddJob((options.IsQuick ? Quick : Job.Default).WithToolchain(InProcessEmitToolchain.Instance))
        .AddColumnProvider(DefaultColumnProviders.Instance)
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddExporter(MarkdownExporter.GitHub, JsonExporter.Full)
        .AddLogger(ConsoleLogger.Default)
        .WithOptions(ConfigOptions.JoinSummary)
        .WithArtifactsPath(Path.GetFullPath(options.Output));
}
