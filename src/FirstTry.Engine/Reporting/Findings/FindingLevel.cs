namespace FirstTry.Engine.Reporting.Findings;

/// <summary>How serious a tool says that a finding is.</summary>
public enum FindingLevel
{
    /// <summary>An error, or a finding of a tool that knows no levels.</summary>
    Error,

    /// <summary>A warning.</summary>
    Warning,

    /// <summary>A hint, or more about the finding before it.</summary>
    Note,
}
