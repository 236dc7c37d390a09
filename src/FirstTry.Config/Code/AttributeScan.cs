using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Config.Code;

/// <summary>Finds the attributes <c>[Check("…")]</c> of a C# file.</summary>
internal static class AttributeScan
{
    private const string Attribute = "Check";

    /// <summary>The names in their order.</summary>
    public static List<CodeCheckName> Find(ConfigSource source)
    {
        var names = new List<CodeCheckName>();
        var reader = new CodeReader(source.Text);
        CodeToken? before = null;
        while (reader.Next() is { } token)
        {
            // An index or a list stands behind a name, an operator or a bracket; attributes begin where a declaration can.
            if (token.Is('[') && (before is not { } last || last.Is('{') || last.Is('}') || last.Is(';') || last.Is(']')))
            {
                ReadSection(reader, source, names);
                before = new CodeToken(CodeTokenKind.Mark, 0, 0, "]");
                continue;
            }

            before = token;
        }

        return names;
    }

    // Between the brackets of an attribute: its name is the word before the parenthesis.
    private static void ReadSection(CodeReader reader, ConfigSource source, List<CodeCheckName> names)
    {
        var (depth, word) = (0, "");
        while (reader.Next() is { } token && !(depth == 0 && token.Is(']')))
        {
            var isName = depth == 1 && token.Kind == CodeTokenKind.PlainString && word is Attribute or Attribute + nameof(System.Attribute);
            if (isName)
            {
                names.Add(new CodeCheckName(token.Text, source, SpanOf(source.Text, token)));
            }

            depth += token.Is('(') || token.Is('[') ? 1 : token.Is(')') || token.Is(']') ? -1 : 0;
            var keeps = token.Is('(') && depth == 1;
            word = token.Kind == CodeTokenKind.Word && depth == 0 ? token.Text : keeps ? word : "";
        }
    }

    private static SourceSpan SpanOf(string text, CodeToken token)
    {
        var line = 1;
        var lineStart = 0;
        for (var end = text.IndexOf('\n'); end >= 0 && end < token.Start; end = text.IndexOf('\n', end + 1))
        {
            line++;
            lineStart = end + 1;
        }

        return new SourceSpan(line, token.Start - lineStart + 1, line, token.End - lineStart + 1);
    }
}
