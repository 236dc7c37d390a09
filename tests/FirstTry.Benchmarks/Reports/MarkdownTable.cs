using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace FirstTry.Benchmarks.Reports;

/// <summary>A table of Markdown: as many cells in every line, whatever their text.</summary>
internal sealed class MarkdownTable(params IReadOnlyList<string> columns)
{
    private readonly List<IReadOnlyList<string>> _lines = [];

    /// <summary>Adds a line.</summary>
    /// <exception cref="ArgumentException">It has not one cell for each column.</exception>
    public void Add(params IReadOnlyList<string> cells) =>
        _lines.Add(cells.Count == columns.Count ? cells : throw new ArgumentException($"{cells.Count} cells for {columns.Count} columns", nameof(cells)));

    /// <summary>The table; empty when it has no lines.</summary>
    public override string ToString()
    {
        if (_lines.Count == 0)
            return "";

        var text = new StringBuilder();
        Write(text, columns);
        text.Append('|').Insert(text.Length, "---|", columns.Count).Append('\n');
        foreach (var line in _lines)
            Write(text, line);

        return text.ToString();
    }

    /// <summary>A text that stays in its cell and means only itself.</summary>
    public static string Escaped(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Trim().Replace('\t', ' ');
        var escaped = new StringBuilder();
        foreach (var character in lines)
        {
            escaped.Append(character switch
            {
                '|' => "\\|",
                '\\' => "\\\\",
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '`' or '*' or '_' or '[' or ']' => "\\" + character,
                '\n' => " ",
                < ' ' => "",
                _ => character.ToString(),
            });
        }

        return escaped.ToString();
    }

    private static void Write(StringBuilder text, IReadOnlyList<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells.Select(Escaped)).Append(" |\n");
}
