using System;
using System.Linq;
using System.Text;
using FirstTry.Cli.Init.Import.Husky;
using FirstTry.Graph;

namespace FirstTry.Cli.Tests.Init.Import;

public sealed class Globs_of_lint_staged
{
    [Theory]
    [InlineData("*.js", "a.js src/b.js", "a.jsx")]
    [InlineData("./.config/*.yml", ".config/a.yml", "config/a.yml src/.config/a.yml")]
    [InlineData("/src/*.js", "src/a.js", "lib/src/a.js")]
    [InlineData("*.@(js|ts)", "a.js b/c.ts", "a.tsx")]
    [InlineData("*.(js|ts)?(x)", "a.js a.jsx b/c.tsx", "a.json")]
    [InlineData("**/(package|tsconfig(.*)?).json", "package.json a/tsconfig.json a/tsconfig.build.json", "a/other.json")]
    [InlineData("((.github/**/*)|(README|CHANGELOG)|(**/(README|CHANGELOG))).md", "README.md a/b/CHANGELOG.md .github/x/y.md", "a/other.md")]
    [InlineData("*.!(js)", "a.ts", "a.js")]
    [InlineData("!(*.md)", "a.ts", "a.md")]
    public void They_become_globs_of_the_same_files(string pattern, string found, string passed)
    {
        var (files, exclude, note) = LintStagedGlobs.Of(pattern);

        Assert.Null(note);
        Assert.All(found.Split(' '), path => Assert.True(Takes(files, path) && !Takes(exclude, path), path));
        Assert.All(passed.Split(' '), path => Assert.False(Takes(files, path) && !Takes(exclude, path), path));
    }

    [Theory]
    [InlineData("+(a|b).js")]
    [InlineData("(ab)+.js")]
    [InlineData("a/*(b|c).js")]
    [InlineData("!(a)!(b)")]
    [InlineData("(a,b|c).js")]
    [InlineData("(a")]
    public void What_has_no_counterpart_takes_all_files_and_says_so(string pattern)
    {
        var (files, exclude, note) = LintStagedGlobs.Of(pattern);

        Assert.Equal("**", Assert.Single(files));
        Assert.Empty(exclude);
        Assert.Contains("more files are taken", note, StringComparison.Ordinal);
    }

    private static bool Takes(System.Collections.Generic.IReadOnlyList<string> globs, string path) =>
        globs.Any(glob => Glob.TryParse(glob, out var parsed, out _) && parsed.IsMatch(Encoding.UTF8.GetBytes(path)));
}
