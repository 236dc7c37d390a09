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
        foreach (var start in (string[])["*/**/", "**/"])
        {
            if (glob.StartsWith(start, StringComparison.Ordinal) && !glob[start.Length..].Contains('/', StringComparison.Ordinal))
            {
                return glob[start.Length..];
            }
        }

        return null;
    }

    /// <summary>A folder as other tools write it, without what means nothing; empty for the top of the repository.</summary>
    public static string Folder(string? folder)
    {
        var plain = folder?.Trim('/') ?? "";
        plain = plain.StartsWith("./", StringComparison.Ordinal) ? plain[2..] : plain;
        return plain == "." ? "" : plain;
    }
}
