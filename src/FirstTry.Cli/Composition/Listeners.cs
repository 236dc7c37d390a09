using System;
using System.Globalization;
using System.IO;
using FirstTry.Cli.Screens.Live;
using FirstTry.Engine.Reporting;
using FirstTry.Engine.Running;
using FirstTry.Processes;

namespace FirstTry.Cli.Composition;

/// <summary>Chooses who tells of a run on standard output.</summary>
internal static class Listeners
{
    /// <summary>The report that the options ask for.</summary>
    public static IRunListener Choose(Invocation invocation, RunContext context, RunOptions options)
    {
        if (options.Format == ReportFormat.Json)
        {
            return new JsonReport(invocation.Output);
        }

        if (options.Format == ReportFormat.JsonLines)
        {
            return new JsonLinesReport(invocation.Output);
        }

        var palette = Colors.Choose(invocation, options.Color);
        return IsLive(invocation, options)
            ? new LiveReport(invocation.Output, invocation.TerminalSize, Text, context.ExpectedDuration, palette != Palette.Plain)
            : Text(invocation.Output);

        TextReport Text(Stream output) => new(output, palette, options.Verbosity, Host(invocation.Environment, context));
    }

    // Only where a person sits at a terminal that can move its cursor back.
    private static bool IsLive(Invocation invocation, RunOptions options) =>
        !options.NoProgress
        && options.Verbosity != Verbosity.Quiet
        && invocation.IsTerminal()
        && !Variables.IsCi(invocation.Environment)
        && invocation.Environment["TERM"] is { Length: > 0 } terminal and not "dumb"
        && !terminal.StartsWith("emacs", StringComparison.Ordinal);

    private static GitHubActions? Host(EnvironmentBlock environment, RunContext context) =>
        environment["GITHUB_ACTIONS"] == "true"
            ? new GitHubActions(context.WorktreeRoot, string.Create(CultureInfo.InvariantCulture, $"{Guid.NewGuid():n}"))
            : null;
}
