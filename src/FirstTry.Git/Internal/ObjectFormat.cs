using System;
using System.IO;

namespace FirstTry.Git.Internal;

/// <summary>Which hash names the objects of a repository, and what follows from it.</summary>
/// <param name="IdLength">How many bytes an id has.</param>
/// <param name="EmptyTree">The id of the tree without entries, which git knows in every repository.</param>
internal sealed record ObjectFormat(int IdLength, string EmptyTree)
{
    private static readonly ObjectFormat Sha1 = new(20, "4b825dc642cb6eb9a060e54bf8d69288fbee4904");
    private static readonly ObjectFormat Sha256 = new(32, "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321");

    /// <summary>Reads <c>extensions.objectFormat</c>, which git itself takes from the repository's own config file only.</summary>
    public static ObjectFormat Of(Worktree worktree)
    {
        var config = Path.Combine(worktree.CommonDirectory, "config");
        if (!File.Exists(config))
        {
            return Sha1;
        }

        var isExtensions = false;
        foreach (var written in File.ReadAllLines(config))
        {
            var line = written.AsSpan().Trim();
            if (line.StartsWith('['))
            {
                isExtensions = line.StartsWith("[extensions]", StringComparison.OrdinalIgnoreCase);
                line = isExtensions ? line["[extensions]".Length..].Trim() : line;
            }

            if (isExtensions && IsSha256(line))
            {
                return Sha256;
            }
        }

        return Sha1;
    }

    private static bool IsSha256(ReadOnlySpan<char> line)
    {
        var equals = line.IndexOf('=');
        return equals > 0
            && line[..equals].Trim().Equals("objectformat", StringComparison.OrdinalIgnoreCase)
            && line[(equals + 1)..].Trim().Trim('"').Equals("sha256", StringComparison.OrdinalIgnoreCase);
    }
}
