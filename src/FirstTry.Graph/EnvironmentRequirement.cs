namespace FirstTry.Graph;

/// <summary>A variable of the caller that a condition asks for.</summary>
/// <param name="Value">The exact value; null when any value but the empty text will do.</param>
public sealed record EnvironmentRequirement(string Name, string? Value);
