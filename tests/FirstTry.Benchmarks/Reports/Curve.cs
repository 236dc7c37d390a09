using System.Collections.Generic;
using System.Linq;

namespace FirstTry.Benchmarks.Reports;

/// <summary>How the cost of one runner grows.</summary>
/// <param name="Runner">Its name.</param>
/// <param name="Points">By ascending size.</param>
internal sealed record Curve(string Runner, IReadOnlyList<Point> Points)
{
    /// <summary>How much each unit of size costs, by least squares through the medians; null with fewer than two sizes.</summary>
    public double? Slope
    {
        get
        {
            if (Points.Count < 2)
                return null;

            var (x, y) = (Points.Average(point => point.X), Points.Average(point => point.Statistics.Median));
            var spread = Points.Sum(point => (point.X - x) * (point.X - x));
            return spread == 0 ? null : Points.Sum(point => (point.X - x) * (point.Statistics.Median - y)) / spread;
        }
    }
}
