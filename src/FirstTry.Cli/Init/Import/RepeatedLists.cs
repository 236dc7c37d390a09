using System;
using System.Collections.Generic;
using System.Text;

namespace FirstTry.Cli.Init.Import;

/// <summary>Writes a long list of what is left out once, and names it where it comes again: a setting for all hooks stands at each check.</summary>
internal static class RepeatedLists
{
    private const string Key = "    exclude: ";
    private const int Long = 60;

    /// <summary>The same checks, with an anchor at the first of equal lists and an alias at the others.</summary>
    public static string Shorten(string checks)
    {
        var lines = checks.Split('\n');
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (IsLong(line) && Array.IndexOf(lines, line) != Array.LastIndexOf(lines, line) && !names.ContainsKey(line))
            {
                names.Add(line, names.Count == 0 ? "excluded" : $"excluded-{names.Count + 1}");
            }
        }

        var text = new StringBuilder();
        var written = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Length; i++)
        {
            _ = i == 0 ? text : text.Append('\n');
            var name = IsLong(lines[i]) ? names.GetValueOrDefault(lines[i]) : null;
            _ = name is null ? text.Append(lines[i]) : written.Add(name) ? text.Append(Key).Append('&').Append(name).Append(' ').Append(lines[i], Key.Length, lines[i].Length - Key.Length) : text.Append(Key).Append('*').Append(name);
        }

        return text.ToString();
    }

    private static bool IsLong(string line) => line.Length > Long && line.StartsWith(Key, StringComparison.Ordinal);
}
