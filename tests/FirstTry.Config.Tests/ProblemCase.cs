namespace FirstTry.Config.Tests;

/// <summary>A config with one problem.</summary>
/// <param name="Marked">The config, with ⟦ and ⟧ around the place of the problem.</param>
public sealed record ProblemCase(string Id, string Marked, string Message)
{
    public override string ToString() => Id + ": " + Marked;
}
