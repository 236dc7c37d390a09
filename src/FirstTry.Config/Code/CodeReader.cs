using System;

namespace FirstTry.Config.Code;

/// <summary>
/// Reads C# just far enough to tell code from comments and strings: the command line knows the names of checks without a compiler. What it
/// makes of code that does not compile does not matter, and never throws.
/// </summary>
internal sealed class CodeReader(string text)
{
    private int _at;

    /// <summary>The next token, or null at the end.</summary>
    public CodeToken? Next()
    {
        SkipSpace();
        if (_at >= text.Length)
        {
            return null;
        }

        var start = _at;
        return text[_at] switch
        {
            '\'' => Character(start),
            '"' => Quoted(start, isVerbatim: false, isInterpolated: false),
            '@' or '$' when IsStringAhead() => PrefixedString(start),
            '@' when _at + 1 < text.Length && IsWordCharacter(text[_at + 1]) => Word(start, start + 1),
            var character when IsWordCharacter(character) => Word(start, start),
            var character => Mark(start, character),
        };
    }

    private CodeToken Mark(int start, char character)
    {
        _at++;
        return new CodeToken(CodeTokenKind.Mark, start, _at, character.ToString());
    }

    private CodeToken Word(int start, int from)
    {
        for (_at = from; _at < text.Length && IsWordCharacter(text[_at]);)
        {
            _at++;
        }

        return new CodeToken(CodeTokenKind.Word, start, _at, text.Substring(from, _at - from));
    }

    private CodeToken Character(int start)
    {
        for (_at++; _at < text.Length && text[_at] is not ('\'' or '\n'); _at++)
        {
            _at += text[_at] == '\\' ? 1 : 0;
        }

        return End(CodeTokenKind.Literal, start, _at + 1);
    }

    private bool IsStringAhead()
    {
        var next = _at;
        while (next < text.Length && text[next] is '@' or '$')
        {
            next++;
        }

        return next < text.Length && text[next] == '"';
    }

    private CodeToken PrefixedString(int start)
    {
        var (isVerbatim, isInterpolated) = (false, false);
        for (; text[_at] != '"'; _at++)
        {
            isVerbatim |= text[_at] == '@';
            isInterpolated |= text[_at] == '$';
        }

        return Quoted(start, isVerbatim, isInterpolated);
    }

    private CodeToken Quoted(int start, bool isVerbatim, bool isInterpolated)
    {
        var quotes = _at;
        while (quotes < text.Length && text[quotes] == '"')
        {
            quotes++;
        }

        if (quotes - _at >= 3 && !isVerbatim)
        {
            var end = text.IndexOf(new string('"', quotes - _at), quotes, StringComparison.Ordinal);
            return End(CodeTokenKind.Literal, start, end < 0 ? text.Length : end + quotes - _at);
        }

        _at++;
        var content = _at;
        var hasEscape = SkipString(isVerbatim, isInterpolated);
        var isPlain = content == start + 1 && !hasEscape;
        var value = isPlain ? text.Substring(content, Math.Min(_at, text.Length) - content) : "";
        return End(isPlain ? CodeTokenKind.PlainString : CodeTokenKind.Literal, start, _at + 1, value);
    }

    // To the closing quote; true when something on the way does not stand for itself.
    private bool SkipString(bool isVerbatim, bool isInterpolated)
    {
        var hasEscape = false;
        for (; _at < text.Length; _at++)
        {
            var character = text[_at];
            if (character == '"' && !(isVerbatim && Follows('"')))
            {
                return hasEscape;
            }

            if (!isVerbatim && character == '\n')
            {
                return true;
            }

            var isEscape = (character == '\\' && !isVerbatim) || character == '"' || (isInterpolated && character == '{' && Follows('{'));
            hasEscape |= isEscape;
            if (isEscape)
            {
                _at++;
            }
            else if (isInterpolated && character == '{')
            {
                SkipHole();
            }
        }

        return hasEscape;
    }

    // The code between the braces of an interpolated string, which may hold strings itself.
    private void SkipHole()
    {
        var depth = 1;
        _at++;
        while (depth > 0 && Next() is { } token)
        {
            depth += token.Is('{') ? 1 : token.Is('}') ? -1 : 0;
        }

        _at--;
    }

    private bool Follows(char character) => _at + 1 < text.Length && text[_at + 1] == character;

    private CodeToken End(CodeTokenKind kind, int start, int end, string value = "")
    {
        _at = Math.Min(end, text.Length);
        return new CodeToken(kind, start, _at, value);
    }

    private void SkipSpace()
    {
        for (; _at < text.Length; _at++)
        {
            if (text[_at] == '/' && Follows('/'))
            {
                SkipLine();
            }
            else if (text[_at] == '/' && Follows('*'))
            {
                var end = text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
                _at = end < 0 ? text.Length : end + 1;
            }
            else if (text[_at] == '#' && IsFirstOfLine())
            {
                SkipLine();
            }
            else if (!char.IsWhiteSpace(text[_at]) && text[_at] != '\uFEFF')
            {
                return;
            }
        }
    }

    private bool IsFirstOfLine()
    {
        var before = _at - 1;
        while (before >= 0 && text[before] is ' ' or '\t')
        {
            before--;
        }

        return before < 0 || text[before] is '\n' or '\uFEFF';
    }

    private void SkipLine()
    {
        var end = text.IndexOf('\n', _at);
        _at = end < 0 ? text.Length : end;
    }

    private static bool IsWordCharacter(char character) => character == '_' || char.IsLetterOrDigit(character);
}
