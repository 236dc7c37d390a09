using System;

namespace FirstTry.Cli.Init.Import.Patterns;

/// <summary>Globs of tools that start at the top of the repository, for a check that runs in a folder: ours start there.</summary>
internal static class RootedGlobs
{
    /// <summary>The glob that chooses the same files below a folder; null when there is none.</summary>
    /// <param name="glob">One of our globs, from the top of the repository.</param>
    /// <param name="folder">Without slashes at its ends; empty for the top.</param>
    public static string? Of(string glob, string folder)
    {
        if (folder.Length == 0 || glob == "**" || !glob.Contains('/', StringComparison.Ordinal))
        {
            return glob;
        }

        if (glob.StartsWith(folder + "/", StringComparison.Ordinal) && glob.Length > folder.Length + 1)
        {
            var below = glob[(folder.Length + 1)..];
            return below == "**" || below.Contains('/', StringComparison.Ordinal) ? below : "./" + below;
        }

        // The folder itself is what the stars stand for, so a file in it matches as one further down does.
        var rest = glob.StartsWith("*/**/", StringComparison.Ordinal) ? glob[5..] : glob.StartsWith("**/", StringComparison.Ordinal) ? glob[3..] : "";
        if (!rest.Contains('/', StringComparison.Ordinal))
        {
            return rest.Length > 0 ? rest : null;
        }

        // Unless what comes next may be a part of the folder.
        var first = rest[..rest.IndexOf('/', StringComparison.Ordinal)];
        return first.AsSpan().IndexOfAny("*?[{\\") < 0 && Array.IndexOf(folder.Split('/'), first) < 0 ? "**/" + rest : null;
    }

    /// <summary>A folder as other tools write it, without what means nothing; empty for the top of the repository.</summary>
    public static string Folder(string? folder)
    {
        var plain = folder?.Trim('/') ?? "";
        plain = plain.StartsWith("./", StringComparison.Ordinal) ? plain[2..] : plain;
        return plain == "." ? "" : plain;
    }
}
