using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using FirstTry.Engine.Planning;
using FirstTry.Engine.Reporting;
using FirstTry.Processes;
using Spectre.Console;

namespace FirstTry.Cli.Screens.Live;

/// <summary>Draws the progress of a run as lines of text that fit a terminal. Nothing else touches the library that does it.</summary>
internal sealed class LiveFrame
{
    private const int FewestColumns = 20;
    private const int FewestRows = 4;
    private const int Gap = 2;
    private const int ShortestName = 8;
    private readonly Func<PlannedCheck, TimeSpan?> _expected;
    private readonly bool _isColoured;
    private readonly (Style Attention, Style Strong, Style Quiet) _styles;

    /// <param name="expected">How long a check is going to take; null where that is not known.</param>
    /// <param name="isColoured">Whether colours are wanted; without them there is no escape sequence in a line.</param>
    public LiveFrame(Func<PlannedCheck, TimeSpan?> expected, bool isColoured)
    {
        _expected = expected;
        _isColoured = isColoured;
        _styles = isColoured
            ? (new Style(Color.Olive), new Style(decoration: Decoration.Bold), new Style(decoration: Decoration.Dim))
            : (Style.Plain, Style.Plain, Style.Plain);
    }

    /// <summary>The lines, none of them as wide as the terminal; none at all where it is too small to be of use.</summary>
    public string[] Draw(RunProgress progress, TerminalSize size)
    {
        if (size.Columns < FewestColumns || size.Rows < FewestRows || progress.Running.Count == 0)
        {
            return [];
        }

        // A line that fills the terminal would wrap; the top row stays free for what was printed before.
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var console = ConsoleOn(text, size.Columns - 1);
        var shown = Math.Min(progress.Running.Count, size.Rows - 3);
        console.Write(Checks(progress.Running, shown, size.Columns - 1));
        if (shown < progress.Running.Count)
        {
            console.Write(Line($"and {progress.Running.Count - shown} more", size.Columns - 1));
        }

        console.Write(Line(Summary(progress), size.Columns - 1));
        return Array.ConvertAll(text.ToString().TrimEnd('\n').Split('\n'), static line => line.TrimEnd());
    }

    private IAnsiConsole ConsoleOn(StringWriter text, int width)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = _isColoured ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = _isColoured ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new FrameOutput(text, width),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Capabilities.Unicode = true;
        console.Profile.Width = width;
        return console;
    }

    private Grid Checks(List<RunningCheck> running, int shown, int width)
    {
        var times = TimesOf(running, shown, isExpectedShown: true);
        if (NameWidth(times) < ShortestName)
        {
            times = TimesOf(running, shown, isExpectedShown: false);
        }

        // Names give way: what runs and for how long is seen in any width.
        var longest = 1;
        for (var i = 0; i < shown; i++)
        {
            longest = Math.Max(longest, Cell(running[i].Name, Style.Plain).Length);
        }

        var grid = new Grid { Expand = false };
        grid.AddColumn(Column(TextReport.StatusWidth - 1, 1)).AddColumn(Column(Math.Clamp(longest, 1, Math.Max(1, NameWidth(times))), Gap)).AddColumn(Column(Longest(times), 0));
        for (var i = 0; i < shown; i++)
        {
            grid.AddRow(Cell("running", _styles.Attention), Cell(running[i].Name, _styles.Strong), Cell(times[i], _styles.Quiet));
        }

        return grid;

        int NameWidth(string[] texts) => width - TextReport.StatusWidth - Gap - Longest(texts);
    }

    private static GridColumn Column(int width, int gap) => new() { NoWrap = true, Width = width, Padding = new Padding(0, 0, gap, 0) };

    private static int Longest(string[] texts)
    {
        var longest = 1;
        foreach (var text in texts)
        {
            longest = Math.Max(longest, text.Length);
        }

        return longest;
    }

    private string[] TimesOf(List<RunningCheck> running, int shown, bool isExpectedShown)
    {
        var times = new string[shown];
        for (var i = 0; i < shown; i++)
        {
            var elapsed = Seconds(Stopwatch.GetElapsedTime(running[i].StartedAt));
            times[i] = isExpectedShown && _expected(running[i].Check) is { } expected ? $"{elapsed} of about {Seconds(expected)}" : elapsed;
        }

        return times;
    }

    private static string Summary(RunProgress progress)
    {
        var wait = progress.Waiting > 0 ? string.Create(CultureInfo.InvariantCulture, $", {progress.Waiting} wait") : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{progress.Done} of {progress.Total} done, {progress.Running.Count} running{wait}  {Seconds(Stopwatch.GetElapsedTime(progress.StartedAt))}");
    }

    // Words would wrap at their spaces.
    private Rows Line(string text, int width) => new(Cell(text.Length > width ? $"{text[..(width - 1)]}…" : text, _styles.Quiet));

    private static Text Cell(string text, Style style) => new Text(text, style) { Overflow = Overflow.Ellipsis };

    private static string Seconds(TimeSpan time) => time.TotalSeconds < 59.95
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s")
        : TimeText.Of(time);
}
