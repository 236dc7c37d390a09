namespace FirstTry.Cli.Init.Import;

/// <summary>One line of the table of an import.</summary>
/// <param name="Source">The file that it stands in.</param>
/// <param name="Item">The hook, command or setting.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Note">What it became, what differs, or why it was left out.</param>
internal sealed record ImportRow(string Source, string Item, ImportOutcome Outcome, string Note);
