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
        text = text.StartsWith('/') ? "./" + text.TrimStart('/') : text;
        if (text is "*" or "**" or "**/*" or "**/**")
        {
            return (["**"], [], null);
        }

        if (text.StartsWith('!') && !text.StartsWith("!(", StringComparison.Ordinal))
        {
            return Read(text[1..]) ? (["**"], [text[1..]], null) : (["**"], [], $"the pattern {glob} has no equal glob, more files are taken");
        }

        var groups = new GlobGroups();
        var (plain, left) = (groups.Convert(text)?.Replace("**.", "*.", StringComparison.Ordinal), groups.Left);
        if (plain is not null && Read(plain) && (left is null || Read(left)))
        {
            return ([plain], left is null ? [] : [left], null);
        }

        return (["**"], [], $"the pattern {glob} has no equal glob, more files are taken");
    }

    private static bool Read(string glob) => glob.Length > 0 && Glob.TryParse(glob, out _, out _);
}
