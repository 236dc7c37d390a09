namespace FirstTry.Engine.Fingerprints;

/// <summary>What a check left behind: the digests of its <c>outputs</c>, the same for every check without.</summary>
/// <param name="Check">The name of the check.</param>
/// <param name="Digest">64 lower-case hex digits; empty where the check has no <c>outputs</c>.</param>
/// <param name="Obstacle">Why what was left behind is not known, so that nothing that needs it is remembered; null when it is known.</param>
public sealed record PostState(string Check, string Digest, string? Obstacle = null);
