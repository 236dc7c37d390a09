using System;
using FirstTry.Graph;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace FirstTry.Config.Reading;

internal sealed partial class DocumentReader
{
    private static SourceSpan ToSpan(in Mark start, in Mark end)
    {
        var line = Math.Max(1, (int)start.Line);
        var column = Math.Max(1, (int)start.Column);
        var endLine = Math.Max(line, (int)end.Line);
        var endColumn = Math.Max(endLine == line ? column : 1, (int)end.Column);
        return new SourceSpan(line, column, endLine, endColumn);
    }

    /// <summary>The bracket of a flow list or map, the rest of the first line of a block one: the library gives no extent.</summary>
    private SourceSpan StartOf(NodeEvent start)
    {
        var span = ToSpan(start.Start, start.End);
        var (text, index) = (_source.Text, (int)start.Start.Index);
        if (start.End.Index > index || index >= text.Length)
        {
            return span;
        }

        var end = index + 1;
        if (text[index] is not ('[' or '{'))
        {
            end = text.IndexOf('\n', index);
            end = end < 0 ? text.Length : end;
            while (end > index && text[end - 1] is ' ' or '\r')
            {
                end--;
            }
        }

        return span with { EndColumn = span.Column + end - index };
    }

    /// <summary>The tag alone: the library counts anchor, tag and the space behind as one.</summary>
    private SourceSpan TagOf(NodeEvent node)
    {
        var span = ToSpan(node.Start, node.End);
        var (text, index) = (_source.Text, (int)node.Start.Index);
        var tag = index < text.Length ? text.IndexOf('!', index) : -1;
        if (tag < 0 || text.IndexOf('\n', index, tag - index) >= 0)
        {
            return span;
        }

        var end = tag;
        while (end < text.Length && text[end] is not (' ' or '\t' or '\r' or '\n' or ',' or ']' or '}'))
        {
            end++;
        }

        var column = span.Column + tag - index;
        return new SourceSpan(span.Line, column, span.Line, column + end - tag);
    }
}
