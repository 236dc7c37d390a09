namespace FirstTry.Cli.Composition;

/// <summary>When output is coloured.</summary>
internal enum ColorChoice
{
    /// <summary>On a terminal, unless <c>NO_COLOR</c> is set.</summary>
    Auto,

    /// <summary>Also in a pipe.</summary>
    Always,

    /// <summary>Not at all.</summary>
    Never,
}
