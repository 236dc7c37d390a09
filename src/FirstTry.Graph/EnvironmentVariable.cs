namespace FirstTry.Graph;

/// <summary>A variable that a check sees.</summary>
public sealed record EnvironmentVariable(string Name, string Value);
