using System;
using System.Collections.Generic;

namespace FirstTry.Engine.Adapters.Python;

/// <summary>
/// Reads what the text of one source imports. Comments and strings are read like code: that finds names which are imported by their text, as in
/// <c>mock.patch("shop.prices.total")</c>, and can only find too much.
/// </summary>
internal ref struct ImportReader
{
    private readonly string _text;
    private readonly string _folder;
    private readonly ModuleIndex _modules;
    private readonly HashSet<int> _found;
    private readonly bool _takesWords;
    private readonly bool _takesQuoted;
    private int _at;

    private ImportReader(string text, string path, ModuleIndex modules, bool takesQuoted)
    {
        _text = text;
        _folder = ModuleIndex.FolderOf(path);
        _modules = modules;
        _found = [];

        // Plugins are named by plain words.
        _takesWords = text.Contains("pytest_plugins", StringComparison.Ordinal);

        // A module that is loaded by its name, or started: python -m shop.
        _takesQuoted = takesQuoted;
    }

    /// <summary>The files that a source can load, by their numbers in the index.</summary>
    /// <param name="takesQuoted">Whether single words in quotes may be names of modules too.</param>
    internal static HashSet<int> Read(string text, string path, ModuleIndex modules, bool takesQuoted)
    {
        var reader = new ImportReader(text, path, modules, takesQuoted);
        reader.Read();
        return reader._found;
    }

    private void Read()
    {
        while (_at < _text.Length)
        {
            if (!IsOfName(_text[_at]))
            {
                _at++;
                continue;
            }

            var start = _at;
            var chain = ReadChain();
            if (chain.SequenceEqual("from") || chain.StartsWith("from."))
            {
                _at = start + "from".Length;
                ReadFrom();
            }
            else if (chain.SequenceEqual("import") && (start == 0 || _text[start - 1] != '.'))
            {
                ReadImport();
            }
            else if (chain.EndsWith(".py") && FolderBefore(start) is { Length: > 0 } folder)
            {
                _modules.AddPath(folder + "/" + chain[..^3].ToString(), _found);
            }
            else if (_takesWords || chain.Contains('.') || (_takesQuoted && IsGiven(start)))
            {
                _modules.AddAbsolute(WithoutEnding(chain), _found, isName: _takesWords || IsGiven(start) || chain.EndsWith(".py"));
                if (_takesQuoted)
                {
                    _modules.AddAbsolute(WithoutEnding(chain).ToString() + ".__main__", _found);
                }
            }
        }
    }

    private readonly bool IsGiven(int start) => start > 0 && (_text[start - 1] is '"' or '\'' or '/' or '\\' || _text.AsSpan(0, start).EndsWith("-m "));

    // "shop/prices.py" is a file of that name in a folder of that name; empty where the text does not tell the folder.
    private readonly string FolderBefore(int start)
    {
        if (start < 2 || _text[start - 1] != '/')
        {
            return "";
        }

        var from = start - 1;
        while (from > 0 && (IsOfName(_text[from - 1]) || _text[from - 1] is '-' or '.'))
        {
            from--;
        }

        var folder = _text[from..(start - 1)];
        return folder is "." or ".." || (from > 0 && _text[from - 1] is '}' or ')' or '%' or '*' or ' ') ? "" : folder;
    }

    // "data/shapes.py" in a string is that file.
    private static ReadOnlySpan<char> WithoutEnding(ReadOnlySpan<char> chain) => chain.EndsWith(".py") ? chain[..^3] : chain;

    private void ReadImport()
    {
        do
        {
            SkipSpace();
            var module = ReadSpacedChain();
            if (module.Length == 0)
            {
                return;
            }

            _modules.AddAbsolute(module, _found);
            SkipSpace();
            if (PeekWord().SequenceEqual("as"))
            {
                _at += 2;
                SkipSpace();
                ReadChain();
                SkipSpace();
            }
        }
        while (Take(','));
    }

    private void ReadFrom()
    {
        var start = _at;
        SkipSpace();
        var level = 0;
        while (Take('.'))
        {
            level++;
            SkipSpace();
        }

        var module = level > 0 && PeekWord().SequenceEqual("import") ? "" : ReadSpacedChain();
        SkipSpace();
        if ((level == 0 && module.Length == 0) || !PeekWord().SequenceEqual("import"))
        {
            // Prose, or the other uses of the word.
            _at = start;
            return;
        }

        _at += "import".Length;
        AddFrom(level, module, "");
        SkipSpace();
        ReadNames(level, module, isInParentheses: Take('('));
    }

    private void ReadNames(int level, string module, bool isInParentheses)
    {
        while (_at < _text.Length && _text[_at] != ')')
        {
            var character = _text[_at];
            if (IsOfName(character))
            {
                AddFrom(level, module, ReadWord().ToString());
            }
            else if (isInParentheses && character == '#')
            {
                SkipLine();
            }
            else if (IsContinuation() || character is ' ' or '\t' or '\f' or ',' or '*' || (isInParentheses && character is '\n' or '\r'))
            {
                _at++;
            }
            else
            {
                return;
            }
        }
    }

    private readonly void AddFrom(int level, string module, string name)
    {
        var full = module.Length == 0 ? name : name.Length == 0 ? module : module + "." + name;
        if (level == 0)
        {
            _modules.AddAbsolute(full, _found);
            return;
        }

        var folder = _folder;
        for (; level > 1; level--)
        {
            folder = ModuleIndex.FolderOf(folder);
        }

        _modules.AddRelative(folder, full, _found);
    }

    private ReadOnlySpan<char> ReadChain()
    {
        var start = _at;
        while (_at < _text.Length && (IsOfName(_text[_at]) || (_text[_at] == '.' && _at > start && _at + 1 < _text.Length && IsOfName(_text[_at + 1]))))
        {
            _at++;
        }

        return _text.AsSpan(start, _at - start);
    }

    // Around the dots of a statement there may be space.
    private string ReadSpacedChain()
    {
        var chain = ReadChain().ToString();
        while (chain.Length > 0)
        {
            var before = _at;
            SkipSpace();
            if (!Take('.'))
            {
                _at = before;
                break;
            }

            SkipSpace();
            chain += "." + ReadChain().ToString();
        }

        return chain.TrimEnd('.');
    }

    private ReadOnlySpan<char> ReadWord()
    {
        var word = PeekWord();
        _at += word.Length;
        return word;
    }

    private readonly ReadOnlySpan<char> PeekWord()
    {
        var end = _at;
        while (end < _text.Length && IsOfName(_text[end]))
        {
            end++;
        }

        return _text.AsSpan(_at, end - _at);
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && (_text[_at] is ' ' or '\t' or '\f' || IsContinuation()))
        {
            _at++;
        }
    }

    private void SkipLine()
    {
        while (_at < _text.Length && _text[_at] is not ('\n' or '\r'))
        {
            _at++;
        }
    }

    // The backslash, and the end of the line behind it.
    private readonly bool IsContinuation() => _text[_at] switch
    {
        '\\' => _at + 1 < _text.Length && _text[_at + 1] is '\n' or '\r',
        '\r' => _at > 0 && _text[_at - 1] == '\\',
        '\n' => _at > 0 && (_text[_at - 1] == '\\' || (_text[_at - 1] == '\r' && _at > 1 && _text[_at - 2] == '\\')),
        _ => false,
    };

    private bool Take(char character)
    {
        if (_at < _text.Length && _text[_at] == character)
        {
            _at++;
            return true;
        }

        return false;
    }

    private static bool IsOfName(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or >= '\x80';
}
