using System.Text;
using FirstTry.Engine.Store;

namespace FirstTry.Engine.Reporting.Exports;

/// <summary>Text as XML 1.0 can hold it.</summary>
internal static class XmlText
{
    /// <summary>The output of a tool without control codes, and with U+FFFD for what no XML document may contain.</summary>
    internal static string Of(byte[] output) => Of(Encoding.UTF8.GetString(LogText.Strip(output)));

    /// <summary>The text with U+FFFD for what no XML document may contain.</summary>
    internal static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            plain.Append(IsAllowed(rune.Value) ? rune.ToString() : "\uFFFD");
        }

        return plain.ToString();
    }

    private static bool IsAllowed(int character) =>
        character is '\t' or '\n' or '\r' or (>= ' ' and <= 0xD7FF) or (>= 0xE000 and <= 0xFFFD) or >= 0x10000;
}
