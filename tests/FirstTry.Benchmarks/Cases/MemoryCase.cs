using System.Collections.Generic;
using System.Globalization;
using System.Text;
using FirstTry.Benchmarks.Bench;
using FirstTry.Benchmarks.Reports;

namespace FirstTry.Benchmarks.Cases;

/// <summary>The most memory that the hook, or a process of it, holds in a large repository: when nothing is remembered yet, and when everything is.</summary>
internal sealed class MemoryCase : IBenchmarkCase
{
    // A process is charged with the memory of the one that started it, which therefore has to be small: this one is not. In kilobytes.
    private const string Largest = """
        import resource, subprocess, sys
        code = subprocess.call(sys.argv[1:])
        print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
        sys.exit(code)
        """;

    private const double Most = 40;

    /// <inheritdoc />
    public string Name => "memory";

    /// <inheritdoc />
    public void Measure(BenchContext context, Findings findings)
    {
        var files = context.Options.SizeOr(100_000, 5_000);
        using var repository = new BenchmarkRepository();
        repository.Fill(files, 1);
        repository.Configure("true");
        var measured = new Peer(context.FirstTry.Name, "python3", ["-c", Largest, context.FirstTry.Program, .. context.FirstTry.Arguments]);
        var values = new List<double>();
        for (var i = 0; i < 3; i++)
        {
            var outcome = measured.Run(repository.Root, repository.Environment);
            var text = Encoding.UTF8.GetString(outcome.Output);
            if (!outcome.Succeeded)
                throw new BenchmarkException($"python3, which measures firsttry, ended with {outcome.ExitCode}: {outcome.Failure}{text}");

            values.Add(double.Parse(text.TrimEnd('\n').Split('\n')[^1], CultureInfo.InvariantCulture) / 1024);
        }

        findings.Add(new Row
        {
            Workload = "memory",
            Case = string.Create(CultureInfo.InvariantCulture, $"hook in {files:#,0} files, the first time and twice when all is remembered"),
            Unit = "MB",
            Ours = new Measurement(context.FirstTry.Name, values),
            Budgets = [Budget.Never(Most)],
        });
    }
}
