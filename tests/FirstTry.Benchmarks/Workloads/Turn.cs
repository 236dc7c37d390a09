namespace FirstTry.Benchmarks.Workloads;

/// <summary>What came of one turn of a runner.</summary>
/// <param name="Runner">Its name.</param>
/// <param name="Number">The number of the change.</param>
/// <param name="ExitCode">As it ended.</param>
/// <param name="Marks">What the checks marked.</param>
/// <param name="Rewritten">The text of the file that a formatter was to rewrite, as it was left; empty where none was.</param>
/// <param name="Milliseconds">How long it took.</param>
internal sealed record Turn(string Runner, int Number, int ExitCode, MarkedRun Marks, string Rewritten, double Milliseconds);
