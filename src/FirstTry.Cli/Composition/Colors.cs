using FirstTry.Engine.Reporting;

namespace FirstTry.Cli.Composition;

/// <summary>Decides whether output is coloured.</summary>
internal static class Colors
{
    /// <summary>The palette for standard output: none in a pipe, under <c>NO_COLOR</c> or on a dumb terminal, unless somebody asked for it.</summary>
    public static Palette Choose(Invocation invocation, ColorChoice choice) => choice switch
    {
        ColorChoice.Always => Palette.Colourful,
        ColorChoice.Never => Palette.Plain,
        _ => invocation.IsTerminal() && invocation.Environment["NO_COLOR"] is null or "" && invocation.Environment["TERM"] != "dumb"
            ? Palette.Colourful
            : Palette.Plain,
    };
}
