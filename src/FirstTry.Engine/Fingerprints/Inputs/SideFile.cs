using FirstTry.Engine.Fingerprints.Documents;
using FirstTry.Engine.Fingerprints.Hashing;
using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Engine.Fingerprints.Inputs;

/// <summary>An input that is not in the tree: ignored by git, outside of the repository, or not there.</summary>
/// <param name="Name">What it is called in the document.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Digest">Of its content; the default where it has none.</param>
internal readonly record struct SideFile(RepoPath Name, FileInputKind Kind, Digest Digest)
{
    /// <summary>What was found on disk.</summary>
    internal FileStat Stat { get; init; }
}
