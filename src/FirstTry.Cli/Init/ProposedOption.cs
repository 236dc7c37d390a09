using System.Collections.Generic;

namespace FirstTry.Cli.Init;

/// <summary>An option of a proposed check, with its values.</summary>
internal sealed record ProposedOption(string Name, IReadOnlyList<string> Values);
