namespace FirstTry.Engine.Reporting;

/// <summary>How much a text report says.</summary>
public enum Verbosity
{
    /// <summary>Only what failed.</summary>
    Quiet,

    /// <summary>One line a check, the output of those that failed, one line of summary.</summary>
    Normal,

    /// <summary>Also times and the output of those that passed.</summary>
    Verbose,
}
