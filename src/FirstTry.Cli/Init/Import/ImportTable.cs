using System;
using System.Text;

namespace FirstTry.Cli.Init.Import;

/// <summary>The table of what was mapped, approximated and left out.</summary>
internal static class ImportTable
{
    private const int WidestItem = 36;

    /// <summary>The table, with the counts below it.</summary>
    public static string Render(ImportedConfig config)
    {
        var text = new StringBuilder();
        var width = 0;
        foreach (var row in config.Rows)
        {
            width = Math.Min(WidestItem, Math.Max(width, row.Item.Length));
        }

        var counts = new int[3];
        var source = "";
        foreach (var row in config.Rows)
        {
            if (row.Source != source)
            {
                source = row.Source;
                text.Append(source).Append('\n');
            }

            counts[(int)row.Outcome]++;
            var item = Line(row.Item);
            text.Append("  ").Append(WordOf(row.Outcome).PadRight(14)).Append((item.Length > width ? item[..(width - 1)] + "…" : item).PadRight(width)).Append("  ").Append(Line(row.Note)).Append('\n');
        }

        return text.Append($"{counts[0]} mapped, {counts[1]} approximated, {counts[2]} left out\n").ToString();
    }

    private static string Line(string text)
    {
        var line = new StringBuilder();
        foreach (var character in text)
        {
            line.Append(char.IsControl(character) ? ' ' : character);
        }

        return line.ToString().Trim();
    }

    private static string WordOf(ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.Mapped => "mapped",
        ImportOutcome.Approximated => "approximated",
        _ => "left out",
    };
}
