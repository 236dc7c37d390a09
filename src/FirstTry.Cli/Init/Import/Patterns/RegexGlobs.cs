using System;
using System.Collections.Generic;
using System.Text;

namespace FirstTry.Cli.Init.Import.Patterns;

/// <summary>
/// Turns a regular expression that is searched for in paths into globs of the same paths. What has no glob is widened where files are
/// chosen, so that none goes unchecked, and dropped where files are left out.
/// </summary>
internal sealed class RegexGlobs
{
    private const int MostSequences = 200;

    private static readonly PathAtom Deep = new(PathAtomKind.Deep);

    private readonly string _text;
    private readonly bool _widens;
    private bool _ignoresCase;
    private bool _isExact = true;
    private int _at;

    private RegexGlobs(string text, bool widens) => (_text, _widens) = (text, widens);

    /// <summary>The files that an expression finds.</summary>
    public static PathPatternResult Including(string expression) => Convert(expression, widens: true);

    /// <summary>The files that an expression leaves out.</summary>
    public static PathPatternResult Excluding(string expression) => Convert(expression, widens: false);

    private static PathPatternResult Convert(string expression, bool widens)
    {
        var (text, ignoresCase) = WithoutFlags(expression);
        var reader = new RegexGlobs(text, widens) { _ignoresCase = ignoresCase };
        try
        {
            var sequences = reader.ReadAlternatives();
            if (reader._at < text.Length)
            {
                throw new FormatException();
            }

            var globs = PathGlobs.Of(WholePaths(sequences)) ?? throw new FormatException();
            if (widens && globs.Count == 0)
            {
                // It finds no file at all, which no list of globs says.
                throw new FormatException();
            }

            return new PathPatternResult(widens ? globs is ["**"] ? [] : globs : [.. System.Linq.Enumerable.Select(globs, OnlyFile)], reader._isExact);
        }
        catch (FormatException)
        {
            return new PathPatternResult([], IsExact: false);
        }
    }

    // A glob without wildcards may name a folder, and would leave out all of it: one that is not sure to be a file gets a wildcard.
    private static string OnlyFile(string glob) =>
        glob.AsSpan().IndexOfAny("*?[{\\") < 0 && !glob.AsSpan(glob.LastIndexOf('/') + 1).Contains('.') && char.IsAsciiLetterOrDigit(glob[^1]) ? $"{glob[..^1]}[{glob[^1]}]" : glob;

    // (?x) allows blanks and comments, (?i) both cases.
    private static (string Text, bool IgnoresCase) WithoutFlags(string expression)
    {
        var text = expression.Trim();
        if (!text.StartsWith("(?", StringComparison.Ordinal) || text.IndexOf(')', StringComparison.Ordinal) is var close && (close < 3 || !IsFlags(text[2..close])))
        {
            return (expression.TrimEnd('\n'), false);
        }

        var flags = text[2..text.IndexOf(')', StringComparison.Ordinal)];
        var rest = text[(flags.Length + 3)..];
        return (flags.Contains('x', StringComparison.Ordinal) ? WithoutBlanks(rest) : rest, flags.Contains('i', StringComparison.Ordinal));
    }

    private static bool IsFlags(string text)
    {
        foreach (var character in text)
        {
            if (character is not ('x' or 'i' or 's' or 'm' or 'u'))
            {
                return false;
            }
        }

        return text.Length > 0;
    }

