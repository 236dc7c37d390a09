using System.Linq;
using System.Text.Json;
using System.Xml.Linq;
using FirstTry.Benchmarks.Reports;
using FirstTry.Testing;

namespace FirstTry.Benchmarks.Tests;

/// <summary>The report as text, data and picture.</summary>
public sealed class Writing_reports
{
    [Fact]
    public void The_tables_are_as_expected() => Snapshot.Match(MarkdownReport.Write(Samples.Report), "report", "md");

    [Fact]
    public void The_data_is_as_expected() => Snapshot.Match(JsonReport.Write(Samples.Report), "report", "json");

    [Fact]
    public void The_chart_is_as_expected() => Snapshot.Match(SvgChart.Write(Samples.Report), "report", "svg");

    [Fact]
    public void Every_line_of_a_table_has_as_many_cells_as_its_heading()
    {
        var tables = MarkdownReport.Write(Samples.Report).Split("\n\n").Where(block => block.StartsWith('|')).Select(block => block.TrimEnd('\n').Split('\n')).ToList();

        Assert.Equal(5, tables.Count);
        Assert.All(tables, lines => Assert.Single(lines.Select(Cells).Distinct()));
        Assert.All(tables, lines => Assert.Matches("^\\|(---\\|)+$", lines[1]));
    }

    [Theory]
    [InlineData("a | b", "a \\| b")]
    [InlineData("a\\", "a\\\\")]
    [InlineData("one\r\ntwo\n", "one two")]
    [InlineData("<b> & *c* `d` [e](f)", "&lt;b&gt; &amp; \\*c\\* \\`d\\` \\[e\\](f)")]
    [InlineData("\u001b[31mred", "\\[31mred")]
    public void A_cell_means_only_its_text(string text, string expected) => Assert.Equal(expected, MarkdownTable.Escaped(text));

    [Fact]
    public void A_missing_peer_is_named_with_its_reason() =>
        Assert.Contains("| other | npm could not install it |", MarkdownReport.Write(Samples.Report), System.StringComparison.Ordinal);

    [Fact]
    public void The_data_is_json_and_has_every_value()
    {
        using var json = JsonDocument.Parse(JsonReport.Write(Samples.Report));

        var runners = json.RootElement.GetProperty("rows")[0].GetProperty("runners").EnumerateArray().ToList();

        Assert.Equal([1, 2, 3], runners[0].GetProperty("values").EnumerateArray().Select(value => value.GetDouble()));
        Assert.Equal(0.25, runners[1].GetProperty("ratio_of_ours").GetProperty("median").GetDouble());
        Assert.Equal(1, json.RootElement.GetProperty("exit_code").GetInt32());
    }

    [Fact]
    public void A_ratio_that_is_no_number_is_null_in_the_data()
    {
        var row = Samples.Row with { Peers = [new Measurement("peer 1.0", [0, 0, 0])] };

        using var json = JsonDocument.Parse(JsonReport.Write(Samples.Report with { Rows = [row] }));

        var ratio = json.RootElement.GetProperty("rows")[0].GetProperty("runners")[1].GetProperty("ratio_of_ours").GetProperty("median");
        Assert.Equal(JsonValueKind.Null, ratio.ValueKind);
    }

    [Fact]
    public void The_chart_is_xml_that_needs_nothing_from_outside()
    {
        var hostile = Samples.Report with { Rows = [Samples.Row with { Case = "<a> & \"b\" \u0001\u001b]]>" }] };

        var chart = XDocument.Parse(SvgChart.Write(hostile));

        Assert.Contains(chart.Descendants(), element => element.Value.StartsWith("<a> & \"b\"", System.StringComparison.Ordinal));
        Assert.DoesNotContain(chart.Descendants().Attributes(), attribute => attribute.Name.LocalName == "href");
    }

    [Fact]
    public void The_chart_has_a_dot_and_whiskers_for_every_runner_of_a_row_and_every_point_of_a_curve()
    {
        var chart = XDocument.Parse(SvgChart.Write(Samples.Report));

        var dots = Samples.Report.Rows.Where(row => row.Ours is not null).Sum(row => 1 + row.Peers.Count) + Samples.Series.Curves.Sum(curve => curve.Points.Count);
        Assert.Equal(dots, chart.Descendants().Count(element => element.Name.LocalName == "circle"));
        Assert.Equal(2, chart.Descendants().Count(element => element.Name.LocalName == "polyline"));
    }

    [Fact]
    public void A_report_without_anything_measured_is_written_all_the_same()
    {
        var empty = new Report { Title = "nothing", Machine = Samples.Machine };

        Assert.Contains("0 of 0 budgets held", MarkdownReport.Write(empty), System.StringComparison.Ordinal);
        Assert.NotNull(XDocument.Parse(SvgChart.Write(empty)).Root);
        using var json = JsonDocument.Parse(JsonReport.Write(empty));
        Assert.Equal(2, json.RootElement.GetProperty("exit_code").GetInt32());
    }

    [Fact]
    public void The_slope_is_that_of_the_line_through_the_medians() =>
        Assert.Equal(0.002, Samples.Series.Curves[0].Slope!.Value, 12);

    [Fact]
    public void A_curve_of_one_point_has_no_slope() => Assert.Null(new Curve("firsttry", [new Point(1, [1])]).Slope);

    private static int Cells(string line) => line.Replace("\\|", "", System.StringComparison.Ordinal).Count(character => character == '|');
}
