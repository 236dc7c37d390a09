using System.Collections.Generic;

namespace FirstTry.Cli.Init.Import;

/// <summary>An option of <c>with</c>.</summary>
/// <param name="Values">One value is written as a scalar unless <paramref name="IsList"/> holds.</param>
internal sealed record ImportedOption(string Name, IReadOnlyList<string> Values, bool IsList = true)
{
    /// <summary>An option with a single value.</summary>
    public static ImportedOption Of(string name, string value) => new(name, [value], IsList: false);
}
