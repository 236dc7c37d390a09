using System;
using System.Text;

namespace FirstTry.Engine.Fingerprints.Tools;

/// <content>Words: quotes, expansions, substitutions, redirections, comments.</content>
internal sealed partial class ShellReader
{
    private static bool IsOperator(char character) => character is ';' or '&' or '|' or '(' or ')' or '\n';

    private char Peek(int ahead = 0) => _position + ahead < _text.Length ? _text[_position + ahead] : '\0';

    private void SkipBlanks()
    {
        while (_position < _text.Length)
        {
            if (_text[_position] is ' ' or '\t' or '\r')
            {
                _position++;
            }
            else if (_text[_position] == '\\' && Peek(1) == '\n')
            {
                _position += 2;
            }
            else if (_text[_position] == '#' && (_position == 0 || _text[_position - 1] is ' ' or '\t' or '\n' or ';' or '&' or '|' or '(' or ')'))
            {
                SkipComment();
            }
            else
            {
                return;
            }
        }
    }

    private void SkipBlanksAndLines()
    {
        SkipBlanks();
        while (Peek() == '\n')
        {
            ReadOperator(_text[_position]);
            SkipBlanks();
        }
    }

    private void SkipComment()
    {
        while (_position < _text.Length && _text[_position] != '\n')
        {
            _position++;
        }
    }

    private void SkipWhile(params ReadOnlySpan<char> characters)
    {
        while (_position < _text.Length && characters.Contains(_text[_position]))
        {
            _position++;
        }
    }

    private bool IsDescriptorAhead()
    {
        var ahead = 0;
        while (char.IsAsciiDigit(Peek(ahead)))
        {
            ahead++;
        }

        return ahead > 0 && Peek(ahead) is '<' or '>' && ahead > 0;
    }

    private void ReadRedirection()
    {
        while (char.IsAsciiDigit(Peek()))
        {
            _position++;
        }

        var start = _position;
        SkipWhile('<', '>', '|', '&');
        var operation = _text[start.._position];
        if (operation == "<<" && Peek() == '-')
        {
            _position++;
        }

        if (Peek() == '(' && operation is "<" or ">")
        {
            // A process substitution: the commands in parentheses follow.
            return;
        }

        SkipBlanks();
        var target = ReadWord();
        if (operation == "<<")
        {
            _hereDocuments.Add((target.Text, !target.IsQuoted));
        }
    }

    private void ReadHereDocuments()
    {
        foreach (var (end, isExpanded) in _hereDocuments)
        {
            var isEnded = false;
            while (!isEnded && _position < _text.Length)
            {
                var newline = _text.IndexOf('\n', _position);
                var line = newline < 0 ? _text[_position..] : _text[_position..newline];
                _position = newline < 0 ? _text.Length : newline + 1;
                isEnded = string.Equals(line.TrimStart('\t'), end, StringComparison.Ordinal);
                if (!isEnded && isExpanded && line.AsSpan().ContainsAny('`', '$') && (line.Contains('`', StringComparison.Ordinal) || line.Contains("$(", StringComparison.Ordinal)))
                {
                    Refuse("it runs commands within a here-document");
                }
            }

            if (!isEnded)
            {
                Refuse($"its here-document does not end with '{end}'");
            }
        }

        _hereDocuments.Clear();
    }

    private ShellWord ReadWord()
    {
        var text = new StringBuilder();
        var (isPlain, isQuoted) = (true, false);
        while (_position < _text.Length && _script.Unreadable is null)
        {
            var next = _text[_position];
            if (next is ' ' or '\t' or '\r' or '<' or '>' || IsOperator(next))
            {
                break;
            }

            switch (next)
            {
                case '\'':
                    isQuoted = true;
                    ReadSingleQuoted(text);
                    break;
                case '"':
                    isQuoted = true;
                    isPlain &= ReadDoubleQuoted(text);
                    break;
                case '\\' when Peek(1) == '\n':
                    _position += 2;
                    break;
                case '\\':
                    isQuoted = true;
                    text.Append(Peek(1));
                    _position += 2;
                    break;
                case '$' or '`':
                    isPlain &= ReadExpansion(text);
                    break;
                default:
                    isPlain &= next is not ('*' or '?' or '[') || (next == '[' && text.Length == 0 && Peek(1) is ' ' or '\t');
                    text.Append(next);
                    _position++;
                    break;
            }
        }

        return new ShellWord(text.ToString(), isPlain, isQuoted);
    }

    private void ReadSingleQuoted(StringBuilder text)
    {
        var end = _text.IndexOf('\'', _position + 1);
        if (end < 0)
        {
            Refuse("a quote is not closed");
            return;
        }

        text.Append(_text, _position + 1, end - _position - 1);
        _position = end + 1;
    }

