using System.Linq;

namespace FirstTry.Graph.Tests;

public sealed class PathsOfTheRepository
{
    [Fact]
    public void Paths_are_compared_by_their_bytes()
    {
        var path = RepoPath.FromText("src/a");

        Assert.True(path == new RepoPath([.. "src/a"u8]));
        Assert.Equal(path.GetHashCode(), RepoPath.FromText("src/a").GetHashCode());
        Assert.True(path != RepoPath.FromText("src/A"));
        Assert.Equal(default, RepoPath.FromText(""));
    }

    [Fact]
    public void Paths_are_ordered_as_git_orders_them()
    {
        RepoPath[] paths = [new([0xFF]), RepoPath.FromText("a/b"), RepoPath.FromText("a"), RepoPath.FromText("a.b"), RepoPath.FromText("B")];

        var ordered = paths.Order().Select(path => path.ToString());

        Assert.Equal(["B", "a", "a.b", "a/b", "\"\\377\""], ordered);
        Assert.True(paths[2] < paths[1]);
        Assert.True(paths[0] > paths[1]);
        Assert.True(paths[2] <= paths[2] && paths[2] >= paths[2]);
    }

    [Theory]
    [InlineData("src/a b.py", "src/a b.py")]
    [InlineData("caf\u00e9", "caf\u00e9")]
    [InlineData("a\nb", "\"a\\nb\"")]
    [InlineData("a\tb\rc", "\"a\\tb\\rc\"")]
    [InlineData("say \"hi\"", "\"say \\\"hi\\\"\"")]
    [InlineData("a\\b", "\"a\\\\b\"")]
    [InlineData("\u001b[31m", "\"\\033[31m\"")]
    public void People_read_text_and_never_control_characters(string path, string display) =>
        Assert.Equal(display, RepoPath.FromText(path).ToString());

    [Fact]
    public void Bytes_that_are_no_text_are_shown_as_octal()
    {
        var path = new RepoPath([(byte)'a', 0xE9, (byte)'b']);

        Assert.Equal("\"a\\351b\"", path.ToString());
    }
}
