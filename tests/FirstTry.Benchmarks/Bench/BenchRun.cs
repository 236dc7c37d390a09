using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using FirstTry.Benchmarks.Reports;

namespace FirstTry.Benchmarks.Bench;

/// <summary>Runs every case, one after another, and writes the report. A case that fails is a row that says why; the others are measured all the same.</summary>
internal sealed class BenchRun(BenchOptions options, IReadOnlyList<IBenchmarkCase> cases, TextWriter output)
{
    /// <summary>Measures, prints the table, writes the report; the exit code is that of the report.</summary>
    /// <exception cref="BenchmarkException">There is no program to measure, or no case of a name.</exception>
    public int Run()
    {
        var chosen = Choose();
        var context = new BenchContext(options, FirstTryProgram.Find(options.Binary), PeerShelf.Standard(), output);
        var (machine, findings) = (MachineFacts.Read(), new Findings());
        foreach (var one in chosen)
        {
            output.WriteLine($"measuring {one.Name}");
            Measure(one, context, findings);
        }

        var report = new Report { Title = Title(), Machine = machine, Rows = findings.Rows, Series = findings.Series };
        ReportFolder.Write(report, options.Output);
        output.Write(MarkdownReport.Write(report));
        output.WriteLine($"\n{Path.GetFullPath(options.Output)}: {ReportFolder.Table}, {ReportFolder.Data}, {ReportFolder.Chart}");
        return report.ExitCode;
    }

    /// <summary>Measures one case; what stops it becomes a row.</summary>
    public static void Measure(IBenchmarkCase one, BenchContext context, Findings findings)
    {
        try
        {
            one.Measure(context, findings);
        }
#pragma warning disable CA1031 // Whatever stops one case must neither hide nor take away what the others measure.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var reason = exception is BenchmarkException ? exception.Message : exception.ToString();
            findings.Add(new Row { Workload = one.Name, Case = one.Name, Obstacle = reason });
        }
    }

    private List<IBenchmarkCase> Choose()
    {
        var unknown = options.Only.Except(cases.Select(one => one.Name), StringComparer.Ordinal).ToList();
        return unknown.Count > 0
            ? throw new BenchmarkException($"there is no case '{string.Join(", ", unknown)}'; there are {string.Join(", ", cases.Select(one => one.Name))}")
            : [.. cases.Where(one => options.Only.Length == 0 || options.Only.Contains(one.Name, StringComparer.Ordinal))];
    }

    private string Title()
    {
        var quick = options.IsQuick ? ", quick: the figures show that it works, not what it takes" : "";
        var only = options.Only.Length > 0 ? $", only {string.Join(", ", options.Only)}" : "";
        return $"firsttry beside its peers{quick}{only}";
    }
}
