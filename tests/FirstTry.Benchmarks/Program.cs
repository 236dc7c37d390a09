using System;

namespace FirstTry.Benchmarks;

/// <summary>Measures whole processes of the published program beside its peers. Exit code 0 within budget, 1 beyond, 2 when it cannot be measured.</summary>
internal static class Program
{
    private const string Usage = "usage: FirstTry.Benchmarks hook [--binary PATH] [--files 5001] [--staged 1] [--runs 40]";

    public static int Main(string[] arguments)
    {
        try
        {
            if (arguments is not ["hook", .. var rest])
                throw new BenchmarkException(Usage);

            return new HookBenchmark(HookOptions.Parse(rest, Usage), Console.Out).Run() ? 0 : 1;
        }
        catch (BenchmarkException exception)
        {
            Console.Error.WriteLine(exception.Message);
            return 2;
        }
    }
}
