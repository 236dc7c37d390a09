using FirstTry.Graph;

namespace FirstTry.Engine.Running;

/// <summary>A fix that could not be kept.</summary>
/// <param name="Path">The file, which holds again what is staged.</param>
/// <param name="Reason">Why, as a phrase.</param>
public sealed record DroppedFix(RepoPath Path, string Reason);
