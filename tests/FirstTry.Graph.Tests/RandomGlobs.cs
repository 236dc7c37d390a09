using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace FirstTry.Graph.Tests;

/// <summary>Makes paths and patterns that meet often, always the same ones for a seed.</summary>
internal sealed class RandomGlobs(int seed)
{
    private static readonly string[] Folders = ["a", "ab", "src", "[ab]", "x.d", "*", "a-b", "caf\u00e9"];
    private static readonly string[] Files = ["b", "abc", "a.py", "b.py", ".py", "[id].js", "i.js", "Makefile", "**b", "c\\d", "f{1,2}", "\u00e9.py"];

    private static readonly string[] Pieces =
    [
        "*", "**", "***", "?", "a", "b", "c", ".", "py", ".py", "src", "abc", "Makefile", "[ab]", "[!a]", "[^b]", "[a-c]", "[[:alpha:]]",
        "[]a]", "[a-]", "[!]]", "[*]", "[[:punct:][:digit:]]", "\\*", "\\[", "\\?", "\\]", "-", "i", ".js", "\u00e9", "[--0]", "a[/b]c",
    ];

    private readonly Random _random = new(seed);

    /// <summary>Paths up to four deep, with everything below each of their folders, so that a pattern can be tried at any depth.</summary>
    public IReadOnlyList<string> Paths(int count)
    {
        var paths = new SortedSet<string>(StringComparer.Ordinal);
        while (paths.Count < count)
        {
            var path = Pick(Files);
            paths.Add(path);
            for (var depth = _random.Next(4); depth > 0; depth--)
            {
                path = Pick(Folders) + "/" + path;
                paths.Add(path);
            }
        }

        return [.. paths];
    }

    /// <summary>A pattern and the ones without braces that it stands for.</summary>
    public (string Pattern, string[] Alternatives) Pattern()
    {
        if (_random.Next(4) > 0)
        {
            var plain = Text(_random.Next(1, 4));
            return (plain, [plain]);
        }

        var (head, tail) = (_random.Next(2) == 0 ? Text(1) : "", _random.Next(2) == 0 ? Text(1) : "");
        var choices = Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Text(_random.Next(1, 3))).ToArray();
        return ($"{head}{{{string.Join(',', choices)}}}{tail}", [.. choices.Select(choice => head + choice + tail)]);
    }

    private string Text(int segments)
    {
        var text = new StringBuilder();
        for (var i = 0; i < segments; i++)
        {
            text.Append(i == 0 ? "" : "/").Append(Segment());
        }

        return text.ToString();
    }

    private string Segment() => _random.Next(8) switch
    {
        0 or 1 => "**",
        2 => Pick(Folders),
        3 => Name(),
        4 or 5 => Blur(Name()),
        _ => string.Concat(Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Pick(Pieces))),
    };

    // Braces have no meaning to git.
    private string Name() => Pick([.. Files.Where(file => !file.Contains('{'))]);

    // A pattern that is likely to match the name: some of its characters give way to wildcards.
    private string Blur(string name) => string.Concat(name.Select(character => _random.Next(6) switch
    {
        0 => "?",
        1 => "*",
        2 => $"[{(character is '\\' or > '\x7f' ? "!/" : character)}z]",
        _ => character.ToString(),
    }));

    private string Pick(string[] choices) => choices[_random.Next(choices.Length)];
}
