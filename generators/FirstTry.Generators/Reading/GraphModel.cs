using FirstTry.Graph;

namespace FirstTry.Generators.Reading;

/// <summary>What source is made of. It has no positions, so that a comment in the config does not touch the source.</summary>
/// <param name="Graph">The graph; for a config with errors, what could be recognised by name.</param>
/// <param name="IsComplete">False for a config with errors: the names are there for code that uses them, the graph is empty.</param>
internal sealed record GraphModel(CheckGraph Graph, bool IsComplete);