    private static string WithoutBlanks(string text)
    {
        var kept = new StringBuilder();
        var isInClass = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length)
            {
                kept.Append(text[i]).Append(text[++i]);
            }
            else if (!isInClass && text[i] == '#')
            {
                var end = text.IndexOf('\n', i);
                i = end < 0 ? text.Length : end;
            }
            else if (isInClass || !char.IsWhiteSpace(text[i]))
            {
                isInClass = text[i] == '[' || (isInClass && text[i] != ']');
                kept.Append(text[i]);
            }
        }

        return kept.ToString();
    }

    // An expression is searched for anywhere: without anchors, anything may come before and after.
    private static List<List<PathAtom>> WholePaths(List<List<PathAtom>> sequences)
    {
        var whole = new List<List<PathAtom>>();
        foreach (var sequence in sequences)
        {
            var (start, end) = (sequence.FindLastIndex(atom => atom.Kind == PathAtomKind.Start), sequence.FindIndex(atom => atom.Kind == PathAtomKind.End));
            var inner = sequence.FindAll(atom => atom.Kind is not (PathAtomKind.Start or PathAtomKind.End));
            if (IsEmptyBefore(sequence, start) && (end < 0 || IsEmptyAfter(sequence, end)))
            {
                whole.Add([.. start < 0 ? [Deep] : Array.Empty<PathAtom>(), .. inner, .. end < 0 ? [Deep] : Array.Empty<PathAtom>()]);
            }
        }

        return whole;
    }

    private static bool IsEmptyBefore(List<PathAtom> sequence, int start)
    {
        for (var i = 0; i < start; i++)
        {
            if (sequence[i].Kind is not (PathAtomKind.Start or PathAtomKind.Deep or PathAtomKind.Star))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsEmptyAfter(List<PathAtom> sequence, int end)
    {
        for (var i = end + 1; i < sequence.Count; i++)
        {
            if (sequence[i].Kind is not (PathAtomKind.End or PathAtomKind.Deep or PathAtomKind.Star))
            {
                return false;
            }
        }

        return true;
    }

    private List<List<PathAtom>> ReadAlternatives()
    {
        var all = ReadSequence();
        while (_at < _text.Length && _text[_at] == '|')
        {
            _at++;
            all.AddRange(ReadSequence());
        }

        return Bounded(all);
    }

    private List<List<PathAtom>> ReadSequence()
    {
        List<List<PathAtom>> all = [[]];
        while (_at < _text.Length && _text[_at] is not ('|' or ')'))
        {
            all = Bounded(Product(all, ReadRepeated()));
        }

        return all;
    }

    private List<List<PathAtom>> ReadRepeated()
    {
        var item = ReadItem();
        if (_at == _text.Length || _text[_at] is not ('*' or '+' or '?' or '{'))
        {
            return item;
        }

        var (least, most) = ReadCount();
        if (_at < _text.Length && _text[_at] is '?' or '+')
        {
            _at++;
        }

        return most < 0 ? Product(Times(item, least), Endless(item)) : Between(item, least, most);
    }

    private (int Least, int Most) ReadCount()
    {
        var sign = _text[_at++];
        if (sign != '{')
        {
            return sign switch { '*' => (0, -1), '+' => (1, -1), _ => (0, 1) };
        }

        var close = _text.IndexOf('}', _at);
        var parts = close < 0 ? [] : _text[_at..close].Split(',');
        _at = close + 1;
        if (parts.Length is 0 or > 2 || !int.TryParse(parts[0].Length == 0 ? "0" : parts[0], out var least) || least > 8)
        {
            throw new FormatException();
        }

        var most = parts.Length == 1 ? least : parts[1].Length == 0 ? -1 : int.TryParse(parts[1], out var given) && given <= 8 ? given : throw new FormatException();
        return (least, most);
    }

    private List<List<PathAtom>> Endless(List<List<PathAtom>> item)
    {
        if (item.Count == 2 && item[0] is [{ Kind: PathAtomKind.One }] && item[1] is [var slash] && slash.IsSlash)
        {
            return [[Deep]];
        }

        if (item is [[{ Kind: PathAtomKind.One }]])
        {
            return [[new PathAtom(PathAtomKind.Star)]];
        }

        if (item is [[{ Kind: PathAtomKind.Deep or PathAtomKind.Star }]])
        {
            return item;
        }

        _isExact = false;
        return _widens ? [[Deep]] : [[]];
    }

    private List<List<PathAtom>> ReadItem()
    {
        var character = _text[_at++];
        switch (character)
        {
            case '^':
                return [[new PathAtom(PathAtomKind.Start)]];
            case '$':
                return [[new PathAtom(PathAtomKind.End)]];
            case '.' when !_widens && IsBeforeExtension():
                return Literal(character);
            case '.':
                return [[new PathAtom(PathAtomKind.One)], [PathAtom.Slash]];
            case '(':
                return ReadGroup();
            case '[':
                return RegexClass.Read(_text, ref _at, _ignoresCase);
            case '\\' when _at < _text.Length:
                return ReadEscape(_text[_at++]);
            case '*' or '+' or '?' or ')':
                throw new FormatException();
            default:
                return Literal(character);
        }
    }

    // "notes.txt" was not escaped and means one file. A list of globs for all characters in the place of the dot is nothing to read, and leaves out nothing else that there is.
    private bool IsBeforeExtension() =>
        _at >= 2 && (char.IsAsciiLetterOrDigit(_text[_at - 2]) || _text[_at - 2] is '_' or '*' or ')') && _at < _text.Length && char.IsAsciiLetter(_text[_at]);

    private List<List<PathAtom>> ReadGroup()
    {
        if (Skip("?:") || (!Peek("?")))
        {
            return ReadToClose();
        }

        if (Skip("?P<") || (Peek("?<") && !Peek("?<=") && !Peek("?<!") && Skip("?<")))
        {
            _at = _text.IndexOf('>', _at) + 1;
            return _at == 0 ? throw new FormatException() : ReadToClose();
        }

        if (Skip("?!") || Skip("?=") || Skip("?<!") || Skip("?<="))
        {
            // Looking around has no glob: it is passed over, which widens, or what it belongs to is given up.
            ReadToClose();
            return Inexact([[]]);
        }

        throw new FormatException();
    }

    private List<List<PathAtom>> ReadToClose()
    {
        var inner = ReadAlternatives();
        return _at < _text.Length && _text[_at++] == ')' ? inner : throw new FormatException();
    }

    private List<List<PathAtom>> ReadEscape(char character) => character switch
    {
        'd' => [[new PathAtom(PathAtomKind.Class, "[0-9]")]],
        'w' when _widens => Inexact([[new PathAtom(PathAtomKind.One)]]),
        'w' => Kept([[new PathAtom(PathAtomKind.Class, "[A-Za-z0-9_]")]]),
        'A' => [[new PathAtom(PathAtomKind.Start)]],
        'Z' or 'z' => [[new PathAtom(PathAtomKind.End)]],
        'b' or 'B' => Inexact([[]]),
        _ when char.IsAsciiLetterOrDigit(character) => throw new FormatException(),
        _ => Literal(character),
    };

    private List<List<PathAtom>> Literal(char character) => _ignoresCase && char.IsAsciiLetter(character)
        ? [[new PathAtom(PathAtomKind.Class, $"[{char.ToLowerInvariant(character)}{char.ToUpperInvariant(character)}]")]]
        : [[new PathAtom(PathAtomKind.Literal, character.ToString())]];

    private List<List<PathAtom>> Kept(List<List<PathAtom>> sequences)
    {
        _isExact = false;
        return sequences;
    }

    private List<List<PathAtom>> Inexact(List<List<PathAtom>> wider)
    {
        _isExact = false;
        return _widens ? wider : [];
    }

    private static List<List<PathAtom>> Times(List<List<PathAtom>> item, int count)
    {
        List<List<PathAtom>> all = [[]];
        for (var i = 0; i < count; i++)
        {
            all = Bounded(Product(all, item));
        }

        return all;
    }

    private static List<List<PathAtom>> Between(List<List<PathAtom>> item, int least, int most)
    {
        var all = new List<List<PathAtom>>();
        for (var count = most; count >= least; count--)
        {
            all.AddRange(Times(item, count));
        }

        return Bounded(all);
    }

    private static List<List<PathAtom>> Product(List<List<PathAtom>> left, List<List<PathAtom>> right)
    {
        var all = new List<List<PathAtom>>();
        foreach (var first in left)
        {
            foreach (var second in right)
            {
                all.Add([.. first, .. second]);
            }
        }

        return Bounded(all);
    }

    private static List<List<PathAtom>> Bounded(List<List<PathAtom>> sequences) => sequences.Count <= MostSequences ? sequences : throw new FormatException();

    private bool Peek(string text) => _text.AsSpan(_at).StartsWith(text, StringComparison.Ordinal);

    private bool Skip(string text)
    {
        var isThere = Peek(text);
        _at += isThere ? text.Length : 0;
        return isThere;
    }
}
