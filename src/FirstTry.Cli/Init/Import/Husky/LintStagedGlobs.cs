using System;
using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Cli.Init.Import.Husky;

/// <summary>Turns globs of lint-staged into ours. Most are the same in both: a pattern without a slash is at any depth.</summary>
internal static class LintStagedGlobs
{
    /// <summary>The globs, those that are left out, and what is not quite the same.</summary>
    public static (IReadOnlyList<string> Files, IReadOnlyList<string> Exclude, string? Note) Of(string glob)
    {
        var text = glob.Trim();
        text = text.StartsWith("./", StringComparison.Ordinal) || text.StartsWith('/') ? "./" + text.TrimStart('.', '/') : text;
        if (text is "*" or "**" or "**/*" or "**/**")
        {
            return (["**"], [], null);
        }

        if (text.StartsWith('!') && !text.StartsWith("!(", StringComparison.Ordinal))
        {
            return Read(text[1..]) ? (["**"], [text[1..]], null) : (["**"], [], $"the pattern {glob} has no equal glob, more files are taken");
        }

        var (plain, left) = WithoutExtended(text);
        if (plain is not null && Read(plain) && (left is null || Read(left)))
        {
            return ([plain], left is null ? [] : [left], null);
        }

        return (["**"], [], $"the pattern {glob} has no equal glob, more files are taken");
    }

    private static bool Read(string glob) => glob.Length > 0 && Glob.TryParse(glob, out _, out _);

    // @(a|b) is {a,b}, ?(a) is {a,}, and one !(a) is anything but a.
    private static (string? Plain, string? Left) WithoutExtended(string glob)
    {
        string? left = null;
        for (var open = glob.IndexOf('(', StringComparison.Ordinal); open >= 0; open = glob.IndexOf('(', StringComparison.Ordinal))
        {
            var close = glob.IndexOf(')', open);
            var sign = open > 0 ? glob[open - 1] : ' ';
            if (close < 0 || sign is not ('@' or '?' or '!') && sign is '+' or '*' || glob[(open + 1)..close].Contains('(', StringComparison.Ordinal))
            {
                return (null, null);
            }

            var inner = glob[(open + 1)..close].Replace('|', ',');
            var start = sign is '@' or '?' or '!' ? open - 1 : open;
            var braces = inner.Contains(',', StringComparison.Ordinal) || sign == '?' ? $"{{{inner}{(sign == '?' ? "," : "")}}}" : inner;
            if (sign == '!')
            {
                if (left is not null)
                {
                    return (null, null);
                }

                left = glob[..start] + braces + glob[(close + 1)..];
                braces = "*";
            }

            glob = glob[..start] + braces + glob[(close + 1)..];
        }

        return (glob.Replace("**.", "*.", StringComparison.Ordinal), left);
    }
}
