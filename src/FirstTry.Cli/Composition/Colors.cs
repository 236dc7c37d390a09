using System;
using FirstTry.Engine.Reporting;
using FirstTry.Processes;

namespace FirstTry.Cli.Composition;

/// <summary>Decides whether output is coloured.</summary>
internal static class Colors
{
    /// <summary>The palette for standard output: none in a pipe, under <c>NO_COLOR</c> or <c>CI</c>, or on a dumb terminal, unless somebody asked for it.</summary>
    public static Palette Choose(Invocation invocation, ColorChoice choice) => choice switch
    {
        ColorChoice.Always => Palette.Colourful,
        ColorChoice.Never => Palette.Plain,
        _ => invocation.IsTerminal() && IsWelcome(invocation.Environment)
            ? Palette.Colourful
            : Palette.Plain,
    };

    private static bool IsWelcome(EnvironmentBlock environment) =>
        environment["NO_COLOR"] is null or "" && IsCapable(environment["TERM"]) && !Variables.IsCi(environment);

    // Windows names no terminal; elsewhere one without a name is not known to understand anything.
    private static bool IsCapable(string? terminal) => terminal is null or "" ? OperatingSystem.IsWindows() : terminal != "dumb";
}
