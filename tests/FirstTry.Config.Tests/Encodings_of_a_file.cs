using System.Text;
using FirstTry.Graph;

namespace FirstTry.Config.Tests;

public sealed class Encodings_of_a_file
{
    private const string Text = "checks:\n  größe: { run: x }\n";

    [Fact]
    public void Utf8_is_read_with_and_without_a_byte_order_mark()
    {
        const string Sound = "checks: { test: { run: x, description: \"größe 🙂 \uFFFD\" } }";
        byte[] plain = Encoding.UTF8.GetBytes(Sound);
        byte[] marked = [0xEF, 0xBB, 0xBF, .. plain];

        foreach (var content in (byte[][])[plain, marked])
        {
            var result = ConfigParser.Parse(ConfigSource.FromBytes("firsttry.yml", content));

            Assert.Empty(result.Problems);
            Assert.Equal("größe 🙂 \uFFFD", result.Graph.Checks[0].Description);
        }
    }

    [Theory]
    [InlineData(1200, "UTF-16")]
    [InlineData(1201, "UTF-16")]
    [InlineData(12000, "UTF-32")]
    [InlineData(12001, "UTF-32")]
    public void Another_encoding_of_unicode_is_named(int codePage, string name)
    {
        var encoding = Encoding.GetEncoding(codePage);

        Refuses([.. encoding.GetPreamble(), .. encoding.GetBytes(Text)], 1, 1, $"The file is {name}. Save it as UTF-8.");
    }

    [Theory]
    [InlineData(1200)]
    [InlineData(1201)]
    public void Utf16_is_known_without_its_mark(int codePage) =>
        Refuses(Encoding.GetEncoding(codePage).GetBytes(Text), 1, 1, "The file is UTF-16. Save it as UTF-8.");

    [Theory]
    [InlineData("F6", 2, 5, "F6")]
    [InlineData("C0 80", 2, 5, "C0")]
    [InlineData("C3", 2, 5, "C3")]
    [InlineData("C3 A4 E2 82", 2, 6, "E2")]
    [InlineData("ED A0 80", 2, 5, "ED")]
    [InlineData("F0 9F 99 82 F4 90 80 80", 2, 7, "F4")]
    [InlineData("80", 2, 5, "80")]
    [InlineData("FF", 2, 5, "FF")]
    [InlineData("0D 0D 0A FE", 4, 1, "FE")]
    public void The_first_byte_that_does_not_fit_is_the_place(string bytes, int line, int column, string named)
    {
        byte[] content = [.. "a:\r\n  gr"u8, .. System.Convert.FromHexString(bytes.Replace(" ", "", System.StringComparison.Ordinal)), .. "x: y\n"u8];

        Refuses(content, line, column, $"The byte 0x{named} is not UTF-8. Save the file as UTF-8.");
        Refuses([0xEF, 0xBB, 0xBF, .. content], line, column, $"The byte 0x{named} is not UTF-8. Save the file as UTF-8.");
    }

    [Fact]
    public void The_local_file_has_the_same_problem()
    {
        var result = ConfigParser.Parse(
            new ConfigSource("firsttry.yml", "checks: { test: { run: x } }"), ConfigSource.FromBytes("firsttry.local.yml", Encoding.Latin1.GetBytes(Text)));

        var problem = Assert.Single(result.Problems);
        Assert.Equal(("FT0044", "firsttry.local.yml"), (problem.Id, problem.File));
        Assert.True(result.HasErrors);
    }

    private static void Refuses(byte[] content, int line, int column, string message)
    {
        var result = ConfigParser.Parse(ConfigSource.FromBytes("firsttry.yml", content));

        var problem = Assert.Single(result.Problems);
        var end = message.StartsWith("The file", System.StringComparison.Ordinal) ? column : column + 1;
        Assert.Equal(new Problem("FT0044", Severity.Error, message, "firsttry.yml", new SourceSpan(line, column, line, end)), problem);
        Assert.Same(CheckGraph.Empty, result.Graph);
    }
}
