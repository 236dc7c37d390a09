using System.Collections.Generic;

namespace FirstTry.Cli.Tests.Init.Import;

/// <summary>A hook, command, job, script, line or task of somebody else's config, as a test finds it without the importer.</summary>
/// <param name="Item">What a line of the table has to speak of.</param>
/// <param name="Words">What has to stand in the config or in the table, unless the entry is left out with a reason.</param>
public sealed record SourceEntry(string File, string Item, IReadOnlyList<string> Words)
{
    /// <summary>What may be left out as a whole, and the entry with it.</summary>
    public string Whole { get; init; } = "";
}
