using System;
using FirstTry.Graph;

namespace FirstTry.Config.Tests;

/// <summary>A text with the signs ⟦ and ⟧ around the piece that a problem is about.</summary>
internal sealed record MarkedText(string Text, SourceSpan Span)
{
    public static MarkedText Parse(string marked)
    {
        var start = marked.IndexOf('⟦', StringComparison.Ordinal);
        var end = marked.IndexOf('⟧', StringComparison.Ordinal) - 1;
        var text = marked.Remove(start, 1).Remove(end, 1);
        var (line, column) = PositionOf(text, start);
        var (endLine, endColumn) = PositionOf(text, end);
        return new MarkedText(text, new SourceSpan(line, column, endLine, endColumn));
    }

    private static (int Line, int Column) PositionOf(string text, int index)
    {
        var before = text[..index];
        return (before.Split('\n').Length, index - before.LastIndexOf('\n'));
    }
}
