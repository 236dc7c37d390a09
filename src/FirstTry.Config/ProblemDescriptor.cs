using FirstTry.Graph;

namespace FirstTry.Config;

/// <summary>One rule that a config can break.</summary>
/// <param name="Id"><c>FT</c> and four digits, never reused.</param>
/// <param name="Title">What is wrong, in a few words, without the names of a particular file.</param>
/// <param name="DefaultSeverity">How bad it is.</param>
public sealed record ProblemDescriptor(string Id, string Title, Severity DefaultSeverity = Severity.Error);
