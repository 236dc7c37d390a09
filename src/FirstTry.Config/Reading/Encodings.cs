using System.Globalization;
using System.Text;
using FirstTry.Config.Problems;
using FirstTry.Graph;

namespace FirstTry.Config.Reading;

/// <summary>Tells UTF-8 from other encodings. What editors call "Unicode" or "ANSI" would read as something else than what was written.</summary>
internal static class Encodings
{
    /// <summary>The problem of bytes that are not UTF-8, at the first that does not fit; null when all do.</summary>
    public static Problem? FindProblem(string path, byte[] content)
    {
        if (NameOf(content) is { } name)
        {
            return Problem(path, SourceSpan.Start, $"The file is {name}. Save it as UTF-8.");
        }

        var bad = FindInvalid(content);
        if (bad < 0)
        {
            return null;
        }

        // What comes before is text: its end is the place.
        var before = Encoding.UTF8.GetString(content, 0, bad);
        before = before.Length > 0 && before[0] == '\uFEFF' ? before.Substring(1) : before;
        var value = content[bad].ToString("X2", CultureInfo.InvariantCulture);
        return Problem(path, CharacterCheck.SpanAt(before + " ", before.Length), $"The byte 0x{value} is not UTF-8. Save the file as UTF-8.");
    }

    // Without a mark, the zero byte of every plain letter gives UTF-16 away: no text has one in its first two bytes.
    private static string? NameOf(byte[] content)
    {
        if (content.Length < 2)
        {
            return null;
        }

        return (content[0], content[1]) switch
        {
            (0xFF, 0xFE) when content.Length >= 4 && content[2] == 0 && content[3] == 0 => "UTF-32",
            (0, 0) when content.Length >= 4 && content[2] == 0xFE && content[3] == 0xFF => "UTF-32",
            (0xFF, 0xFE) or (0xFE, 0xFF) => "UTF-16",
            (0, not 0) or (not 0, 0) => "UTF-16",
            _ => null,
        };
    }

    private static int FindInvalid(byte[] content)
    {
        var i = 0;
        while (i < content.Length)
        {
            var length = LengthOf(content, i);
            if (length == 0)
            {
                return i;
            }

            i += length;
        }

        return -1;
    }

    // The bytes of one character by the table of the Unicode standard, 3.9: no overlong forms, no halves of surrogates; 0 for none.
    private static int LengthOf(byte[] content, int start)
    {
        var first = content[start];
        var (length, low, high) = first switch
        {
            < 0x80 => (1, 0, 0),
            >= 0xC2 and <= 0xDF => (2, 0x80, 0xBF),
            0xE0 => (3, 0xA0, 0xBF),
            0xED => (3, 0x80, 0x9F),
            >= 0xE1 and <= 0xEF => (3, 0x80, 0xBF),
            0xF0 => (4, 0x90, 0xBF),
            >= 0xF1 and <= 0xF3 => (4, 0x80, 0xBF),
            0xF4 => (4, 0x80, 0x8F),
            _ => (0, 0, 0),
        };
        if (length < 2)
        {
            return length;
        }

        var isWhole = start + length <= content.Length && content[start + 1] >= low && content[start + 1] <= high;
        for (var i = start + 2; isWhole && i < start + length; i++)
        {
            isWhole = content[i] is >= 0x80 and <= 0xBF;
        }

        return isWhole ? length : 0;
    }

    private static Problem Problem(string path, SourceSpan span, string message) =>
        new(Rules.NotUtf8.Id, Rules.NotUtf8.DefaultSeverity, message, path, span);
}
