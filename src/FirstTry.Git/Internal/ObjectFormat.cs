using System;

namespace FirstTry.Git.Internal;

/// <summary>Which hash names the objects of a repository, and what follows from it.</summary>
/// <param name="IdLength">How many bytes an id has.</param>
/// <param name="EmptyTree">The id of the tree without entries, which git knows in every repository.</param>
/// <param name="EmptyBlob">The id of the content without bytes.</param>
internal sealed record ObjectFormat(int IdLength, string EmptyTree, string EmptyBlob)
{
    private static readonly ObjectFormat Sha1 = new(
        20, "4b825dc642cb6eb9a060e54bf8d69288fbee4904", "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");

    private static readonly ObjectFormat Sha256 = new(
        32,
        "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321",
        "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813");

    /// <summary>Reads <c>extensions.objectFormat</c>, which git itself takes from the repository's own config file only.</summary>
    public static ObjectFormat Of(Worktree worktree) =>
        string.Equals(Worktree.SharedConfig(worktree.CommonDirectory)["extensions.objectFormat"], "sha256", StringComparison.OrdinalIgnoreCase)
            ? Sha256
            : Sha1;

    /// <summary>The format whose ids have this many bytes.</summary>
    public static ObjectFormat WithIdLength(int length) => length == Sha256.IdLength ? Sha256 : Sha1;
}
