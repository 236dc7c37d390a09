using System;
using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Cli.Init.WhiteSpace;

/// <summary>Files whose white space is what it has to be: snapshots and test data by convention, and what <c>.gitattributes</c> calls binary or generated.</summary>
internal static class UntouchableFiles
{
    // What a tool wrote and compares byte by byte, what tests read, what came from elsewhere.
    private static readonly string[] Conventions =
    [
        "*.{verified,received,approved}.*", "*.{snap,snapshot,golden}", "**/__snapshots__/**", "**/snapshots/**", "**/golden/**",
        "*.{patch,diff}", "*.min.{js,css}", "**/fixtures/**", "**/__fixtures__/**", "**/testdata/**", "**/test-data/**", "**/test_data/**",
        "**/vendor/**", "**/third_party/**", "**/node_modules/**",
    ];

    // Enough to tell whether there is text among the files of a pattern.
    private const int Looks = 20;

    /// <summary>Globs of those among the <paramref name="mended"/> files of the repository; null when it names some in a way that globs cannot follow.</summary>
    public static IReadOnlyList<string>? Find(SourceTree tree, GlobSet mended)
    {
        var globs = new List<string>();
        foreach (var candidate in (IEnumerable<string?>)[.. Conventions, .. Named(tree)])
        {
            if (candidate is null || !Glob.TryParse(candidate, out var glob, out _))
            {
                return null;
            }

            if (!globs.Contains(candidate) && HasText(tree, mended, glob))
            {
                globs.Add(candidate);
            }
        }

        return globs;
    }

    // A pattern for all files turns the conversion of line ends off; nobody means that all files are binary.
    private static IEnumerable<string?> Named(SourceTree tree)
    {
        foreach (var folder in tree.Folders)
        {
            foreach (var line in tree.TextOf(folder, ".gitattributes").Split('\n'))
            {
                var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
                if (words.Length > 1 && !words[0].StartsWith('#') && Array.Exists(words, IsHandsOff) && words[0] is not ("*" or "**"))
                {
                    yield return words[0].AsSpan().ContainsAny("\"{}!") ? null : FolderGlob.Of(folder, words[0]);
                }
            }
        }
    }

    private static bool HasText(SourceTree tree, GlobSet mended, Glob glob)
    {
        var looks = 0;
        foreach (var file in tree.Files)
        {
            if (glob.IsMatch(file.Bytes) && mended.IsMatch(file))
            {
                if (tree.IsText(file))
                {
                    return true;
                }

                if (++looks == Looks)
                {
                    return false;
                }
            }
        }

        return false;
    }

    private static bool IsHandsOff(string attribute) => attribute is
        "binary" or "-text" or "filter=lfs" or "-whitespace"
        or "linguist-generated" or "linguist-generated=true" or "linguist-vendored" or "linguist-vendored=true";
}
