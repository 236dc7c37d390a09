using System;
using System.IO;
using System.Linq;
using System.Text;
using FirstTry.Engine.Reporting;
using FirstTry.Engine.Running;

namespace FirstTry.Engine.Tests.Reporting;

public sealed class TextReports
{
    private static readonly RunResult Mixed = Told.Run(
        Told.Result("ruff", CheckStatus.Passed, output: "All good.\n"),
        Told.Result("mypy", CheckStatus.Failed, "exit code 1", "a.py:1: error: no\nFound 1 error", check => check with { Hint = "see docs/types.md" }),
        Told.Result("black", CheckStatus.Fixed, "fixed a.py"),
        Told.Result("docs", CheckStatus.Skipped, "no files match"),
        Told.Result("slow", CheckStatus.TimedOut, "not done after 5s"),
        Told.Result("tool", CheckStatus.Error, "check 'tool' cannot start 'x': not found."),
        Told.Result("shaky", CheckStatus.Failed, "exit code 1", "hm\n") with { IsFailure = false });

    [Fact]
    public void A_run_is_told_in_one_line_a_check_with_the_output_of_those_that_object()
    {
        Assert.Equal(
            """
            passed    ruff
            failed    mypy  exit code 1  12.3 ms
            a.py:1: error: no
            Found 1 error
              run it alone: firsttry run --check mypy
              hint: see docs/types.md
            fixed     black  fixed a.py
            skipped   docs  no files match
            timed out slow  not done after 5s  12.3 ms
              run it alone: firsttry run --check slow
            error     tool  check 'tool' cannot start 'x': not found.  12.3 ms
              run it alone: firsttry run --check tool
            warning   shaky  exit code 1, allowed to fail  12.3 ms
            hm
              run it alone: firsttry run --check shaky
            failed: 1 passed, 1 fixed, 1 failed, 1 timed out, 1 could not start, 1 skipped, 1 allowed to fail in 1.23 s (checks took 74.0 ms)

            """,
            TextOf(Mixed, Verbosity.Normal));
    }

    [Fact]
    public void Quiet_says_only_what_objects()
    {
        Assert.Equal("", TextOf(Told.Run(Told.Result("ruff", CheckStatus.Passed, output: "x"), Told.Result("docs", CheckStatus.Skipped, "y")), Verbosity.Quiet));
        Assert.StartsWith("failed    mypy  exit code 1", TextOf(Mixed, Verbosity.Quiet), StringComparison.Ordinal);
    }

    [Fact]
    public void Verbose_adds_times_and_the_output_of_what_passed()
    {
        Assert.Equal(
            """
            passed    ruff  queued 0.3 ms, ran 12.3 ms
            All good.
            skipped   docs  no files match
            passed: 1 passed, 1 skipped in 1.23 s (checks took 12.3 ms)

            """,
            TextOf(Told.Run(Mixed.Checks[0], Mixed.Checks[3]), Verbosity.Verbose));
    }

    [Fact]
    public void The_order_is_that_of_the_plan_whatever_finishes_first()
    {
        var expected = Told.To(Create(Verbosity.Normal), Mixed);

        Assert.Equal(expected, Told.To(Create(Verbosity.Normal), Mixed, Mixed.Checks.Reverse()));
    }

    [Fact]
    public void A_line_is_written_as_soon_as_those_before_it_are()
    {
        using var output = new MemoryStream();
        var report = new TextReport(output, Palette.Plain, Verbosity.Normal);
        var (first, second) = (Mixed.Checks[0], Mixed.Checks[2]);
        report.RunStarted(Told.Run(first, second).Plan);

        report.CheckFinished(second);
        var before = output.Length;
        report.CheckFinished(first);

        Assert.Equal(0, before);
        Assert.Equal("passed    ruff\nfixed     black  fixed a.py\n", Encoding.UTF8.GetString(output.ToArray()));
    }

    [Fact]
    public void The_bytes_of_a_check_are_not_touched()
    {
        byte[] raw = [0xff, 0x1b, (byte)'[', (byte)'3', (byte)'1', (byte)'m', 0, (byte)'\r', (byte)'\n', 0xc3];
        var run = Told.Run(Told.Result("a", CheckStatus.Failed, "exit code 1") with { Output = raw });

        var written = Told.To(Create(Verbosity.Normal), run);

        Assert.True(written.AsSpan().IndexOf([.. raw, (byte)'\n']) > 0);
    }

    [Fact]
    public void Colour_is_only_there_where_a_palette_has_it()
    {
        var run = Told.Run(Mixed.Checks[1]);

        var plain = Told.To(Create(Verbosity.Normal), run);
        var colourful = Told.To(output => new TextReport(output, Palette.Colourful, Verbosity.Normal), run);

        Assert.Equal(-1, plain.AsSpan().IndexOf((byte)0x1b));
        Assert.StartsWith("\e[31mfailed    \e[0m\e[1mmypy\e[0m", Encoding.UTF8.GetString(colourful), StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupted_run_says_so()
    {
        var run = Told.Run(Mixed.Checks[0], Told.Result("b", CheckStatus.Cancelled, "interrupted") with { Duration = TimeSpan.Zero }) with { IsInterrupted = true };

        Assert.Equal(
            """
            passed    ruff
            cancelled b  interrupted
            interrupted: 1 passed, 1 cancelled in 1.23 s (checks took 12.3 ms)

            """,
            TextOf(run, Verbosity.Normal));
    }

    [Fact]
    public void The_summary_tells_apart_what_was_saved_by_not_running_and_by_running_at_once()
    {
        var slow = Told.Result("slow", CheckStatus.Passed) with { Duration = TimeSpan.FromSeconds(1) };
        var remembered = Told.Result("ruff", CheckStatus.Passed) with { IsCached = true, Duration = TimeSpan.Zero, Saved = TimeSpan.FromSeconds(12) };

        var text = TextOf(Told.Run(slow, slow, remembered), Verbosity.Normal);

        Assert.EndsWith("passed: 3 passed in 1.23 s (checks took 2.00 s, 1 remembered saved 12.00 s, running at once saved 765.4 ms)\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_without_checks_says_so() =>
        Assert.Equal("passed: no checks in 1.23 s (checks took 0.0 ms)\n", TextOf(Told.Run(), Verbosity.Normal));

    [Theory]
    [InlineData(0.04, "0.0 ms")]
    [InlineData(999.9, "999.9 ms")]
    [InlineData(999.96, "1.00 s")]
    [InlineData(59_990, "59.99 s")]
    [InlineData(59_999, "1 min 0 s")]
    [InlineData(3_723_000, "62 min 3 s")]
    public void Times_are_as_exact_as_a_person_wants_them(double milliseconds, string text) =>
        Assert.Equal(text, TimeText.Of(TimeSpan.FromMilliseconds(milliseconds)));

    private static Func<Stream, IRunListener> Create(Verbosity verbosity) => output => new TextReport(output, Palette.Plain, verbosity);

    private static string TextOf(RunResult run, Verbosity verbosity) => Encoding.UTF8.GetString(Told.To(Create(verbosity), run));
}
