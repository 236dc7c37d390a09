using System;
using FirstTry.Graph;

namespace FirstTry.Cli.Init.WhiteSpace;

/// <summary>Patterns of <c>.editorconfig</c> and <c>.gitattributes</c>, which count from the folder of their file, as globs of the repository.</summary>
internal static class FolderGlob
{
    /// <summary>The glob; null when there is none that means the same.</summary>
    public static string? Of(string folder, string pattern)
    {
        var own = pattern.TrimStart('/');
        var isTied = pattern.Contains('/', StringComparison.Ordinal) || pattern == "**";
        var glob = folder != "." ? (isTied ? $"{folder}/{own}" : $"{folder}/**/{own}")
            : isTied && !own.Contains('/', StringComparison.Ordinal) && own != "**" ? "./" + own
            : own;
        return Glob.TryParse(glob, out _, out _) ? glob : null;
    }
}
