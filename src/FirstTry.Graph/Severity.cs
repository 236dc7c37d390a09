namespace FirstTry.Graph;

/// <summary>How bad a problem is.</summary>
public enum Severity
{
    /// <summary>Nothing runs until it is mended.</summary>
    Error,

    /// <summary>Worth knowing; runs go on.</summary>
    Warning,
}
