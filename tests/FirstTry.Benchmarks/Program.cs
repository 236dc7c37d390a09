using System;
using FirstTry.Benchmarks.Bench;
using FirstTry.Benchmarks.Micro;
using FirstTry.Benchmarks.Order;

namespace FirstTry.Benchmarks;

/// <summary>Measures whole processes of the published program beside its peers. Exit code 0 within budget, 1 beyond, 2 when it cannot be measured.</summary>
internal static class Program
{
    private const string Usage = "usage: FirstTry.Benchmarks " + BenchOptions.Usage + " | " + MicroOptions.Usage + " | hook [--binary PATH] [--files 5001] [--staged 1] [--partly-staged 0] [--cache rw] [--runs 40] | remembered [--binary PATH] [--runs 40] | growth [--binary PATH] | runner [--binary PATH] [--files 5001] [--runs 40] | schedule [--binary PATH] [--runs 40] | builtins [--binary PATH] [--files 5001] [--runs 40] | affected --repository PATH [--binary PATH] [--edits 6] [--runs 1] | order";

    public static int Main(string[] arguments)
    {
        try
        {
            return arguments switch
            {
                ["bench", .. var rest] => new BenchRun(BenchOptions.Parse(rest), BenchmarkCases.All, Console.Out).Run(),
                ["micro", .. var rest] => MicroRun.Run(MicroOptions.Parse(rest)),
                ["hook", .. var rest] => new HookBenchmark(HookOptions.Parse(rest, Usage), Console.Out).Run() ? 0 : 1,
                ["growth", .. var rest] => new GrowthBenchmark(HookOptions.Parse(rest, Usage), Console.Out).Run() ? 0 : 1,
                ["runner", .. var rest] => new RunnerBenchmark(HookOptions.Parse(rest, Usage), Console.Out).Run() ? 0 : 1,
                ["schedule", .. var rest] => new ScheduleBenchmark(HookOptions.Parse(rest, Usage), Console.Out).Run() ? 0 : 1,
                ["remembered", .. var rest] => new RememberedBenchmark(HookOptions.Parse(rest, Usage), Console.Out).Run() ? 0 : 1,
                ["builtins", .. var rest] => new BuiltinsBenchmark(HookOptions.Parse(rest, Usage), Console.Out).Run() ? 0 : 1,
                ["affected", .. var rest] => new AffectedBenchmark(AffectedOptions.Parse(rest, Usage), Console.Out).Run() ? 0 : 1,
                ["order"] => new OrderRecording(Console.Out).Run() ? 0 : 1,
                _ => throw new BenchmarkException(Usage),
            };
        }
        catch (BenchmarkException exception)
        {
            Console.Error.WriteLine(exception.Message);
            return 2;
        }
    }
}
