using System;
using System.Collections.Generic;
using System.Text;

namespace FirstTry.Cli.Init.Import.Husky;

/// <summary>Writes the groups of micromatch as braces: <c>@(a|b)</c> and <c>(a|b)</c> are <c>{a,b}</c>, <c>?(a)</c> and <c>(a)?</c> are <c>{a,}</c>, and one <c>!(a)</c> is anything but a.</summary>
internal sealed class GlobGroups
{
    private int _depth;

    /// <summary>What a group with an exclamation mark leaves out; null when there is none.</summary>
    public string? Left { get; private set; }

    /// <summary>The glob without groups; null when one of them has no counterpart.</summary>
    public string? Convert(string glob)
    {
        var text = new StringBuilder();
        for (var at = 0; at < glob.Length;)
        {
            var sign = glob[at] is '@' or '?' or '!' or '+' or '*' && at + 1 < glob.Length && glob[at + 1] == '(' ? glob[at] : ' ';
            if (sign == ' ' && glob[at] != '(')
            {
                text.Append(glob[at++]);
                continue;
            }

            var open = sign == ' ' ? at : at + 1;
            var close = CloseOf(glob, open);
            if (close < 0 || sign is '+' or '*' || BracesOf(glob[(open + 1)..close], sign == '?' || IsFollowedBy(glob, close, '?')) is not { } braces || IsFollowedBy(glob, close, '+') || IsFollowedBy(glob, close, '*'))
            {
                return null;
            }

            at = close + (IsFollowedBy(glob, close, '?') ? 2 : 1);
            if (sign == '!')
            {
                return _depth == 0 && Convert(glob[at..]) is { } rest && Leave($"{text}{braces}{rest}") ? $"{text}*{rest}" : null;
            }

            text.Append(braces);
        }

        return text.ToString();
    }

    private bool Leave(string glob)
    {
        var isFirst = Left is null;
        Left = glob;
        return isFirst;
    }

    private string? BracesOf(string inner, bool isOptional)
    {
        _depth++;
        var alternatives = new List<string>();
        foreach (var part in Alternatives(inner))
        {
            if (Convert(part) is not { } alternative || (alternative.Contains(',', StringComparison.Ordinal) && !alternative.Contains('{', StringComparison.Ordinal)))
            {
                return null;
            }

            alternatives.Add(alternative);
        }

        _depth--;
        return alternatives.Count == 1 && !isOptional ? alternatives[0] : $"{{{string.Join(',', alternatives)}{(isOptional ? "," : "")}}}";
    }

    private static List<string> Alternatives(string inner)
    {
        var (parts, start, depth) = (new List<string>(), 0, 0);
        for (var i = 0; i < inner.Length; i++)
        {
            depth += inner[i] == '(' ? 1 : inner[i] == ')' ? -1 : 0;
            if (inner[i] == '|' && depth == 0)
            {
                parts.Add(inner[start..i]);
                start = i + 1;
            }
        }

        parts.Add(inner[start..]);
        return parts;
    }

    private static int CloseOf(string glob, int open)
    {
        var depth = 0;
        for (var i = open; i < glob.Length; i++)
        {
            depth += glob[i] == '(' ? 1 : glob[i] == ')' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    // A sign before another group belongs to that one.
    private static bool IsFollowedBy(string glob, int close, char sign) => close + 1 < glob.Length && glob[close + 1] == sign && !(close + 2 < glob.Length && glob[close + 2] == '(');
}
