namespace FirstTry.Benchmarks.Reports;

/// <summary>What became of one budget of a row.</summary>
/// <param name="Budget">The promise.</param>
/// <param name="Outcome">Held or not.</param>
/// <param name="Figure">What was measured against the limit; null when nothing was.</param>
/// <param name="Reason">Why it was not measured or which verdicts differ; empty otherwise.</param>
internal sealed record Judgement(Budget Budget, Outcome Outcome, double? Figure, string Reason);
