namespace FirstTry.Graph.Tests;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("bukcet", "bucket")]
    [InlineData("buckt", "bucket")]
    [InlineData("Bucket", "bucket")]
    [InlineData("fils", "files")]
    [InlineData("rn", "run")]
    public void A_typo_finds_its_name(string typo, string meant) =>
        Assert.Equal(meant, NearestName.Find(typo, ["run", "files", "bucket", "needs"]));

    [Theory]
    [InlineData("colour")]
    [InlineData("x")]
    [InlineData("")]
    public void What_is_near_nothing_finds_nothing(string name) =>
        Assert.Null(NearestName.Find(name, ["run", "files", "bucket", "needs"]));

    [Fact]
    public void The_first_of_equally_near_names_wins() =>
        Assert.Equal("lint", NearestName.Find("lind", ["lint", "line"]));

    [Fact]
    public void A_suggestion_is_a_sentence_or_nothing()
    {
        Assert.Equal(" Did you mean 'run'?", NearestName.Suggest("runn", ["run"]));
        Assert.Equal("", NearestName.Suggest("qqqqq", ["run"]));
    }
}
