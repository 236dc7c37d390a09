namespace FirstTry.Graph.Authoring;

/// <summary>What a check has found. An error fails the check; a warning is shown and lets it pass.</summary>
/// <param name="File">The path of the file, relative to the top of the repository, with slashes.</param>
/// <param name="Line">Counts from 1; 0 for the file as a whole.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record Finding(string File, int Line, string Message, Severity Severity = Severity.Error);
