using System;
using FirstTry.Config.Problems;
using YamlDotNet.Core;

namespace FirstTry.Config.Reading;

/// <summary>Says what the YAML library found wrong, and what usually helps.</summary>
internal static class SyntaxMessage
{
    public const string QuotesAdvice =
        "Check quotes, brackets and the indentation of this line and the one above; put quotes around a value with ': ', '#', '{', '[', '*' or '&'.";

    public static string For(string text, YamlException exception)
    {
        var found = Wording.Plain(exception.Message).TrimEnd('.', ' ');
        return $"This is not valid YAML: {found}. {Advice(text, exception)}";
    }

    private static string Advice(string text, YamlException exception)
    {
        var index = (int)Math.Min(Math.Max(0, exception.Start.Index), text.Length);
        var lineStart = index == 0 ? 0 : text.LastIndexOf('\n', index - 1) + 1;
        for (var i = lineStart; i < text.Length && text[i] is ' ' or '\t'; i++)
        {
            if (text[i] == '\t')
            {
                return "Indent with spaces: YAML does not allow tabs there.";
            }
        }

        return QuotesAdvice;
    }
}
