using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace FirstTry.Benchmarks.Reports;

/// <summary>Lines, dots and words of an SVG picture, in the order in which they are drawn; it needs nothing from outside.</summary>
internal sealed class SvgDrawing
{
    private readonly StringBuilder _elements = new();

    /// <summary>The width of every picture.</summary>
    public const int Width = 1080;

    /// <summary>Where the next panel begins.</summary>
    public double Height { get; private set; } = 16;

    /// <summary>Makes the picture higher.</summary>
    public void Add(double height) => Height += height;

    /// <summary>Draws a straight line.</summary>
    public void Line((double X, double Y) from, (double X, double Y) to, string colour, double width = 1) => _elements.Append(
        CultureInfo.InvariantCulture,
        $"<line x1=\"{from.X:0.##}\" y1=\"{from.Y:0.##}\" x2=\"{to.X:0.##}\" y2=\"{to.Y:0.##}\" stroke=\"{colour}\" stroke-width=\"{width:0.##}\"/>\n");

    /// <summary>Draws a line through points.</summary>
    public void Path(IEnumerable<(double X, double Y)> points, string colour)
    {
        _elements.Append("<polyline fill=\"none\" stroke=\"").Append(colour).Append("\" stroke-width=\"1.5\" points=\"");
        var separator = "";
        foreach (var (x, y) in points)
        {
            _elements.Append(CultureInfo.InvariantCulture, $"{separator}{x:0.##},{y:0.##}");
            separator = " ";
        }

        _elements.Append("\"/>\n");
    }

    /// <summary>Draws a dot.</summary>
    public void Dot((double X, double Y) at, string colour) =>
        _elements.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{at.X:0.##}\" cy=\"{at.Y:0.##}\" r=\"3.5\" fill=\"{colour}\"/>\n");

    /// <summary>Writes words; <paramref name="anchor"/> is start, middle or end.</summary>
    public void Text((double X, double Y) at, string text, string colour = "#222", string anchor = "start", int size = 12, bool isBold = false) => _elements.Append(
        CultureInfo.InvariantCulture,
        $"<text x=\"{at.X:0.##}\" y=\"{at.Y:0.##}\" fill=\"{colour}\" text-anchor=\"{anchor}\" font-size=\"{size}\"{(isBold ? " font-weight=\"bold\"" : "")}>{Escaped(text)}</text>\n");

    /// <summary>The whole picture.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{Height:0}\" viewBox=\"0 0 {Width} {Height:0}\" font-family=\"sans-serif\">\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n{_elements}</svg>\n");

    // What XML does not allow at all, as control characters in the output of a tool, is left out.
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            escaped.Append(rune.Value switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                < ' ' => " ",
                0xFFFE or 0xFFFF => "",
                _ => rune.ToString(),
            });
        }

        return escaped.ToString();
    }
}
