using System;
using FirstTry.Engine.Fingerprints.Hashing;

namespace FirstTry.Engine.Store;

/// <summary>The name of content: its SHA-256 as 64 lower-case hexadecimal digits.</summary>
public static class ContentId
{
    private const int Length = 64;

    /// <summary>The name of these bytes.</summary>
    public static string Of(ReadOnlySpan<byte> content) => Sha256.Of(content).ToString();

    /// <summary>True when the text has the form of such a name, so that it may become part of a path.</summary>
    internal static bool IsOne(string text)
    {
        foreach (var character in text)
        {
            if (!char.IsAsciiHexDigitLower(character))
            {
                return false;
            }
        }

        return text.Length == Length;
    }
}
