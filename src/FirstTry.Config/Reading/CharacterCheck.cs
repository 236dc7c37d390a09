using FirstTry.Graph;

namespace FirstTry.Config.Reading;

/// <summary>Finds what YAML forbids in a text. The library takes a NUL for the end of the file and would pass over the rest.</summary>
internal static class CharacterCheck
{
    /// <summary>The first control character other than tab and line ends, or null.</summary>
    public static (int Index, SourceSpan Span)? FindForbidden(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] < ' ' ? text[i] is not ('\t' or '\n' or '\r') : text[i] == '\x7F')
            {
                return (i, SpanAt(text, i));
            }
        }

        return null;
    }

    /// <summary>The span of the character at an index that the text has.</summary>
    public static SourceSpan SpanAt(string text, int index)
    {
        var (line, lineStart) = (1, 0);
        for (var i = 0; i < index; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n'))
            {
                (line, lineStart) = (line + 1, i + 1);
            }
        }

        var column = index - lineStart + 1;
        return new SourceSpan(line, column, line, column + 1);
    }
}
