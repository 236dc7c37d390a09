namespace FirstTry.Generators.Reading;

/// <summary>What bears the attribute of a check: one that can be called, or else what is wrong with it.</summary>
internal sealed record FoundMethod(CodeMethod? Method, PlacedProblem? Problem);
