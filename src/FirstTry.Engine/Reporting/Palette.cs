namespace FirstTry.Engine.Reporting;

/// <summary>The escape sequences of a report; all empty where there is no colour.</summary>
public sealed record Palette(string Good, string Bad, string Attention, string Quiet, string Strong, string Reset)
{
    /// <summary>No colour: for pipes, files and <c>NO_COLOR</c>.</summary>
    public static Palette Plain { get; } = new("", "", "", "", "", "");

    /// <summary>The basic colours that every terminal has.</summary>
    public static Palette Colourful { get; } = new("\e[32m", "\e[31m", "\e[33m", "\e[2m", "\e[1m", "\e[0m");
}
