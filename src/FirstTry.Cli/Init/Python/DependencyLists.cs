using System;
using System.Collections.Generic;

namespace FirstTry.Cli.Init.Python;

/// <summary>Reads what a <c>pyproject.toml</c>, <c>Pipfile</c> or <c>setup.cfg</c> lists as dependencies of any kind.</summary>
internal static class DependencyLists
{
    private static readonly string[] Marks = ["depend", "packages", "_require", "tests_require", "requires-extra"];

    /// <summary>The requirements as they are written, such as <c>black >= 23</c>; of a table of packages, the names.</summary>
    public static IEnumerable<string> Read(string text)
    {
        var (table, key) = ("", "");
        foreach (var candidate in text.Split('\n'))
        {
            var line = candidate.Trim();
            if (line.StartsWith('#') || line.Length == 0)
            {
                continue;
            }

            if (line.StartsWith('[') && !candidate.StartsWith(' ') && !line.StartsWith("[\"", StringComparison.Ordinal))
            {
                (table, key) = (line, "");
                continue;
            }

            var equals = line.IndexOf('=', StringComparison.Ordinal);
            var isEntry = equals > 0 && IsKey(line.AsSpan(0, equals)) && !IsComparison(line, equals);
            if (isEntry)
            {
                key = line[..equals].Trim();
            }

            if (!IsListed(table) && !IsListed(key))
            {
                continue;
            }

            if (isEntry)
            {
                yield return key;
            }
            else if (!line.Contains('"', StringComparison.Ordinal) && !line.Contains('\'', StringComparison.Ordinal))
            {
                yield return line;
            }

            foreach (var quoted in Quoted(line))
            {
                yield return quoted;
            }
        }
    }

    private static bool IsListed(string name) => Array.Exists(Marks, mark => name.Contains(mark, StringComparison.Ordinal));

    private static bool IsKey(ReadOnlySpan<char> text)
    {
        foreach (var character in text.TrimEnd())
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('-' or '_' or '.'))
            {
                return false;
            }
        }

        return true;
    }

    // "black==23" in a list of an INI file is no entry.
    private static bool IsComparison(string line, int equals) => equals + 1 < line.Length && line[equals + 1] == '=';

    // What is between the quotes is every second part.
    private static IEnumerable<string> Quoted(string line)
    {
        var parts = line.Split('"', '\'');
        for (var i = 1; i < parts.Length; i += 2)
        {
            yield return parts[i].Trim();
        }
    }
}
