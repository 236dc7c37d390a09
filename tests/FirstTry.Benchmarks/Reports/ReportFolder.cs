using System.IO;

namespace FirstTry.Benchmarks.Reports;

/// <summary>Where a report is kept.</summary>
internal static class ReportFolder
{
    /// <summary>The tables.</summary>
    public const string Table = "bench.md";

    /// <summary>All values.</summary>
    public const string Data = "bench.json";

    /// <summary>The chart.</summary>
    public const string Chart = "bench.svg";

    /// <summary>Writes the three files, and the folder where it is not there.</summary>
    public static void Write(Report report, string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, Table), MarkdownReport.Write(report));
        File.WriteAllText(Path.Combine(folder, Data), JsonReport.Write(report));
        File.WriteAllText(Path.Combine(folder, Chart), SvgChart.Write(report));
    }
}
