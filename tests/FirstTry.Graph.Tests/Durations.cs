using System;

namespace FirstTry.Graph.Tests;

public sealed class Durations
{
    [Theory]
    [InlineData("500ms", 500)]
    [InlineData("1ms", 1)]
    [InlineData("30s", 30_000)]
    [InlineData("5m", 300_000)]
    [InlineData("2h", 7_200_000)]
    [InlineData("05m", 300_000)]
    [InlineData("10000h", 36_000_000_000)]
    public void A_whole_number_and_a_unit_are_a_duration(string text, long milliseconds)
    {
        var isDuration = Duration.TryParse(text, out var duration);

        Assert.True(isDuration);
        Assert.Equal(milliseconds, duration.Milliseconds);
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), duration.ToTimeSpan());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("30")]
    [InlineData("s")]
    [InlineData("0s")]
    [InlineData("-1s")]
    [InlineData("+1s")]
    [InlineData("1.5s")]
    [InlineData("1 s")]
    [InlineData(" 1s")]
    [InlineData("1s ")]
    [InlineData("1S")]
    [InlineData("1d")]
    [InlineData("10001h")]
    [InlineData("36000000001ms")]
    [InlineData("99999999999999999999h")]
    [InlineData("\u0661s")]
    public void Anything_else_is_not(string? text)
    {
        Assert.False(Duration.TryParse(text, out var duration));
        Assert.Equal(default, duration);
    }

    [Theory]
    [InlineData("90000ms", "90s")]
    [InlineData("120s", "2m")]
    [InlineData("60m", "1h")]
    [InlineData("1500ms", "1500ms")]
    public void The_shortest_text_reads_back_as_the_same_length(string text, string shortest)
    {
        Assert.True(Duration.TryParse(text, out var duration));

        var written = duration.ToString();

        Assert.Equal(shortest, written);
        Assert.True(Duration.TryParse(written, out var again));
        Assert.Equal(duration, again);
    }
}
