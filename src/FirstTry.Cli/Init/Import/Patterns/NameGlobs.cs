using System;

namespace FirstTry.Cli.Init.Import.Patterns;

/// <summary>Globs over paths as globs over names of branches, which have no depth of their own.</summary>
internal static class NameGlobs
{
    /// <summary>The glob that matches the same names.</summary>
    public static string Of(string glob) =>
        glob.StartsWith("./", StringComparison.Ordinal) ? glob[2..] : glob.Contains('/', StringComparison.Ordinal) || glob == "**" ? glob : "**/" + glob;
}
