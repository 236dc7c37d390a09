using System;
using System.Text;

namespace FirstTry.Git.Hooks;

/// <summary>Text as a POSIX shell reads it.</summary>
internal static class ShellText
{
    /// <summary>One word that means exactly this text, whatever is in it.</summary>
    public static string Quote(string text) => "'" + text.Replace("'", "'\\''", StringComparison.Ordinal) + "'";

    /// <summary>The text of the word that <see cref="Quote"/> made and that <paramref name="text"/> begins with; null when it begins otherwise.</summary>
    public static string? Unquote(string text)
    {
        if (!text.StartsWith('\''))
        {
            return null;
        }

        var word = new StringBuilder();
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] != '\'')
            {
                word.Append(text[i]);
            }
            else if (text.AsSpan(i).StartsWith("'\\''"))
            {
                word.Append('\'');
                i += 3;
            }
            else
            {
                return word.ToString();
            }
        }

        return null;
    }
}
