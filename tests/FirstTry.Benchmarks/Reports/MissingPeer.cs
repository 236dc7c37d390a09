namespace FirstTry.Benchmarks.Reports;

/// <summary>A runner that should have been measured and could not be.</summary>
/// <param name="Runner">Its name.</param>
/// <param name="Reason">Why: it could not be installed, or cannot do this work.</param>
internal sealed record MissingPeer(string Runner, string Reason);
