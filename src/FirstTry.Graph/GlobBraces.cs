using System.Collections.Generic;
using System.Text;

namespace FirstTry.Graph;

/// <summary>Writes out the alternatives of <c>{a,b}</c>: <c>x{a,b}</c> is <c>xa</c> and <c>xb</c>. Escapes and classes stay as they are.</summary>
internal sealed class GlobBraces
{
    private const int MaxAlternatives = 256;
    private const int MaxDepth = 16;
    private const int MaxTotalLength = 65_536;

    private readonly string _pattern;
    private int _position;
    private int _depth;

    private GlobBraces(string pattern) => _pattern = pattern;

    /// <summary>The patterns without braces that <paramref name="pattern"/> stands for.</summary>
    public static List<string> Expand(string pattern) => new GlobBraces(pattern).ReadSequence();

    private List<string> ReadSequence()
    {
        var alternatives = new List<string> { "" };
        var text = new StringBuilder();
        while (_position < _pattern.Length)
        {
            switch (_pattern[_position])
            {
                case '{':
                    alternatives = Combine(Append(alternatives, text), ReadGroup());
                    break;
                case '}' when _depth == 0:
                    throw new GlobException("A '}' closes nothing. Open it with '{', or write '\\}' for the character itself.");
                case '}' or ',' when _depth > 0:
                    return Append(alternatives, text);
                default:
                    text.Append(_pattern, _position, LengthOfToken());
                    _position += LengthOfToken();
                    break;
            }
        }

        return _depth == 0
            ? Append(alternatives, text)
            : throw new GlobException("The '{' is never closed. Close the alternatives with '}', or write '\\{' for the character itself.");
    }

    private List<string> ReadGroup()
    {
        if (++_depth > MaxDepth)
        {
            throw new GlobException($"Alternatives are nested more than {MaxDepth} deep. Write several patterns in a list.");
        }

        var alternatives = new List<string>();
        do
        {
            _position++;
            alternatives.AddRange(ReadSequence());
            CheckCount(alternatives.Count);
        }
        while (_pattern[_position] == ',');

        _position++;
        _depth--;
        return alternatives.Count == 1 && alternatives[0].Length == 0
            ? throw new GlobException("'{}' has no alternatives. Name some, as in '{a,b}', or write '\\{\\}' for the characters themselves.")
            : alternatives;
    }

    private int LengthOfToken()
    {
        switch (_pattern[_position])
        {
            case '\\':
                GlobSyntax.CheckEscape(_pattern, _position);
                return 2;
            case '[':
                return GlobClass.Read(_pattern, _position).End - _position;
            default:
                return 1;
        }
    }

    private static List<string> Append(List<string> alternatives, StringBuilder text)
    {
        for (var i = 0; text.Length > 0 && i < alternatives.Count; i++)
        {
            alternatives[i] += text.ToString();
        }

        text.Clear();
        return alternatives;
    }

    private static List<string> Combine(List<string> heads, List<string> tails)
    {
        CheckCount(heads.Count * tails.Count);
        var combined = new List<string>(heads.Count * tails.Count);
        var length = 0;
        foreach (var head in heads)
        {
            foreach (var tail in tails)
            {
                combined.Add(head + tail);
                length += head.Length + tail.Length;
            }
        }

        return length <= MaxTotalLength ? combined : throw TooMany();
    }

    private static void CheckCount(int count)
    {
        if (count > MaxAlternatives)
        {
            throw TooMany();
        }
    }

    private static GlobException TooMany() =>
        new($"The braces stand for more than {MaxAlternatives} alternatives or {MaxTotalLength} characters. Write several patterns in a list, or use '*'.");
}
