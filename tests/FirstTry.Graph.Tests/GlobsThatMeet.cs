using System.Linq;
using System.Text;

namespace FirstTry.Graph.Tests;

/// <summary>Whether one path can be in two sets. "No" has to be true: mutating checks run beside each other because of it.</summary>
public sealed class GlobsThatMeet
{
    [Theory]
    [InlineData("*.py", "*.md", false)]
    [InlineData("*.py", "*.{md,py}", true)]
    [InlineData("**/*.py", "src/**", true)]
    [InlineData("src/**", "web/**", false)]
    [InlineData("src/**/*.py", "src/*.md", false)]
    [InlineData("src", "src/a/b.py", true)]
    [InlineData("src/", "src2/*.py", false)]
    [InlineData("docs", "web/docs/a.md", true)]
    [InlineData("[a-c]*.txt", "[d-f]*.txt", false)]
    [InlineData("[a-c]*.txt", "[c-f]*.txt", true)]
    [InlineData("?.txt", "??.txt", false)]
    [InlineData("*", "a/b/c", true)]
    [InlineData("a*b", "a*c", false)]
    [InlineData("*.test.js", "*.js", true)]
    public void Two_patterns_meet_where_a_path_is_in_both(string left, string right, bool expected)
    {
        Assert.Equal(expected, Set(left).MayMeet([], Set(right), []));
        Assert.Equal(expected, Set(right).MayMeet([], Set(left), []));
    }

    [Theory]
    [InlineData("web/", "", "src/*", "web/src/*", true)]
    [InlineData("web/", "api/", "**", "**", false)]
    [InlineData("web/", "web/app/", "*.js", "*.js", true)]
    [InlineData("web/", "web/app/", "*.js", "*.css", false)]
    public void Each_set_is_read_from_its_own_folder(string folder, string otherFolder, string left, string right, bool expected) =>
        Assert.Equal(expected, Set(left).MayMeet(Encoding.UTF8.GetBytes(folder), Set(right), Encoding.UTF8.GetBytes(otherFolder)));

    [Fact]
    public void A_set_that_only_excludes_meets_everything_below_its_folder()
    {
        var most = new GlobSet([], [Parse("vendor")]);

        Assert.True(most.MayMeet([], Set("src/*.py"), []));
        Assert.False(most.MayMeet("web/"u8.ToArray(), Set("src/*.py"), []));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Patterns_that_match_the_same_path_are_never_said_not_to_meet(int seed)
    {
        var random = new RandomGlobs(seed);
        var paths = random.Paths(300).Where(path => path.IndexOfAny(['*', '?', '[', '\\']) < 0).Select(RepoPath.FromText).ToArray();
        var sets = Enumerable.Range(0, 80).Select(_ => random.Pattern().Pattern).Where(pattern => Glob.TryParse(pattern, out var _, out var _))
            .Select(pattern => (Pattern: pattern, Set: Set(pattern))).Select(item => (item.Pattern, item.Set, In: paths.Where(path => item.Set.IsMatch(path)).ToHashSet())).ToArray();
        var disjoint = 0;

        foreach (var left in sets)
        {
            foreach (var right in sets)
            {
                var mayMeet = left.Set.MayMeet([], right.Set, []);
                disjoint += mayMeet ? 0 : 1;
                Assert.True(mayMeet || !left.In.Overlaps(right.In), $"{left.Pattern} and {right.Pattern}");
            }
        }

        Assert.True(disjoint > 100, $"{disjoint} pairs do not meet");
    }

    private static GlobSet Set(string pattern) => new([Parse(pattern)], []);

    private static Glob Parse(string pattern)
    {
        Assert.True(Glob.TryParse(pattern, out var glob, out var error), error);
        return glob;
    }
}
