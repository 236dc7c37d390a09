using System;
using System.Collections.Generic;
using System.Text;

namespace FirstTry.Graph;

/// <summary>Translates a pattern without braces into steps.</summary>
internal sealed class GlobSteps
{
    private readonly List<byte> _steps = [];
    private readonly StringBuilder _text = new();
    private readonly string _path;
    private readonly int _firstSpecial;
    private int _position;
    private bool _endsInSegments;

    private GlobSteps(string path)
    {
        _path = path;
        _firstSpecial = FindSpecial(path);
    }

    /// <summary>The steps of <paramref name="path"/>, see <see cref="GlobOp"/>.</summary>
    public static List<byte> Compile(string path)
    {
        var compilation = new GlobSteps(path);
        compilation.Compile();
        return compilation._steps;
    }

    /// <summary>True when only the text itself can match.</summary>
    public static bool IsPlainText(string path) => FindSpecial(path) == path.Length;

    private static int FindSpecial(string path)
    {
        var position = 0;
        while (position < path.Length && !GlobSyntax.IsSpecial(path[position]))
        {
            position++;
        }

        return position;
    }

    private void Compile()
    {
        while (_position < _path.Length)
        {
            switch (_path[_position])
            {
                case '*':
                    AddStars();
                    break;
                case '?':
                    Add(GlobOp.AnyByte);
                    _position++;
                    break;
                case '[':
                    var set = GlobClass.Read(_path, _position);
                    Add(GlobOp.Class);
                    _steps.AddRange(set.Bits);
                    _position = set.End;
                    break;
                case '\\':
                    _text.Append(_path[_position + 1]);
                    _position += 2;
                    break;
                default:
                    _text.Append(_path[_position++]);
                    break;
            }
        }

        AddText();
    }

    private void AddStars()
    {
        var start = _position;
        while (_position < _path.Length && _path[_position] == '*')
        {
            _position++;
        }

        // git looks at the pattern from its first wildcard on: in 'foo**' the asterisks are at the start of what it sees, and cross segments.
        var startsSegment = start == _firstSpecial || _path[start - 1] == '/';
        if (_position - start == 1 || !startsSegment)
        {
            Add(GlobOp.Star);
        }
        else if (_position == _path.Length)
        {
            Add(GlobOp.AnyText);
        }
        else if (_path[_position] == '/')
        {
            _position++;
            AddSegments();
        }
        else
        {
            // In 'a/**b' they are one asterisk, for git too.
            Add(GlobOp.Star);
        }
    }

    private void AddSegments()
    {
        AddText();
        if (!_endsInSegments)
        {
            _steps.Add(GlobOp.Segments);
        }

        _endsInSegments = true;
    }

    private void Add(byte step)
    {
        AddText();
        _steps.Add(step);
        _endsInSegments = false;
    }

    private void AddText()
    {
        var bytes = Encoding.UTF8.GetBytes(_text.ToString());
        for (var start = 0; start < bytes.Length; start += byte.MaxValue)
        {
            var length = Math.Min(byte.MaxValue, bytes.Length - start);
            _steps.Add(GlobOp.Literal);
            _steps.Add((byte)length);
            for (var i = 0; i < length; i++)
            {
                _steps.Add(bytes[start + i]);
            }

            _endsInSegments = false;
        }

        _text.Clear();
    }
}
