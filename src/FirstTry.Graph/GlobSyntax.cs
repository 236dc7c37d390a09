namespace FirstTry.Graph;

/// <summary>What the readers of a pattern agree on.</summary>
internal static class GlobSyntax
{
    /// <summary>The longest pattern, in UTF-16 units: keeps every length of a program within two bytes.</summary>
    public const int MaxLength = 4096;

    /// <summary>True for the characters that make git look beyond plain text.</summary>
    public static bool IsSpecial(char character) => character is '*' or '?' or '[' or '\\';

    /// <summary>Accepts the escape at <paramref name="position"/> when it hides a character that could mean something.</summary>
    public static void CheckEscape(string pattern, int position)
    {
        if (position + 1 == pattern.Length)
        {
            throw new GlobException("The '\\' at the end escapes nothing. Remove it, or write '/' between the segments of a path.");
        }

        var next = pattern[position + 1];
        if (next is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '/')
        {
            throw new GlobException(
                $"'\\{next}' is no escape: '\\' only takes away the meaning of characters such as '*'. Write '/' between the segments of a path.");
        }
    }
}
