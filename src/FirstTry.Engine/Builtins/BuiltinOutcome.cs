using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Engine.Builtins;

/// <summary>What a built-in check has to say.</summary>
/// <param name="Passed">Whether it has no objection, or none left after mending.</param>
/// <param name="Output">What a person reads.</param>
/// <param name="ChangedFiles">What it mended.</param>
public sealed record BuiltinOutcome(bool Passed, string Output, IReadOnlyList<RepoPath> ChangedFiles);
