using System.IO;
using System.Linq;
using System.Runtime.Versioning;
using FirstTry.Graph;

namespace FirstTry.Engine.Tests.Builtins;

public sealed class Fixing_text
{
    [Theory]
    [InlineData("a  \nb\t\n", "a\nb\n")]
    [InlineData("a \r\nb", "a\r\nb")]
    [InlineData("a \r\r\n", "a\r\n")]
    [InlineData(" \n\n  b\v\f", "\n\n  b")]
    [InlineData("a\r", "a")]
    [InlineData("\u00e4 \n\u00a0\n", "\u00e4\n\u00a0\n")]
    public void White_space_goes_from_the_ends_of_lines(string before, string after) => Mends("trailing-whitespace", before, after);

    [Theory]
    [InlineData("text\t  \nnext", "text  \nnext")]
    [InlineData("text   \n", "text  \n")]
    [InlineData("  \n", "\n")]
    [InlineData("text \n", "text\n")]
    public void A_line_break_of_markdown_stays(string before, string after)
    {
        using var scene = BuiltinScene.Create().With("a.MD", before);

        scene.Run("trailing-whitespace", ("markdown_extensions", "md"));

        Assert.Equal(after, scene.Read("a.MD"));
    }

    [Theory]
    [InlineData("a", "a\n")]
    [InlineData("a\n\n\n", "a\n")]
    [InlineData("a\r\n\r\n", "a\r\n")]
    [InlineData("a\r\r", "a\r")]
    [InlineData("\n\n", "")]
    [InlineData("\n", "")]
    public void A_file_ends_with_one_line_end(string before, string after) => Mends("end-of-file", before, after);

    [Theory]
    [InlineData("a\nb\r\nc\n", "a\nb\nc\n")]
    [InlineData("a\r\nb\r\nc\n", "a\r\nb\r\nc\r\n")]
    [InlineData("a\r\nb\nc", "a\nb\nc")]
    [InlineData("a\rb\rc\n", "a\rb\rc\r")]
    public void The_line_end_that_most_lines_have_wins(string before, string after) => Mends("mixed-line-ending", before, after);

    [Theory]
    [InlineData("lf", "a\r\nb\r\n", "a\nb\n")]
    [InlineData("crlf", "a\nb", "a\r\nb")]
    [InlineData("cr", "a\nb", "a\rb")]
    public void A_line_end_can_be_asked_for(string fix, string before, string after)
    {
        using var scene = BuiltinScene.Create().With("a", before);

        var outcome = scene.Run("mixed-line-ending", ("fix", fix));

        Assert.True(outcome.Passed);
        Assert.Equal(after, scene.Read("a"));
    }

    [Fact]
    public void Mixed_line_ends_can_be_reported_only()
    {
        using var scene = BuiltinScene.Create().With("a", "a\nb\r\n");

        var outcome = scene.Run("mixed-line-ending", ("fix", "no"));

        Assert.False(outcome.Passed);
        Assert.Equal("a: mixed or unwanted line ends\n", outcome.Output);
        Assert.Equal("a\nb\r\n", scene.Read("a"));
    }

    [Fact]
    public void An_unknown_line_end_is_refused()
    {
        using var scene = BuiltinScene.Create().With("a", "a\nb\r\n");

        var outcome = scene.Run("mixed-line-ending", ("fix", "unix"));

        Assert.False(outcome.Passed);
        Assert.Contains("'unix'", outcome.Output, System.StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_is_taken_off() => Mends("byte-order-mark", "\u00ef\u00bb\u00bfa\n", "a\n");

    [Theory]
    [InlineData("trailing-whitespace", "a\n b\r\n\n")]
    [InlineData("end-of-file", "a\r\n")]
    [InlineData("end-of-file", "")]
    [InlineData("mixed-line-ending", "a\r\nb\r\n")]
    [InlineData("byte-order-mark", "a")]
    [InlineData("trailing-whitespace", "bin\0 \n")]
    [InlineData("end-of-file", "bin\0")]
    public void What_is_right_or_binary_is_not_written(string check, string content)
    {
        using var scene = BuiltinScene.Create().With("a", content);
        var time = File.GetLastWriteTimeUtc(Path.Combine(scene.Root, "a"));

        var outcome = scene.Run(check);

        Assert.True(outcome.Passed);
        Assert.Empty(outcome.ChangedFiles);
        Assert.Equal("", outcome.Output);
        Assert.Equal(content, scene.Read("a"));
        Assert.Equal(time, File.GetLastWriteTimeUtc(Path.Combine(scene.Root, "a")));
    }

    [Fact]
    public void Where_writing_is_not_allowed_the_file_is_an_objection()
    {
        using var scene = BuiltinScene.Create().With("a", "a \n");

        var outcome = scene.Run("trailing-whitespace", context => context with { MayWrite = false });

        Assert.False(outcome.Passed);
        Assert.Equal("a: white space at the end of a line\n", outcome.Output);
        Assert.Equal("a \n", scene.Read("a"));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void The_mode_is_kept_and_links_are_left_alone()
    {
        using var scene = BuiltinScene.Create().With("run", "a \n").With("target", "a \n");
        File.SetUnixFileMode(Path.Combine(scene.Root, "run"), (UnixFileMode)0b111_101_000);
        File.CreateSymbolicLink(Path.Combine(scene.Root, "link"), "target");

        var outcome = scene.Changed("link").Run("trailing-whitespace");

        Assert.Equal((UnixFileMode)0b111_101_000, File.GetUnixFileMode(Path.Combine(scene.Root, "run")));
        Assert.Equal(["run", "target"], outcome.ChangedFiles.Select(file => file.ToString()));
        Assert.Equal("target", new FileInfo(Path.Combine(scene.Root, "link")).LinkTarget);
    }

    [Fact]
    public void A_file_that_is_not_there_is_an_objection()
    {
        using var scene = BuiltinScene.Create().Changed("gone.txt");

        var outcome = scene.Run("end-of-file");

        Assert.False(outcome.Passed);
        Assert.StartsWith("gone.txt: cannot be read", outcome.Output, System.StringComparison.Ordinal);
    }

    private static void Mends(string check, string before, string after)
    {
        using var scene = BuiltinScene.Create(check).With("a", before);

        var outcome = scene.Run(check);

        Assert.True(outcome.Passed, outcome.Output);
        Assert.Equal([RepoPath.FromText("a")], outcome.ChangedFiles);
        Assert.StartsWith("a: fixed", outcome.Output, System.StringComparison.Ordinal);
        Assert.Equal(after, scene.Read("a"));
        Assert.Empty(scene.Run(check).ChangedFiles);
    }
}
