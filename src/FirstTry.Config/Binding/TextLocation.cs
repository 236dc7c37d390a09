using System;
using FirstTry.Config.Reading;
using FirstTry.Graph;

namespace FirstTry.Config.Binding;

/// <summary>Finds the place of a word within a scalar of several lines.</summary>
internal static class TextLocation
{
    /// <summary>The span of an occurrence, counted from 0, of <paramref name="word"/>; that of the scalar when it is on one line or the word is written in escapes.</summary>
    public static SourceSpan Find(ScalarNode scalar, string word, int occurrence)
    {
        var text = scalar.Source.Text;
        if (scalar.Span.Line == scalar.Span.EndLine || scalar.End > text.Length)
        {
            return scalar.Span;
        }

        var found = scalar.Start - 1;
        for (var i = 0; i <= occurrence && found < scalar.End; i++)
        {
            found = found + 1 < scalar.End ? text.IndexOf(word, found + 1, scalar.End - found - 1, StringComparison.Ordinal) : -1;
            if (found < 0)
            {
                return scalar.Span;
            }
        }

        return SpanOf(scalar, text, found, word.Length);
    }

    private static SourceSpan SpanOf(ScalarNode scalar, string text, int index, int length)
    {
        var (line, lineStart) = (scalar.Span.Line, scalar.Start - scalar.Span.Column + 1);
        for (var i = scalar.Start; i < index; i++)
        {
            if (text[i] is '\n' or '\u0085' or '\u2028' or '\u2029' || (text[i] == '\r' && text[i + 1] != '\n'))
            {
                (line, lineStart) = (line + 1, i + 1);
            }
        }

        var column = index - lineStart + 1;
        return new SourceSpan(line, column, line, column + length);
    }
}
