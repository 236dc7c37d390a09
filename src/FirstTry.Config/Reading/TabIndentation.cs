using System;
using FirstTry.Graph;
using YamlDotNet.Core;

namespace FirstTry.Config.Reading;

/// <summary>Finds the tab that the YAML library complains of: it gives the place where the map around it starts.</summary>
internal static class TabIndentation
{
    /// <summary>The first tab before the text of a line, from the line of the exception on; null when the exception is about something else.</summary>
    public static SourceSpan? Find(string text, YamlException exception)
    {
        if (exception.Message.IndexOf("tab ", StringComparison.Ordinal) < 0)
        {
            return null;
        }

        var line = 0;
        for (var start = 0; start < text.Length; start = NextLine(text, start))
        {
            line++;
            var tab = start;
            while (tab < text.Length && text[tab] == ' ')
            {
                tab++;
            }

            if (line >= exception.Start.Line && tab < text.Length && text[tab] == '\t')
            {
                var column = tab - start + 1;
                return new SourceSpan(line, column, line, column + 1);
            }
        }

        return null;
    }

    private static int NextLine(string text, int start)
    {
        var end = text.IndexOf('\n', start);
        return end < 0 ? text.Length : end + 1;
    }
}
