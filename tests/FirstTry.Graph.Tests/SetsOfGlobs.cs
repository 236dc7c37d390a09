namespace FirstTry.Graph.Tests;

public sealed class SetsOfGlobs
{
    [Theory]
    [InlineData("src/a.py", true)]
    [InlineData("src/gen/a.py", false)]
    [InlineData("src/a.js", false)]
    public void A_path_is_in_the_set_when_one_includes_it_and_none_excludes_it(string path, bool expected)
    {
        var set = new GlobSet([Parse("*.py"), Parse("*.pyi")], [Parse("src/gen/")]);

        Assert.Equal(expected, set.IsMatch(RepoPath.FromText(path)));
    }

    [Fact]
    public void A_set_that_only_excludes_holds_everything_else()
    {
        var set = new GlobSet([], [Parse("vendor")]);

        Assert.True(set.IsMatch(RepoPath.FromText("src/a")));
        Assert.False(set.IsMatch(RepoPath.FromText("web/vendor/a")));
    }

    [Fact]
    public void Paths_are_matched_below_the_root_of_a_check()
    {
        var set = new GlobSet([Parse("src/*")], []);

        Assert.True(set.IsMatch(RepoPath.FromText("web/src/a"), "web/".Length));
        Assert.False(set.IsMatch(RepoPath.FromText("web/src/a")));
    }

    [Fact]
    public void Sets_compare_by_their_patterns()
    {
        var set = new GlobSet([Parse("a")], [Parse("b")]);

        Assert.Equal(set, new GlobSet([Parse("a")], [Parse("b")]));
        Assert.Equal(set.GetHashCode(), new GlobSet([Parse("a")], [Parse("b")]).GetHashCode());
        Assert.NotEqual(set, new GlobSet([Parse("b")], [Parse("a")]));
        Assert.False(set.Equals(null));
    }

    private static Glob Parse(string pattern)
    {
        Assert.True(Glob.TryParse(pattern, out var glob, out var error), error);
        return glob;
    }
}
