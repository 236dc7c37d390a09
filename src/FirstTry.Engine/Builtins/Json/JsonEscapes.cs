using System;
using System.Globalization;
using System.Text;

namespace FirstTry.Engine.Builtins.Json;

/// <summary>Takes the escapes out of the text of a JSON string, and puts them in. Halves of characters stay what they are.</summary>
internal static class JsonEscapes
{
    private const string Short = "\"\\/bfnrt";
    private const string Meant = "\"\\/\b\f\n\r\t";

    /// <summary>The text that is meant by a string whose escapes are well-formed.</summary>
    internal static string Resolve(string escaped)
    {
        var text = new StringBuilder(escaped.Length);
        for (var i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] != '\\')
            {
                text.Append(escaped[i]);
                continue;
            }

            i++;
            if (escaped[i] == 'u')
            {
                text.Append((char)int.Parse(escaped.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 4;
            }
            else
            {
                text.Append(Meant[Short.IndexOf(escaped[i], StringComparison.Ordinal)]);
            }
        }

        return text.ToString();
    }

    /// <summary>Writes a text with its quotes.</summary>
    /// <param name="isAscii">Whether everything beyond ASCII is escaped too.</param>
    internal static void Append(StringBuilder output, string text, bool isAscii)
    {
        output.Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            var at = character == '/' ? -1 : Meant.IndexOf(character, StringComparison.Ordinal);
            if (at >= 0)
            {
                output.Append('\\').Append(Short[at]);
            }
            else if (character < ' ' || (isAscii && character > '~') || IsHalf(text, i))
            {
                output.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
            }
            else
            {
                output.Append(character);
            }
        }

        output.Append('"');
    }

    private static bool IsHalf(string text, int at) =>
        char.IsSurrogate(text[at]) && !(at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1])) && !(at > 0 && char.IsSurrogatePair(text[at - 1], text[at]));
}
