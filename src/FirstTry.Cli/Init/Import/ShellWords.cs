using System.Collections.Generic;
using System.Text;

namespace FirstTry.Cli.Init.Import;

/// <summary>Splits a command line into words as a shell does.</summary>
internal static class ShellWords
{
    /// <summary>The words; null when a quote is not closed.</summary>
    public static List<string>? Split(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var (isInWord, quote) = (false, '\0');
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character == '\\' && quote != '\'' && i + 1 < text.Length && (quote == '\0' || text[i + 1] is '"' or '\\' or '$' or '`'))
            {
                word.Append(text[++i]);
                isInWord = true;
            }
            else if (quote == '\0' ? character is '"' or '\'' : character == quote)
            {
                quote = quote == '\0' ? character : '\0';
                isInWord = true;
            }
            else if (quote != '\0' || !char.IsWhiteSpace(character))
            {
                word.Append(character);
                isInWord = true;
            }
            else if (isInWord)
            {
                words.Add(word.ToString());
                word.Clear();
                isInWord = false;
            }
        }

        if (isInWord)
        {
            words.Add(word.ToString());
        }

        return quote == '\0' ? words : null;
    }

    /// <summary>True when a text means more to a shell than the words in it.</summary>
    public static bool NeedsShell(string text)
    {
        var quote = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (quote == '\0' && character is '"' or '\'')
            {
                quote = character;
            }
            else if (character == quote)
            {
                quote = '\0';
            }
            else if (quote != '\'' && character is '$' or '`' or '\\')
            {
                return true;
            }
            else if (quote == '\0' && character is '|' or '&' or ';' or '<' or '>' or '(' or ')' or '*' or '?' or '[' or '#' or '~' or '!' or '\n' or '=')
            {
                return true;
            }
        }

        return quote != '\0';
    }
}
