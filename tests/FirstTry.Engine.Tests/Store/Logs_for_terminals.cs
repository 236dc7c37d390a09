using System.Text;
using FirstTry.Engine.Store;

namespace FirstTry.Engine.Tests.Store;

public sealed class Logs_for_terminals
{
    [Theory]
    [InlineData("plain text\n\twith a tab\r\nand two lines\n", "plain text\n\twith a tab\r\nand two lines\n")]
    [InlineData("\u001b[31mred\u001b[0m", "red")]
    [InlineData("\u001b[2J\u001b[1;1Hgone", "gone")]
    [InlineData("\u001b]0;title\u0007text", "text")]
    [InlineData("\u001b]8;;https://example.com\u001b\\link\u001b]8;;\u001b\\", "link")]
    [InlineData("\u001bP+q544e\u001b\\text", "text")]
    [InlineData("\u001b]never ended\nnext line", "\nnext line")]
    [InlineData("\u001b[31", "")]
    [InlineData("\u001b", "")]
    [InlineData("a\u001b(Bb", "ab")]
    [InlineData("progress 10%\rprogress 99%", "progress 10%progress 99%")]
    [InlineData("over\u0008\u0008\u0008\u0008strike", "overstrike")]
    [InlineData("bell\u0007, del\u007f, nul\0", "bell, del, nul")]
    [InlineData("\u009b31mC1\u009c", "C1")]
    [InlineData("grün — ✓", "grün — ✓")]
    [InlineData("", "")]
    public void Control_codes_go_and_text_stays(string log, string shown) =>
        Assert.Equal(shown, Encoding.UTF8.GetString(LogText.Strip(Encoding.UTF8.GetBytes(log))));

    [Fact]
    public void Bytes_that_are_no_text_stay_as_they_are()
    {
        byte[] log = [0xff, 0xfe, (byte)'a', 0xc2];

        Assert.Equal(log, LogText.Strip(log));
    }
}
