using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace FirstTry.Git.Internal;

/// <summary>
/// The settings of one config file of a repository, without what it includes: exactly what git itself goes by where it decides of what kind
/// a repository is (<c>extensions.*</c>, <c>core.bare</c>, <c>core.worktree</c>). Settings with a subsection are left out.
/// </summary>
internal sealed class RepositoryConfig
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    private RepositoryConfig()
    {
    }

    /// <summary>The names of all settings.</summary>
    public IReadOnlyCollection<string> Names => _values.Keys;

    /// <summary>The last value of a setting such as <c>core.bare</c>; null when there is none.</summary>
    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>Reads a file; one that is not there has no settings.</summary>
    public static RepositoryConfig Read(string file) => File.Exists(file) ? Parse(PlainText.Read(file)) : new RepositoryConfig();

    /// <summary>Reads the text of a config file, source: git-config(1). What git would refuse is passed over; git says so itself.</summary>
    public static RepositoryConfig Parse(string text)
    {
        var config = new RepositoryConfig();
        string? section = null;
        for (var position = 0; position < text.Length;)
        {
            var character = text[position];
            if (character is '#' or ';')
            {
                position = EndOfLine(text, position);
            }
            else if (character == '[')
            {
                section = ReadSection(text, ref position);
            }
            else if (char.IsAsciiLetter(character))
            {
                config.ReadSetting(section, text, ref position);
            }
            else
            {
                position++;
            }
        }

        return config;
    }

    /// <summary>Whether a setting is on, in any of the words that git knows; a name alone is on.</summary>
    public bool IsTrue(string name) => this[name] is { } value
        && (value is "1"
            || value.Equals("true", StringComparison.OrdinalIgnoreCase)
            || value.Equals("yes", StringComparison.OrdinalIgnoreCase)
            || value.Equals("on", StringComparison.OrdinalIgnoreCase));

    // Null for a section with a subsection.
    private static string? ReadSection(string text, ref int position)
    {
        var start = position + 1;
        var isQuoted = false;
        for (position = start; position < text.Length && text[position] != '\n' && (isQuoted || text[position] != ']'); position++)
        {
            isQuoted ^= text[position] == '"';
            position += isQuoted && text[position] == '\\' ? 1 : 0;
        }

        var name = text[start..Math.Min(position, text.Length)];
        position++;
        return name.AsSpan().ContainsAny(' ', '.', '"') ? null : name;
    }

    private void ReadSetting(string? section, string text, ref int position)
    {
        var start = position;
        while (position < text.Length && (char.IsAsciiLetterOrDigit(text[position]) || text[position] == '-'))
        {
            position++;
        }

        var name = text[start..position];
        while (position < text.Length && (text[position] is ' ' or '\t'))
        {
            position++;
        }

        var value = "true";
        if (position < text.Length && text[position] == '=')
        {
            position++;
            value = ReadValue(text, ref position);
        }

        if (section is not null)
        {
            _values[$"{section}.{name}"] = value;
        }
    }

    private static string ReadValue(string text, ref int position)
    {
        var value = new StringBuilder();
        var (isQuoted, kept) = (false, 0);
        for (; position < text.Length && text[position] != '\n'; position++)
        {
            var character = text[position];
            if (character == '"')
            {
                isQuoted = !isQuoted;
                kept = value.Length;
            }
            else if (character == '\\' && position + 1 < text.Length)
            {
                position++;
                kept = AppendEscaped(value, text, ref position);
            }
            else if (!isQuoted && (character is '#' or ';'))
            {
                position = EndOfLine(text, position);
                break;
            }
            else if (isQuoted || !char.IsWhiteSpace(character))
            {
                kept = value.Append(character).Length;
            }
            else if (value.Length > 0)
            {
                value.Append(character);
            }
        }

        return value.ToString(0, kept);
    }

    // A backslash at the end of a line goes on in the next one.
    private static int AppendEscaped(StringBuilder value, string text, ref int position)
    {
        position += text[position] == '\r' && position + 1 < text.Length && text[position + 1] == '\n' ? 1 : 0;
        return text[position] switch
        {
            '\n' => value.Length,
            'n' => value.Append('\n').Length,
            't' => value.Append('\t').Length,
            'b' => value.Append('\b').Length,
            var other => value.Append(other).Length,
        };
    }

    private static int EndOfLine(string text, int position) =>
        text.IndexOf('\n', position) is var end and >= 0 ? end : text.Length;
}
