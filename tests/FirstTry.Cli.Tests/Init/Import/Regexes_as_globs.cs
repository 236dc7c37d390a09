using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using FirstTry.Cli.Init.Import.Patterns;
using FirstTry.Graph;

namespace FirstTry.Cli.Tests.Init.Import;

public sealed class Regexes_as_globs
{
    private static readonly string[] Pieces = ["a", "b", "src", "docs", "test", "x.py", ".py", "a.py", "a.pyi", "foo", "Makefile", "b.js", "b.tsx", "_", ".", "py", "aXpy", "1", "22.fix", "gen_a.py"];

    [Theory]
    [InlineData(@"\.py$", "*.py")]
    [InlineData(@"^src/", "src/**")]
    [InlineData(@"^a\.py$", "./a.py")]
    [InlineData(@"(^|/)Makefile$", "Makefile")]
    [InlineData(@"\.(js|tsx?)$", "*.{js,tsx,ts}")]
    [InlineData(@"\.(py|a-b|js)$", "*.{py,js} *.a-b")]
    [InlineData(@"\.(py|js|a b)$", "*.{py,js} *.a b")]
    [InlineData(@"^(src|docs)/.*\.pyi?$", "src/**/*.{pyi,py} docs/**/*.{pyi,py}")]
    [InlineData(@".*", "")]
    public void Plain_expressions_become_plain_globs(string expression, string globs) =>
        Assert.Equal(globs, string.Join(' ', RegexGlobs.Including(expression).Globs));

    [Theory]
    [InlineData(@"\.py$")]
    [InlineData(@"py$")]
    [InlineData(@".py$")]
    [InlineData(@"^src/")]
    [InlineData(@"src/")]
    [InlineData(@"^src/.*\.py$")]
    [InlineData(@"^src/[^/]+\.py$")]
    [InlineData(@"^src/.+$")]
    [InlineData(@"^(src|docs)/(a|b)/")]
    [InlineData(@"^a.*py$")]
    [InlineData(@"test.*\.pyi?$")]
    [InlineData(@"(^|/)test/.*x")]
    [InlineData(@"[ab]\.(py|js)")]
    [InlineData(@"[^a]$")]
    [InlineData(@"foo|Makefile$")]
    [InlineData(@"^(.*/)?gen_[^/]*\.py$")]
    [InlineData(@"(?i)^SRC/.*\.PY$")]
    [InlineData("(?x)^(\n  src/a  # one\n  | docs/b\n)")]
    [InlineData(@"a{1,2}/?b")]
    [InlineData(@"^src$|^docs/a$")]
    public void What_is_called_equal_finds_the_same_paths(string expression)
    {
        var result = RegexGlobs.Including(expression);
        var regex = new Regex(expression, RegexOptions.CultureInvariant);

        Assert.True(result.IsExact);
        Assert.All(Paths(expression.Length), path => Assert.Equal(regex.IsMatch(path), result.Globs.Count == 0 || Matches(result.Globs, path)));
    }

    [Theory]
    [InlineData(@"^(?!test/).*\.py$")]
    [InlineData(@"^\w+/a")]
    [InlineData(@"(ab)+/x")]
    [InlineData(@"\bfoo\b")]
    [InlineData(@"^\d+\.fix")]
    [InlineData(@"(?P<a>b)(?P=a)")]
    public void What_is_not_equal_takes_more_and_leaves_out_less(string expression)
    {
        var (including, excluding) = (RegexGlobs.Including(expression), RegexGlobs.Excluding(expression));
        var regex = new Regex(expression.Replace("(?P<", "(?<", StringComparison.Ordinal).Replace("(?P=a)", @"\k<a>", StringComparison.Ordinal), RegexOptions.CultureInvariant);

        Assert.False(including.IsExact);
        Assert.False(excluding.IsExact);
        Assert.All(Paths(7).Where(path => regex.IsMatch(path)), path => Assert.True(including.Globs.Count == 0 || Matches(including.Globs, path), path));
        Assert.All(Paths(8).Where(path => Matches(excluding.Globs, path)), path => Assert.True(regex.IsMatch(path), path));
    }

    [Theory]
    [InlineData("*.js", "*.js")]
    [InlineData("src/*.js", "src/**/*.js")]
    [InlineData("*.{js,ts}", "*.{js,ts}")]
    [InlineData("a/b.txt", "a/b.txt")]
    public void A_star_of_lefthook_crosses_folders(string pattern, string globs) => Assert.Equal(globs, string.Join(' ', WideGlobs.Of(pattern).Globs.Select(glob => glob)));

    internal static bool Matches(IReadOnlyList<string> globs, string path) =>
        globs.Any(glob => IsOfFile(glob, path) && (Glob.TryParse(glob, out var parsed, out _) ? parsed.IsMatch(Encoding.UTF8.GetBytes(path)) : throw new InvalidOperationException(glob)));

    // A glob without wildcards stands for a file here: what it would match as a folder is in no repository that has the file.
    private static bool IsOfFile(string glob, string path) =>
        glob.AsSpan().IndexOfAny("*?[{") >= 0 || (glob.Contains('/', StringComparison.Ordinal) ? path == glob.Replace("./", "", StringComparison.Ordinal) : path.Split('/')[^1] == glob);

    private static List<string> Paths(int seed)
    {
        var random = new Random(seed);
        var paths = new List<string>();
        for (var i = 0; i < 3000; i++)
        {
            paths.Add(string.Join('/', Enumerable.Range(0, random.Next(1, 5)).Select(_ => Segment(random))));
        }

        return paths;
    }

    private static string Segment(Random random)
    {
        var text = string.Concat(Enumerable.Range(0, random.Next(1, 3)).Select(_ => Pieces[random.Next(Pieces.Length)]));
        return text is "." or ".." ? "a" : text;
    }
}
