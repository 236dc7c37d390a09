using System;
using System.Collections.Generic;

namespace FirstTry.Cli.Init.Import.Patterns;

/// <summary>
/// Turns globs in which <c>*</c> and <c>**</c> stand for any characters, slashes too, into ours. So lefthook reads them by default:
/// <c>*.js</c> is at any depth, <c>src/*.js</c> also <c>src/a/b.js</c>, and <c>src/**/*.js</c> is not <c>src/a.js</c>.
/// </summary>
internal static class WideGlobs
{
    /// <summary>Our globs for one of these; not exact where a piece has no counterpart.</summary>
    public static PathPatternResult Of(string glob)
    {
        var sequences = new List<List<PathAtom>> { new() };
        var at = 0;
        try
        {
            sequences = ReadBranches(glob, ref at, isInside: false);
            return PathGlobs.Of(sequences) is { } globs ? new PathPatternResult(globs, IsExact: true) : new PathPatternResult(["**"], IsExact: false);
        }
        catch (FormatException)
        {
            return new PathPatternResult(["**"], IsExact: false);
        }
    }

    private static List<List<PathAtom>> ReadBranches(string glob, ref int at, bool isInside)
    {
        var all = new List<List<PathAtom>>();
        List<List<PathAtom>> current = [[]];
        while (at < glob.Length && !(isInside && glob[at] == '}'))
        {
            if (isInside && glob[at] == ',')
            {
                at++;
                all.AddRange(current);
                current = [[]];
                continue;
            }

            var options = ReadAtom(glob, ref at);
            var next = new List<List<PathAtom>>();
            foreach (var sequence in current)
            {
                foreach (var option in options)
                {
                    next.Add([.. sequence, .. option]);
                }
            }

            current = next.Count <= 200 ? next : throw new FormatException();
        }

        all.AddRange(current);
        return all;
    }

    private static List<List<PathAtom>> ReadAtom(string glob, ref int at)
    {
        var character = glob[at++];
        switch (character)
        {
            case '*':
                return [[new PathAtom(PathAtomKind.Deep)]];
            case '?':
                return [[new PathAtom(PathAtomKind.One)], [PathAtom.Slash]];
            case '[':
                var close = glob.IndexOf(']', at);
                var text = close < 0 ? throw new FormatException() : glob[(at - 1)..(close + 1)];
                at = close + 1;
                return [[new PathAtom(PathAtomKind.Class, text)]];
            case '{':
                var inner = ReadBranches(glob, ref at, isInside: true);
                return at++ < glob.Length ? inner : throw new FormatException();
            case '\\' when at < glob.Length:
                return [[new PathAtom(PathAtomKind.Literal, glob[at++].ToString())]];
            default:
                return [[new PathAtom(PathAtomKind.Literal, character.ToString())]];
        }
    }
}