    // False when anything within is expanded.
    private bool ReadDoubleQuoted(StringBuilder text)
    {
        var isPlain = true;
        for (_position++; _script.Unreadable is null;)
        {
            switch (Peek())
            {
                case '\0' when _position >= _text.Length:
                    Refuse("a quote is not closed");
                    break;
                case '"':
                    _position++;
                    return isPlain;
                case '\\' when Peek(1) is '$' or '`' or '"' or '\\' or '\n':
                    text.Append(Peek(1) == '\n' ? "" : Peek(1).ToString());
                    _position += 2;
                    break;
                case '$' or '`':
                    isPlain &= ReadExpansion(text);
                    break;
                default:
                    text.Append(_text[_position++]);
                    break;
            }
        }

        return isPlain;
    }

    // False when something is expanded; a dollar sign at the end of a word is one.
    private bool ReadExpansion(StringBuilder text)
    {
        if (_text[_position] == '`')
        {
            ReadBackquoted();
            return false;
        }

        switch (Peek(1))
        {
            case '(' when Peek(2) == '(':
                ReadArithmetic();
                return false;
            case '(':
                _position += 2;
                ReadSubstitution();
                return false;
            case '{':
                ReadParameter();
                return false;
            case '\'' or '"' when Peek(1) == '\'':
                Refuse("it has a quote of a kind that not every shell knows ($'...')");
                return false;
            case var next when char.IsAsciiLetterOrDigit(next) || next is '_' or '@' or '*' or '#' or '?' or '-' or '$' or '!':
                _position += 2;
                while (char.IsAsciiLetterOrDigit(Peek()) || Peek() == '_')
                {
                    _position++;
                }

                return false;
            default:
                text.Append(_text[_position++]);
                return true;
        }
    }

    // $( ... ): read as commands of the same script, with cases of its own.
    private void ReadSubstitution()
    {
        var inner = new ShellReader(_text, _script, _depth + 1) { _position = _position };
        if (_depth > DeepestNesting)
        {
            Refuse("it is nested too deeply");
            return;
        }

        inner.ReadSubstituted();
        _position = inner._position;
    }

    private void ReadSubstituted()
    {
        var open = 0;
        while (_script.Unreadable is null)
        {
            SkipBlanks();
            if (_position >= _text.Length)
            {
                Refuse("a substitution is not closed");
                return;
            }

            var next = _text[_position];
            if (next == ')' && !IsPatternEnd() && open-- == 0)
            {
                _position++;
                return;
            }

            open += next == '(' && !IsPatternEnd() ? 1 : 0;
            ReadNext();
        }
    }

    private void ReadBackquoted()
    {
        var inner = new StringBuilder();
        for (_position++; Peek() != '`'; _position++)
        {
            if (_position >= _text.Length)
            {
                Refuse("a backquote is not closed");
                return;
            }

            _position += Peek() == '\\' && Peek(1) is '`' or '\\' or '$' ? 1 : 0;
            inner.Append(_text[_position]);
        }

        _position++;
        ReadInto(inner.ToString(), _script, _depth + 1);
    }

    // ${name:-word}: the word may have substitutions of its own.
    private void ReadParameter()
    {
        var ignored = new StringBuilder();
        for (_position += 2; _script.Unreadable is null;)
        {
            switch (Peek())
            {
                case '\0' when _position >= _text.Length:
                    Refuse("a brace is not closed");
                    break;
                case '}':
                    _position++;
                    return;
                case '\\':
                    _position += 2;
                    break;
                case '\'':
                    ReadSingleQuoted(ignored);
                    break;
                case '"':
                    ReadDoubleQuoted(ignored);
                    break;
                case '$' or '`':
                    ReadExpansion(ignored);
                    break;
                default:
                    _position++;
                    break;
            }
        }
    }

    // $(( ... )): no commands but within substitutions.
    private void ReadArithmetic()
    {
        var ignored = new StringBuilder();
        var open = 2;
        for (_position += 3; open > 0 && _script.Unreadable is null;)
        {
            switch (Peek())
            {
                case '\0' when _position >= _text.Length:
                    Refuse("an arithmetic expansion is not closed");
                    break;
                case '$' or '`':
                    ReadExpansion(ignored);
                    break;
                default:
                    open += Peek() == '(' ? 1 : Peek() == ')' ? -1 : 0;
                    _position++;
                    if (open == 1 && Peek() != ')')
                    {
                        Refuse("it has '$((' where a subshell begins: write '$( (' there");
                    }

                    break;
            }
        }
    }
}
