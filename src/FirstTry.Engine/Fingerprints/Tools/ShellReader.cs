using System;
using System.Collections.Generic;

namespace FirstTry.Engine.Fingerprints.Tools;

/// <summary>
/// Reads a POSIX shell script far enough to know which programs it can start. It never runs anything and knows no values: where the name of a
/// program is not plain text, the script says so. Source: POSIX.1-2017, Shell Command Language, 2.2 to 2.10.
/// </summary>
internal sealed partial class ShellReader
{
    private const int DeepestNesting = 32;
    private readonly string _text;
    private readonly ShellScript _script;
    private readonly int _depth;
    private readonly List<(string End, bool IsExpanded)> _hereDocuments = [];
    private int _position;

    // How many 'case' are open in their patterns, innermost last.
    private readonly Stack<CasePart> _cases = new();

    private ShellReader(string text, ShellScript script, int depth)
    {
        _text = text;
        _script = script;
        _depth = depth;
    }

    private enum CasePart
    {
        Pattern,
        Commands,
    }

    /// <summary>What the script can run.</summary>
    internal static ShellScript Read(string text)
    {
        var script = new ShellScript();
        ReadInto(text, script, depth: 0);
        return script;
    }

    private static void ReadInto(string text, ShellScript script, int depth)
    {
        if (depth > DeepestNesting)
        {
            script.Unreadable ??= "it is nested too deeply";
            return;
        }

        new ShellReader(text, script, depth).ReadCommands();
    }

    private void ReadCommands()
    {
        while (_script.Unreadable is null)
        {
            SkipBlanks();
            if (_position >= _text.Length)
            {
                if (_hereDocuments.Count > 0)
                {
                    Refuse("it ends within a command");
                }

                return;
            }

            ReadNext();
        }
    }

    private void ReadNext()
    {
        if (IsOperator(_text[_position]))
        {
            ReadOperator(_text[_position]);
        }
        else
        {
            ReadCommand();
        }
    }

    // In 'case x in a)' the parenthesis ends a pattern.
    private bool IsPatternEnd() => _cases.TryPeek(out var part) && part == CasePart.Pattern;

    private void ReadOperator(char next)
    {
        _position++;
        switch (next)
        {
            case '\n':
                ReadHereDocuments();
                break;
            case ';' when Peek() is ';' or '&' && _cases.Count > 0:
                _position++;
                SkipWhile(';', '&');
                BeginPattern();
                break;
            case ')' when IsPatternEnd():
                _cases.Pop();
                _cases.Push(CasePart.Commands);
                break;
        }
    }

    private void BeginPattern()
    {
        _cases.Pop();
        _cases.Push(CasePart.Pattern);
    }

    // A simple command, or the beginning of a compound one.
    private void ReadCommand()
    {
        var words = new List<ShellWord>();
        while (_script.Unreadable is null && TryReadPart(words))
        {
            if (words.Count == 1 && IsPatternEnd() && !IsKeyword(words[0], "esac"))
            {
                // A pattern of 'case'; what follows is '|', ')' or another.
                words.Clear();
                return;
            }

            if (words.Count == 1 && ReadKeyword(words[0]))
            {
                return;
            }

            if (words.Count == 1 && IsFunctionAhead(words[0]))
            {
                return;
            }

            if (words.Count == 1 && IsAssignment(words[0]))
            {
                NoteAssignment(words[0].Text);
                words.Clear();
            }
        }

        if (words.Count > 0 && _script.Unreadable is null)
        {
            NoteCommand(words);
        }
    }

    // One word or redirection of a command; false at its end.
    private bool TryReadPart(List<ShellWord> words)
    {
        SkipBlanks();
        if (_position >= _text.Length)
        {
            return false;
        }

        var next = _text[_position];
        if (next is '<' or '>' || IsDescriptorAhead())
        {
            ReadRedirection();
            return true;
        }

        if (IsOperator(next))
        {
            return false;
        }

        if (next == '#')
        {
            SkipComment();
            return true;
        }

        words.Add(ReadWord());
        return true;
    }

    private bool ReadKeyword(ShellWord word)
    {
        if (word.IsQuoted)
        {
            return false;
        }

        switch (word.Text)
        {
            case "if" or "then" or "else" or "elif" or "while" or "until" or "do" or "!" or "{" or "fi" or "done" or "}":
                return true;
            case "for" or "select":
                ReadLoopWords();
                return true;
            case "case":
                ReadCaseHead();
                return true;
            case "esac" when _cases.Count > 0:
                _cases.Pop();
                return true;
            case "function":
                SkipBlanks();
                _ = ReadWord();
                return true;
            case "[[":
                SkipTo("]]");
                return true;
            default:
                return false;
        }
    }

    private bool IsFunctionAhead(ShellWord word)
    {
        SkipBlanks();
        if (Peek() != '(')
        {
            return false;
        }

        _position++;
        SkipBlanks();
        if (Peek() != ')' || !word.IsPlain)
        {
            Refuse("it has a parenthesis where no command begins");
            return true;
        }

        _position++;
        return true;
    }

    // for NAME [in WORD...]: the words are no commands.
    private void ReadLoopWords()
    {
        SkipBlanks();
        _ = ReadWord();
        SkipBlanks();
        if (Peek() is not (';' or '\n' or '\0'))
        {
            var word = ReadWord();
            if (IsKeyword(word, "do"))
            {
                return;
            }

            while (_script.Unreadable is null && TryReadPart([]))
            {
            }
        }
    }

    private void ReadCaseHead()
    {
        SkipBlanks();
        _ = ReadWord();
        SkipBlanksAndLines();
        if (!IsKeyword(ReadWord(), "in"))
        {
            Refuse("it has a 'case' without 'in'");
        }

        _cases.Push(CasePart.Pattern);
    }

    // The words of [[ ... ]] are scanned for substitutions alone.
    private void SkipTo(string end)
    {
        while (_script.Unreadable is null)
        {
            SkipBlanksAndLines();
            if (_position >= _text.Length)
            {
                Refuse($"'{end}' is missing");
            }
            else if (IsOperator(_text[_position]) || _text[_position] is '<' or '>')
            {
                _position++;
            }
            else if (IsKeyword(ReadWord(), end))
            {
                return;
            }
        }
    }

    private static bool IsKeyword(ShellWord word, string keyword) => !word.IsQuoted && string.Equals(word.Text, keyword, StringComparison.Ordinal);

    private void Refuse(string why) => _script.Unreadable ??= why;
}
