using System.Collections.Generic;

namespace FirstTry.Cli.Init;

/// <summary>A check that a starter config proposes.</summary>
/// <param name="Name">The wished name; <see cref="StarterConfig"/> makes names unique.</param>
/// <param name="Uses">The adapter or built-in check.</param>
/// <param name="Description">One phrase for people.</param>
internal sealed record ProposedCheck(string Name, string Uses, string Description)
{
    /// <summary>The working directory relative to the repository root.</summary>
    public string Root { get; init; } = ".";

    /// <summary>True when it runs before a push only.</summary>
    public bool IsSlow { get; init; }

    /// <summary>The bucket, where the adapter's own would not do; null for that.</summary>
    public string? Bucket { get; init; }

    /// <summary>The names of proposed checks with the same root that come first.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Globs of the files; empty for those of the adapter.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Globs of files that are left out.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>The options of its adapter.</summary>
    public IReadOnlyList<ProposedOption> With { get; init; } = [];
}
