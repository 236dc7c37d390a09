using System.Linq;

namespace FirstTry.Graph.Tests;

public sealed class GlobErrors
{
    [Theory]
    [InlineData("", "The pattern is empty. Write '**' for everything, or remove it.")]
    [InlineData("{a,}", "The pattern is empty. Write '**' for everything, or remove it.")]
    [InlineData("/src/*", "A pattern cannot start with '/': it is relative already. Write './src/*' for the top directory alone.")]
    [InlineData("../x", "A pattern cannot go up with '..'. Start at the directory that the paths are relative to, or set 'root'.")]
    [InlineData("src/../x", "A pattern cannot go up with '..'. Start at the directory that the paths are relative to, or set 'root'.")]
    [InlineData("[a-z", "The '[' is never closed. Close the class with ']', or write '\\[' for the character itself.")]
    [InlineData("x[]", "The '[' is never closed. Close the class with ']', or write '\\[' for the character itself.")]
    [InlineData("[", "The '[' is never closed. Close the class with ']', or write '\\[' for the character itself.")]
    [InlineData("[z-a]", "The range 'z-a' is empty. Write the smaller character first: 'a-z'.")]
    [InlineData(
        "[[:digits:]]",
        "There is no class '[:digits:]'. The classes are alnum, alpha, blank, cntrl, digit, graph, lower, print, punct, space, upper, xdigit.")]
    [InlineData(
        "[\u00e9]",
        "A class matches one byte, and letters outside ASCII have several. Write alternatives, as in '{\u00e9,\u00e8}', or '*'.")]
    [InlineData("*.{js,ts", "The '{' is never closed. Close the alternatives with '}', or write '\\{' for the character itself.")]
    [InlineData("*.js}", "A '}' closes nothing. Open it with '{', or write '\\}' for the character itself.")]
    [InlineData("x{}", "'{}' has no alternatives. Name some, as in '{a,b}', or write '\\{\\}' for the characters themselves.")]
    [InlineData("src\\", "The '\\' at the end escapes nothing. Remove it, or write '/' between the segments of a path.")]
    [InlineData(
        "src\\main.c",
        "'\\m' is no escape: '\\' only takes away the meaning of characters such as '*'. Write '/' between the segments of a path.")]
    [InlineData(
        "[\\w]",
        "'\\w' is no escape: '\\' only takes away the meaning of characters such as '*'. Write '/' between the segments of a path.")]
    [InlineData("src*/", "Only directories end in '/', and patterns are compared with files. Write 'src*/**' for all files below.")]
    [InlineData("**/", "Only directories end in '/', and patterns are compared with files. Write '**/**' for all files below.")]
    public void A_wrong_pattern_is_refused_with_the_way_out(string pattern, string message)
    {
        var isGlob = Glob.TryParse(pattern, out var glob, out var error);

        Assert.False(isGlob);
        Assert.Null(glob);
        Assert.Equal(message, error);
    }

    [Theory]
    [InlineData("/main", "No name starts with '/'. Remove it.")]
    [InlineData("release/", "No name ends in '/'. Write 'release/**' for all names that start so.")]
    [InlineData("", "The pattern is empty. Write '**' for everything, or remove it.")]
    public void A_pattern_that_no_name_matches_is_refused(string pattern, string message)
    {
        Assert.False(Glob.TryParse(pattern, GlobScope.Name, out _, out var error));
        Assert.Equal(message, error);
    }

    [Fact]
    public void Braces_cannot_stand_for_more_than_a_bounded_number_of_alternatives()
    {
        var product = string.Concat(Enumerable.Repeat("{a,b}", 40));
        var sum = "{" + string.Join(',', Enumerable.Range(0, 257)) + "}";
        var most = "{" + string.Join(',', Enumerable.Range(0, 256)) + "}";

        Assert.False(Glob.TryParse(product, out _, out var first));
        Assert.False(Glob.TryParse(sum, out _, out var second));
        Assert.True(Glob.TryParse(most, out _, out _));

        Assert.StartsWith("The braces stand for more than 256 alternatives", first, System.StringComparison.Ordinal);
        Assert.Equal(first, second);
    }

    [Fact]
    public void Nesting_and_length_are_bounded()
    {
        var deep = new string('{', 5000 / 2) + "a" + new string('}', 1500);
        var @long = new string('a', 4097);

        Assert.False(Glob.TryParse(deep, out _, out var first));
        Assert.False(Glob.TryParse(@long, out _, out var second));

        Assert.Equal("Alternatives are nested more than 16 deep. Write several patterns in a list.", first);
        Assert.Equal("The pattern has more than 4096 characters. Write several patterns in a list.", second);
    }

    [Fact]
    public void The_largest_pattern_keeps_its_lengths_in_two_bytes()
    {
        var classes = string.Concat(Enumerable.Repeat("[a]", 4096 / 3));

        Assert.True(Glob.TryParse(classes, out var glob, out var error), error);

        Assert.True(glob.IsMatch(System.Text.Encoding.UTF8.GetBytes(new string('a', 4096 / 3))));
    }
}
