using System;
using System.Buffers;

namespace FirstTry.Engine.Builtins;

/// <summary>A well-known form of secret: what it starts with, and how its rest looks.</summary>
/// <param name="Name">What it is, for people.</param>
/// <param name="Prefix">The text that it always starts with.</param>
/// <param name="Rest">The characters of what follows.</param>
/// <param name="Least">How many of these follow at least.</param>
/// <param name="Most">How many of these follow at most.</param>
internal sealed record SecretKind(string Name, string Prefix, SearchValues<byte> Rest, int Least, int Most)
{
    /// <summary>True when a secret starts here; nothing is said about what it is.</summary>
    public bool Starts(ReadOnlySpan<byte> text, out int length)
    {
        length = 0;
        if (text.Length < Prefix.Length + Least || !System.Text.Ascii.Equals(text[..Prefix.Length], Prefix))
        {
            return false;
        }

        var rest = text[Prefix.Length..];
        var end = rest.IndexOfAnyExcept(Rest);
        var count = end < 0 ? rest.Length : end;
        length = Prefix.Length + count;
        return count >= Least && count <= Most;
    }
}
