using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace FirstTry.Engine.Tests.Builtins;

/// <summary>A file, what a hook of pre-commit-hooks makes of it, and what the built-in check does.</summary>
/// <param name="Line">The line of the table.</param>
/// <param name="Ours">Empty where both do the same.</param>
internal sealed record HookRow(
    int Line,
    string Check,
    IReadOnlyList<(string Name, string Value)> Options,
    string Content,
    string Theirs,
    string Ours,
    string Why)
{
    private const int Cells = 7;

    public string Expected => Ours.Length > 0 ? Ours : Theirs;

    public static HookRow Parse(string text, int line)
    {
        var cells = text.Split('\t');
        Array.Resize(ref cells, Cells);
        var options = Unescape(cells[2]).Split(';', StringSplitOptions.RemoveEmptyEntries).Select(option => option.Split('=', 2));
        var content = cells[3].StartsWith("x*", StringComparison.Ordinal) ? new string('x', int.Parse(cells[3][2..], CultureInfo.InvariantCulture)) : Unescape(cells[3]);
        return new HookRow(line, cells[0], [.. Flatten(options)], content, cells[4], cells[5] ?? "", cells[6] ?? "");
    }

    /// <summary>Latin-1 text, a character a byte, in one line.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var character in text)
        {
            escaped.Append(character switch
            {
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                >= ' ' and < '\x7f' => character.ToString(),
                _ => string.Create(CultureInfo.InvariantCulture, $"\\x{(int)character:x2}"),
            });
        }

        return escaped.ToString();
    }

    private static IEnumerable<(string Name, string Value)> Flatten(IEnumerable<string[]> options)
    {
        var name = "";
        foreach (var option in options)
        {
            // A value alone is a further one of the option before it.
            var isFurther = option.Length == 1 && name.Length > 0;
            name = isFurther ? name : option[0];
            yield return (name, option[^1]);
        }
    }

    private static string Unescape(string text)
    {
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                plain.Append(text[i]);
                continue;
            }

            i++;
            plain.Append(text[i] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'x' => (char)Convert.ToByte(text.Substring(i + 1, 2), 16), var other => other });
            i += text[i] == 'x' ? 2 : 0;
        }

        return plain.ToString();
    }
}
