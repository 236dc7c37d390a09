using System;
using System.Collections.Generic;
using System.Text;

namespace FirstTry.Cli.Init.Import.Patterns;

/// <summary>Reads a class of a regular expression, <c>[a-z/]</c>, as atoms.</summary>
internal static class RegexClass
{
    /// <summary>One sequence for the characters that a glob's class can hold, one more when a slash is among them.</summary>
    public static List<List<PathAtom>> Read(string text, ref int at, bool ignoresCase)
    {
        var isNegated = at < text.Length && text[at] == '^';
        at += isNegated ? 1 : 0;
        var members = new StringBuilder();
        var hasSlash = false;
        for (var first = true; at < text.Length && (first || text[at] != ']'); first = false)
        {
            ReadMember(text, ref at, members, ref hasSlash);
        }

        if (at++ >= text.Length)
        {
            throw new FormatException();
        }

        return ToSequences(ignoresCase ? BothCases(members.ToString()) : members.ToString(), isNegated, hasSlash);
    }

    private static List<List<PathAtom>> ToSequences(string members, bool isNegated, bool hasSlash)
    {
        var sequences = new List<List<PathAtom>>();
        if (isNegated)
        {
            sequences.Add([members.Length == 0 ? new PathAtom(PathAtomKind.One) : new PathAtom(PathAtomKind.Class, $"[!{members}]")]);
        }
        else if (members.Length > 0)
        {
            var isSingle = members.Length == 1 || (members.Length == 2 && members[0] == '\\');
            sequences.Add([isSingle ? new PathAtom(PathAtomKind.Literal, members[^1..]) : new PathAtom(PathAtomKind.Class, $"[{members}]")]);
        }

        if (hasSlash != isNegated)
        {
            sequences.Add([PathAtom.Slash]);
        }

        return sequences;
    }

    private static void ReadMember(string text, ref int at, StringBuilder members, ref bool hasSlash)
    {
        var character = text[at++];
        if (character == '\\')
        {
            character = at < text.Length ? text[at++] : throw new FormatException();
            if (character is 'd' or 'w')
            {
                members.Append(character == 'd' ? "0-9" : "A-Za-z0-9_");
                return;
            }

            if (char.IsAsciiLetterOrDigit(character))
            {
                throw new FormatException();
            }
        }

        if (!char.IsAscii(character) || character == '[')
        {
            throw new FormatException();
        }

        if (at + 1 < text.Length && text[at] == '-' && text[at + 1] != ']')
        {
            var last = text[at + 1];
            at += 2;
            members.Append(char.IsAsciiLetterOrDigit(character) && char.IsAsciiLetterOrDigit(last) && character <= last ? $"{character}-{last}" : throw new FormatException());
        }
        else if (character == '/')
        {
            hasSlash = true;
        }
        else
        {
            _ = char.IsAsciiLetterOrDigit(character) || character is '_' or '.' ? members : members.Append('\\');
            members.Append(character);
        }
    }

    private static string BothCases(string members) => members + members.ToUpperInvariant() + members.ToLowerInvariant();
}
