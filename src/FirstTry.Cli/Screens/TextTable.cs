using System;
using System.Collections.Generic;
using System.Text;

namespace FirstTry.Cli.Screens;

/// <summary>
/// A table that stays readable on a narrow terminal: the first column to the left, numbers to the right, and a first column that is too long
/// takes a line of its own.
/// </summary>
internal sealed class TextTable(params string[] headings)
{
    private const int WidestName = 24;
    private const string Gap = "  ";
    private readonly List<string[]> _rows = [headings];

    public void Add(params string[] cells) => _rows.Add(cells);

    public override string ToString()
    {
        var widths = new int[headings.Length];
        foreach (var row in _rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                var width = row[i].Length;
                widths[i] = Math.Max(widths[i], i == 0 && width > WidestName ? 0 : width);
            }
        }

        var text = new StringBuilder();
        foreach (var row in _rows)
        {
            AppendRow(text, row, widths);
        }

        return text.ToString();
    }

    private static void AppendRow(StringBuilder text, string[] row, int[] widths)
    {
        var line = new StringBuilder(row[0].PadRight(widths[0]));
        if (row[0].Length > widths[0])
        {
            text.Append(row[0]).Append('\n');
            line.Clear().Append(' ', widths[0]);
        }

        for (var i = 1; i < row.Length; i++)
        {
            line.Append(Gap).Append(row[i].PadLeft(widths[i]));
        }

        text.Append(line.ToString().TrimEnd()).Append('\n');
    }
}
