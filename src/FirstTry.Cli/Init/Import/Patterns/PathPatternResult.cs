using System.Collections.Generic;

namespace FirstTry.Cli.Init.Import.Patterns;

/// <summary>Globs for a pattern of another kind.</summary>
/// <param name="Globs">Empty for every path where files are chosen, for none where they are left out.</param>
/// <param name="IsExact">False when they choose more, or leave out less, than the pattern.</param>
internal sealed record PathPatternResult(IReadOnlyList<string> Globs, bool IsExact);
