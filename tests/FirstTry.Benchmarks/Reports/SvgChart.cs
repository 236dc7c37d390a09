using System;
using System.Collections.Generic;
using System.Linq;

namespace FirstTry.Benchmarks.Reports;

/// <summary>The report as one picture: for each workload the medians with quartiles and extremes as whiskers, then the growth curves with theirs.</summary>
internal static class SvgChart
{
    private const double Left = 470;
    private const double Right = 170;
    private const double LineHeight = 15;
    private const double Margin = 16;
    private const double CurveHeight = 240;
    private const double CurveLeft = 90;
    private const double Legend = 260;
    private const int MostOfLabel = 76;
    private const string Grey = "#ccc";
    private static readonly string[] Colours = ["#0a7d4f", "#c2410c", "#1d4ed8", "#7e22ce", "#a16207", "#0e7490", "#be123c", "#4b5563"];

    /// <summary>Draws everything that was measured.</summary>
    public static string Write(Report report)
    {
        var drawing = new SvgDrawing();
        drawing.Text((Margin, drawing.Height + 12), report.Title, size: 14, isBold: true);
        drawing.Text((Margin, drawing.Height + 32), MachineFacts.Describe(report.Machine), "#555");
        drawing.Text((Margin, drawing.Height + 50), "dot: median, thick: quartiles, thin: smallest to largest; the axes of the rows are logarithmic", "#555");
        drawing.Add(66);
        List<string> runners = [.. Runners(report)];
        foreach (var panel in report.Rows.Where(row => row.Ours is { Values.Count: > 0 }).GroupBy(row => (row.Workload, row.Unit)))
            DrawRows(drawing, panel.Key.Workload, panel.Key.Unit, [.. panel], runners);

        foreach (var series in report.Series)
            DrawCurves(drawing, series, runners);

        return drawing.ToString();
    }

    // A runner has one colour in the whole picture.
    private static IEnumerable<string> Runners(Report report) =>
        report.Rows.Where(row => row.Ours is not null).SelectMany(row => row.Peers.Prepend(row.Ours!)).Select(one => one.Runner)
            .Concat(report.Series.SelectMany(series => series.Curves).Select(curve => curve.Runner))
            .Distinct(StringComparer.Ordinal);

    private static string Colour(List<string> runners, string runner) => Colours[runners.IndexOf(runner) % Colours.Length];

    private static void DrawRows(SvgDrawing drawing, string workload, string unit, List<Row> rows, List<string> runners)
    {
        var all = rows.SelectMany(row => row.Peers.Prepend(row.Ours!)).Select(one => one.Statistics).OfType<Statistics>().ToList();
        var scale = Scale.Logarithmic(all.Min(one => one.Minimum), all.Max(one => one.Maximum), Left, SvgDrawing.Width - Right);
        var lines = rows.Sum(row => row.Peers.Count + 1);
        var (top, height) = (drawing.Height + 24, (lines * LineHeight) + (rows.Count * 6));
        drawing.Text((Margin, drawing.Height + 14), unit.Length == 0 ? workload : $"{workload}, {unit}", size: 14, isBold: true);
        foreach (var tick in scale.Ticks())
        {
            drawing.Line((scale.At(tick), top), (scale.At(tick), top + height), Grey, 0.5);
            drawing.Text((scale.At(tick), top + height + 12), Figures.Of(tick), "#555", "middle", 10);
        }

        var y = top + 8;
        foreach (var row in rows)
        {
            drawing.Text((Margin, y + 4), Shortened(row.Case));
            foreach (var one in row.Peers.Prepend(row.Ours!))
            {
                if (one.Statistics is { } five)
                    DrawWhiskers(drawing, scale, y, five, one.Runner, Colour(runners, one.Runner));

                y += LineHeight;
            }

            y += 6;
        }

        drawing.Add(height + 56);
    }

    private static void DrawWhiskers(SvgDrawing drawing, Scale scale, double y, Statistics five, string runner, string colour)
    {
        drawing.Line((scale.At(five.Minimum), y), (scale.At(five.Maximum), y), colour);
        drawing.Line((scale.At(five.LowerQuartile), y), (scale.At(five.UpperQuartile), y), colour, 5);
        drawing.Dot((scale.At(five.Median), y), colour);
        drawing.Text((scale.At(five.Maximum) + 6, y + 4), $"{Figures.Of(five.Median)} {runner}", colour, size: 10);
    }

    private static void DrawCurves(SvgDrawing drawing, Series series, List<string> runners)
    {
        var points = series.Curves.SelectMany(curve => curve.Points).ToList();
        if (points.Count == 0)
            return;

        var (top, bottom) = (drawing.Height + 28, drawing.Height + 28 + CurveHeight);
        var x = Scale.Linear(0, points.Max(point => point.X), CurveLeft, SvgDrawing.Width - Legend);
        var y = Scale.Linear(0, points.Max(point => point.Statistics.UpperQuartile), bottom, top);
        drawing.Text((Margin, drawing.Height + 14), $"{series.Title}: {series.Unit} by {series.XName}", size: 14, isBold: true);
        DrawAxes(drawing, x, y, top, bottom);
        var legend = top + 10;
        foreach (var curve in series.Curves)
        {
            var colour = Colour(runners, curve.Runner);
            drawing.Path(curve.Points.Select(point => (x.At(point.X), y.At(point.Statistics.Median))), colour);
            foreach (var point in curve.Points)
            {
                var five = point.Statistics;
                drawing.Line((x.At(point.X), y.At(five.Minimum)), (x.At(point.X), y.At(five.Maximum)), colour);
                drawing.Line((x.At(point.X), y.At(five.LowerQuartile)), (x.At(point.X), y.At(five.UpperQuartile)), colour, 3);
                drawing.Dot((x.At(point.X), y.At(five.Median)), colour);
            }

            var slope = curve.Slope is { } each ? $": {Figures.Of(each * series.SlopePer, series.Unit)} per {Figures.Of(series.SlopePer)}" : "";
            drawing.Text((SvgDrawing.Width - Legend + 14, legend), curve.Runner + slope, colour);
            legend += LineHeight;
        }

        drawing.Add(CurveHeight + 70);
    }

    private static void DrawAxes(SvgDrawing drawing, Scale x, Scale y, double top, double bottom)
    {
        foreach (var tick in x.Ticks())
        {
            drawing.Line((x.At(tick), top), (x.At(tick), bottom), Grey, 0.5);
            drawing.Text((x.At(tick), bottom + 14), Figures.Of(tick), "#555", "middle", 10);
        }

        foreach (var tick in y.Ticks())
        {
            drawing.Line((CurveLeft, y.At(tick)), (SvgDrawing.Width - Legend, y.At(tick)), Grey, 0.5);
            drawing.Text((CurveLeft - 6, y.At(tick) + 4), Figures.Of(tick), "#555", "end", 10);
        }
    }

    private static string Shortened(string label) => label.Length <= MostOfLabel ? label : string.Concat(label.AsSpan(0, MostOfLabel - 1), "…");
}
