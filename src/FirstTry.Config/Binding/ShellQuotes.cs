using System;
using System.Collections.Generic;

namespace FirstTry.Config.Binding;

/// <summary>Follows the quotes of a shell script as far as needed to see whether a place lies within them.</summary>
internal static class ShellQuotes
{
    /// <summary>Which occurrence of <paramref name="placeholder"/>, counted from 0, is the first one in quotes; -1 when none is.</summary>
    public static int FindQuoted(string script, string placeholder)
    {
        if (script.IndexOf(placeholder, StringComparison.Ordinal) < 0)
        {
            return -1;
        }

        // What is open around the current place: a quote, or '(' for a command substitution, in which quoting starts anew.
        var open = new Stack<char>();
        var occurrence = -1;
        for (var i = 0; i < script.Length; i++)
        {
            if (string.CompareOrdinal(script, i, placeholder, 0, placeholder.Length) == 0)
            {
                occurrence++;
                if (open.Count > 0 && open.Peek() is '"' or '\'')
                {
                    return occurrence;
                }
            }

            i = Step(script, i, open);
        }

        return -1;
    }

    /// <summary>Takes in one character, or two where the first one escapes; returns the last one taken.</summary>
    private static int Step(string script, int at, Stack<char> open)
    {
        var context = open.Count > 0 ? open.Peek() : ' ';
        var character = script[at];
        if (context == '\'')
        {
            if (character == '\'')
            {
                open.Pop();
            }

            return at;
        }

        switch (character)
        {
            case '\\':
                return at + 1;
            case '"' when context == '"':
            case ')' when context == '(':
                open.Pop();
                return at;
            case '"':
            case '\'' when context != '"':
                open.Push(character);
                return at;
            case '(' when context != '"' || (at > 0 && script[at - 1] == '$'):
                open.Push(character);
                return at;
            case '#' when context != '"' && (at == 0 || script[at - 1] is ' ' or '\t' or '\n' or ';' or '('):
                return EndOfComment(script, at);
            default:
                return at;
        }
    }

    /// <summary>An apostrophe in a comment opens nothing.</summary>
    private static int EndOfComment(string script, int at)
    {
        var end = script.IndexOf('\n', at);
        return end < 0 ? script.Length : end - 1;
    }
}
