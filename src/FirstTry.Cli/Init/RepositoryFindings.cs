using System.Collections.Generic;

namespace FirstTry.Cli.Init;

/// <summary>What a repository is made of and which checks follow from that.</summary>
/// <param name="Kinds">What was found, for people: <c>Python</c>, <c>Node in 'web'</c>. Empty for a plain repository.</param>
/// <param name="Checks">The checks in the order of the file.</param>
/// <param name="Notes">What somebody who reads the config for the first time should know, a sentence each.</param>
internal sealed record RepositoryFindings(IReadOnlyList<string> Kinds, IReadOnlyList<ProposedCheck> Checks, IReadOnlyList<string> Notes);
