namespace FirstTry.Engine.Reporting.Findings;

/// <summary>One thing that a tool says about a place in a file.</summary>
/// <param name="File">The file, relative to the repository root, with slashes.</param>
/// <param name="Line">The line, from 1; 0 when it is about the whole file.</param>
/// <param name="Column">The column as the tool counts, from 1; 0 when it is about the whole line.</param>
/// <param name="Level">How serious it is.</param>
/// <param name="Message">What the tool says, in one line.</param>
/// <param name="Rule">The tool's name for this kind of finding; null when it gave none.</param>
public sealed record Finding(string File, int Line, int Column, FindingLevel Level, string Message, string? Rule);
