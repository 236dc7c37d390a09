namespace FirstTry.Cli.Composition;

/// <summary>How a command writes its answer.</summary>
internal enum ReportFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>One object at the end.</summary>
    Json,

    /// <summary>One object a line, as it happens.</summary>
    JsonLines,
}
