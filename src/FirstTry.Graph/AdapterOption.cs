namespace FirstTry.Graph;

/// <summary>One entry of <c>with</c>: a scalar is one value, a list as many as it has.</summary>
public sealed record AdapterOption(string Name, EquatableArray<string> Values);
