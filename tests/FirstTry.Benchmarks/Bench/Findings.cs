using System.Collections.Generic;
using FirstTry.Benchmarks.Reports;

namespace FirstTry.Benchmarks.Bench;

/// <summary>What the cases have found so far.</summary>
internal sealed class Findings
{
    private readonly List<Row> _rows = [];
    private readonly List<Series> _series = [];

    /// <summary>In the order of their addition.</summary>
    public IReadOnlyList<Row> Rows => _rows;

    /// <summary>In the order of their addition.</summary>
    public IReadOnlyList<Series> Series => _series;

    /// <summary>Adds a row.</summary>
    public void Add(Row row) => _rows.Add(row);

    /// <summary>Adds curves.</summary>
    public void Add(Series series) => _series.Add(series);
}
