using System;
using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Cli.Init.WhiteSpace;

/// <summary>For which files the <c>.editorconfig</c> files of a repository switch one property on, as globs of ours.</summary>
internal sealed class EditorConfigWishes(string property)
{
    private readonly List<string> _wanted = [];
    private readonly List<string> _unwanted = [];
    private bool _isEverywhere;

    /// <summary>False when a section that switches the property off cannot be said in our globs: to leave files as they are is better then.</summary>
    public bool AreClear { get; private set; } = true;

    /// <summary>True when there is a file for which the property is on.</summary>
    public bool IsAny => _isEverywhere || _wanted.Count > 0;

    /// <summary>Globs of the files with the property; empty for all.</summary>
    public IReadOnlyList<string> Files => _isEverywhere ? [] : _wanted;

    /// <summary>Globs of the files without it.</summary>
    public IReadOnlyList<string> Exclude => _unwanted;

    /// <summary>The files with the property.</summary>
    public GlobSet ToGlobs() => new(Parse(_isEverywhere ? ["**"] : _wanted), Parse(_unwanted));

    /// <summary>Adds what a file says; the files of outer folders come first.</summary>
    public void Add(string folder, string text)
    {
        if (folder != "." && IsRoot(text))
        {
            // What files above it say does not count from here on.
            Switch($"{folder}/**", isOn: false);
        }

        foreach (var (section, value) in SectionsWith(text))
        {
            var isOn = value.Equals("true", StringComparison.OrdinalIgnoreCase);
            if (GlobOf(folder, section) is { } glob)
            {
                Switch(glob, isOn);
            }
            else
            {
                AreClear &= isOn;
            }
        }
    }

    private static EquatableArray<Glob> Parse(List<string> patterns)
    {
        var globs = new List<Glob>(patterns.Count);
        foreach (var pattern in patterns)
        {
            if (Glob.TryParse(pattern, out var glob, out _))
            {
                globs.Add(glob);
            }
        }

        return [.. globs];
    }

    private void Switch(string glob, bool isOn)
    {
        if (glob == "**")
        {
            _isEverywhere = isOn;
            _wanted.Clear();
            _unwanted.Clear();
            return;
        }

        var (to, from) = isOn ? (_wanted, _unwanted) : (_unwanted, _wanted);
        from.Remove(glob);
        to.Remove(glob);
        to.Add(glob);
    }

    private IEnumerable<(string Section, string Value)> SectionsWith(string text)
    {
        string? section = null;
        foreach (var candidate in text.Split('\n'))
        {
            var line = candidate.Trim();
            if (line.StartsWith('[') && line.EndsWith(']'))
            {
                section = line[1..^1];
            }
            else if (section is not null && ValueOf(line, property) is { } value)
            {
                yield return (section, value);
            }
        }
    }

    private static bool IsRoot(string text)
    {
        foreach (var candidate in text.Split('\n'))
        {
            var line = candidate.Trim().TrimStart('\uFEFF');
            if (line.StartsWith('['))
            {
                return false;
            }

            if (ValueOf(line, "root") is { } value)
            {
                return value.Equals("true", StringComparison.OrdinalIgnoreCase);
            }
        }

        return false;
    }

    private static string? ValueOf(string line, string key)
    {
        var equals = line.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && line.AsSpan(0, equals).TrimEnd().Equals(key, StringComparison.OrdinalIgnoreCase)
            ? line[(equals + 1)..].Split(" #", 2)[0].Split(" ;", 2)[0].Trim()
            : null;
    }

    private static string? GlobOf(string folder, string section)
    {
        if (!IsPlain(folder == "." ? "x" : folder) || !IsPlain(section))
        {
            return null;
        }

        // There, "**" goes on into folders wherever it stands; here, only between slashes.
        var pattern = section is "*" or "**" ? "**" : section.StartsWith("**.", StringComparison.Ordinal) ? section[1..] : section;
        foreach (var segment in pattern.Split('/'))
        {
            if (segment != "**" && segment.Contains("**", StringComparison.Ordinal))
            {
                return null;
            }
        }

        return FolderGlob.Of(folder, pattern);
    }

    private static bool IsPlain(string pattern)
    {
        foreach (var character in pattern)
        {
            if (!char.IsAsciiLetterOrDigit(character) && !"._*?{},-+@/ ".Contains(character, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return !pattern.Contains("..", StringComparison.Ordinal);
    }
}
