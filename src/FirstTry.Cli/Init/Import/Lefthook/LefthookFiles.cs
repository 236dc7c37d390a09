using System;
using System.Collections.Generic;
using FirstTry.Cli.Init.Import.Patterns;
using FirstTry.Graph;

namespace FirstTry.Cli.Init.Import.Lefthook;

/// <summary>Turns <c>glob</c>, <c>exclude</c> and <c>file_types</c> of lefthook into globs below the root of the job.</summary>
internal sealed class LefthookFiles(bool isDoublestar, string? root, List<string> notes)
{
    private readonly string _folder = RootedGlobs.Folder(root);

    /// <summary>The globs of the files; empty for all.</summary>
    public List<string> Including(IReadOnlyList<string> patterns, IReadOnlyList<string> types)
    {
        if (types.Count > 0 && !System.Linq.Enumerable.All(types, FileTypes.IsGeneral))
        {
            notes.Add($"file_types {string.Join(", ", types)} is not looked at, so more files are taken");
        }

        var globs = Convert(patterns, widens: true);
        return globs is ["**"] ? [] : globs;
    }

    /// <summary>The globs of what is left out.</summary>
    public List<string> Excluding(IReadOnlyList<string> patterns) => Convert(patterns, widens: false);

    private List<string> Convert(IReadOnlyList<string> patterns, bool widens)
    {
        var globs = new List<string>();
        foreach (var pattern in patterns)
        {
            var result = !widens && pattern.AsSpan().IndexOfAny("^$\\(|") >= 0 ? RegexGlobs.Excluding(pattern)
                : isDoublestar ? new PathPatternResult([pattern.Contains('/', StringComparison.Ordinal) ? pattern : "./" + pattern], IsExact: true) : WideGlobs.Of(pattern);
            var isRead = result.IsExact && System.Linq.Enumerable.All(result.Globs, glob => Glob.TryParse(glob, out _, out _));
            if (!isRead)
            {
                notes.Add($"the pattern {pattern} has no equal glob, {(widens ? "more files are taken" : "it leaves out nothing")}");
                globs.AddRange(widens ? ["**"] : Array.Empty<string>());
                continue;
            }

            foreach (var glob in result.Globs)
            {
                Add(globs, glob, pattern, widens);
            }
        }

        return globs.Contains("**") ? ["**"] : globs;
    }

    // Their patterns start at the top of the repository, ours at the root of the check.
    private void Add(List<string> globs, string glob, string pattern, bool widens)
    {
        var below = RootedGlobs.Of(glob, _folder);
        if (below is null)
        {
            notes.Add($"the pattern {pattern} starts at the top of the repository and has no equal glob below {_folder}, {(widens ? "more files are taken" : "it leaves out nothing")}");
            below = widens ? "**" : null;
        }

        if (below is not null && !globs.Contains(below))
        {
            globs.Add(below);
        }
    }
}
