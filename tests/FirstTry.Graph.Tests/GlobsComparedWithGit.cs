using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace FirstTry.Graph.Tests;

public sealed class GlobsComparedWithGit
{
    [Theory]
    [InlineData(1)]
    [InlineData(20260102)]
    [InlineData(8128)]
    public void Random_patterns_match_the_paths_that_git_matches(int seed)
    {
        var random = new RandomGlobs(seed);
        var paths = random.Paths(400);
        var cases = Enumerable.Range(0, 400).Select(_ => random.Pattern()).Where(IsAccepted).ToList();
        using var git = GitPathspecs.Track(paths);
        var answers = git.Match([.. cases.SelectMany(globs => globs.Alternatives)]);

        var differences = cases.SelectMany(globs => paths.Select(path => Compare(globs, path, answers))).Where(text => text is not null).ToList();

        Assert.Empty(differences);
        Assert.True(cases.Count > 200, $"only {cases.Count} patterns were valid");
        Assert.True(answers.Values.Count(matched => matched.Count > 0) > 100, "too few patterns match anything");
    }

    [Theory]
    [InlineData("alnum")]
    [InlineData("alpha")]
    [InlineData("blank")]
    [InlineData("cntrl")]
    [InlineData("digit")]
    [InlineData("graph")]
    [InlineData("lower")]
    [InlineData("print")]
    [InlineData("punct")]
    [InlineData("space")]
    [InlineData("upper")]
    [InlineData("xdigit")]
    public void A_named_class_has_the_characters_that_git_gives_it(string name)
    {
        var paths = Enumerable.Range(1, 127).Where(value => value != '/').Select(value => $"{(char)value}.txt").ToList();
        string[] patterns = [$"./[[:{name}:]].txt", $"./[![:{name}:]].txt"];
        using var git = GitPathspecs.Track(paths);
        var answers = git.Match(patterns);

        foreach (var pattern in patterns)
        {
            Assert.True(Glob.TryParse(pattern, out var glob, out var error), error);
            var matched = paths.Where(path => glob.IsMatch(Encoding.UTF8.GetBytes(path)));
            Assert.Equal(answers[pattern].Order(), matched.Order());
        }
    }

    // A range that runs backwards, a class that is never closed and the like match nothing in git; here they are errors.
    private static bool IsAccepted((string Pattern, string[] Alternatives) globs) => Glob.TryParse(globs.Pattern, out _, out _);

    private static string? Compare(
        (string Pattern, string[] Alternatives) globs,
        string path,
        IReadOnlyDictionary<string, HashSet<string>> answers)
    {
        Assert.True(Glob.TryParse(globs.Pattern, out var glob, out var error), error);
        var expected = globs.Alternatives.Any(alternative => Tails(path, alternative).Any(answers[alternative].Contains));
        return glob.IsMatch(Encoding.UTF8.GetBytes(path)) == expected ? null : $"'{globs.Pattern}' on '{path}': git says {expected}";
    }

    // Without a slash in it, a pattern may match from any segment on.
    private static IEnumerable<string> Tails(string path, string pattern)
    {
        yield return path;
        for (var slash = path.IndexOf('/'); slash >= 0 && !pattern.Contains('/'); slash = path.IndexOf('/', slash + 1))
        {
            yield return path[(slash + 1)..];
        }
    }
}
