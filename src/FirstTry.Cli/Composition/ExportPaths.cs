namespace FirstTry.Cli.Composition;

/// <summary>The files that a run is written to besides; null for none.</summary>
internal sealed record ExportPaths(string? Junit, string? Sarif, string? Trace);
