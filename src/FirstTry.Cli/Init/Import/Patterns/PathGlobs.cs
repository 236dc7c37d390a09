using System;
using System.Collections.Generic;
using System.Text;

namespace FirstTry.Cli.Init.Import.Patterns;

/// <summary>Writes sequences of atoms over whole paths as globs that match the same paths.</summary>
internal static class PathGlobs
{
    private const int MostGlobs = 60;

    /// <summary>The globs; null when there would be too many to read.</summary>
    public static IReadOnlyList<string>? Of(IEnumerable<IReadOnlyList<PathAtom>> sequences)
    {
        var globs = new List<string>();
        foreach (var sequence in sequences)
        {
            foreach (var glob in OfOne(Simplify(sequence)))
            {
                if (!globs.Contains(glob))
                {
                    globs.Add(glob);
                }
            }

            if (globs.Count > MostGlobs)
            {
                return null;
            }
        }

        return globs.Contains("**") ? ["**"] : JoinExtensions(JoinDepths(globs));
    }

    private static List<PathAtom> Simplify(IReadOnlyList<PathAtom> sequence)
    {
        var simple = new List<PathAtom>();
        foreach (var atom in sequence)
        {
            var last = simple.Count > 0 ? simple[^1].Kind : PathAtomKind.Literal;
            if (atom.Kind is PathAtomKind.Star && last is PathAtomKind.Star or PathAtomKind.Deep)
            {
                continue;
            }

            if (atom.Kind is PathAtomKind.Deep && last is PathAtomKind.Star or PathAtomKind.Deep)
            {
                simple.RemoveAt(simple.Count - 1);
            }

            simple.Add(atom);
        }

        // Nothing ends in a slash, so at least one character follows anyway.
        if (simple is [.., var boundary, { Kind: PathAtomKind.One }, { Kind: PathAtomKind.Deep }] && boundary.IsSlash)
        {
            simple.RemoveAt(simple.Count - 2);
        }

        return simple;
    }

    private static List<string> OfOne(List<PathAtom> atoms)
    {
        var texts = new List<StringBuilder> { new() };
        for (var i = 0; i < atoms.Count; i++)
        {
            var isBoundary = i == 0 || atoms[i - 1].IsSlash;
            if (atoms[i].Kind != PathAtomKind.Deep)
            {
                if (atoms[i].IsSlash && (isBoundary || i == atoms.Count - 1))
                {
                    return [];
                }

                Append(texts, TextOf(atoms[i]));
                continue;
            }

            var isLast = i == atoms.Count - 1;
            if (!isLast && atoms[i + 1].IsSlash)
            {
                Append(texts, "*/**");
            }
            else if (isBoundary)
            {
                Append(texts, isLast ? "**" : "**/*");
            }
            else
            {
                Fork(texts, "*", isLast ? "*/**" : "*/**/*");
            }
        }

        return texts.ConvertAll(text => Anchor(text.ToString()));
    }

    // A glob without a slash matches at any depth; "**/*.py" can be said so.
    private static string Anchor(string glob)
    {
        glob = glob.Replace("**/**", "**", StringComparison.Ordinal);
        if (glob.StartsWith("**/", StringComparison.Ordinal) && !glob[3..].Contains('/', StringComparison.Ordinal))
        {
            return glob[3..];
        }

        return glob == "**" || glob.Contains('/', StringComparison.Ordinal) ? glob : "./" + glob;
    }

    // At the top, or below a folder: at any depth.
    private static List<string> JoinDepths(List<string> globs)
    {
        foreach (var glob in globs.ToArray())
        {
            var tail = glob.StartsWith("*/**/", StringComparison.Ordinal) ? glob[5..] : null;
            var top = tail is null ? null : tail.Contains('/', StringComparison.Ordinal) ? tail : "./" + tail;
            if (top is not null && globs.Contains(top))
            {
                globs[globs.IndexOf(top)] = tail!.Contains('/', StringComparison.Ordinal) ? "**/" + tail : tail;
                globs.Remove(glob);
            }
        }

        return globs;
    }

    private static List<string> JoinExtensions(List<string> globs)
    {
        var joined = new List<string>();
        var extensionsOf = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var glob in globs)
        {
            var stem = StemOf(glob);
            if (stem is not null && extensionsOf.TryGetValue(stem, out var extensions))
            {
                extensions.Add(glob[(stem.Length + 1)..]);
                continue;
            }

            joined.Add(glob);
            if (stem is not null)
            {
                extensionsOf[stem] = [glob[(stem.Length + 1)..]];
            }
        }

        return joined.ConvertAll(glob => StemOf(glob) is { } stem && extensionsOf[stem] is { Count: > 1 } several ? $"{stem}.{{{string.Join(',', several)}}}" : glob);
    }

    // What comes before a plain extension, when anything may: "src/*" of "src/*.py".
    private static string? StemOf(string glob)
    {
        var dot = glob.LastIndexOf('.');
        return dot > 0 && glob[dot - 1] == '*' && IsWord(glob.AsSpan(dot + 1)) ? glob[..dot] : null;
    }

    private static bool IsWord(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character))
            {
                return false;
            }
        }

        return text.Length > 0;
    }

    private static string TextOf(PathAtom atom) => atom.Kind switch
    {
        PathAtomKind.Literal => atom.Text is "*" or "?" or "[" or "{" or "}" or "\\" or "!" or "," ? "\\" + atom.Text : atom.Text,
        PathAtomKind.Class => atom.Text,
        PathAtomKind.One => "?",
        _ => "*",
    };

    private static void Append(List<StringBuilder> texts, string text) => texts.ForEach(candidate => candidate.Append(text));

    private static void Fork(List<StringBuilder> texts, string first, string second)
    {
        foreach (var text in texts.ToArray())
        {
            texts.Add(new StringBuilder(text.ToString()).Append(second));
            text.Append(first);
        }
    }
}
