using FirstTry.Graph;

namespace FirstTry.Generators.Reading;

/// <summary>What the parser made of the config files.</summary>
/// <param name="Model">Null when there is no config file.</param>
internal sealed record ParsedConfig(GraphModel? Model, EquatableArray<PlacedProblem> Problems);
