namespace FirstTry.Graph;

/// <summary>
/// One entry of <c>skip</c> or <c>only</c>: holds when everything given in it holds; what is null or empty is not asked.
/// A list of conditions holds when one of them does.
/// </summary>
public sealed record Condition
{
    /// <summary>Any of <c>linux</c>, <c>macos</c>, <c>windows</c>.</summary>
    public EquatableArray<string> Os { get; init; }

    /// <summary>Globs for the name of the checked-out branch; a detached HEAD matches none.</summary>
    public GlobSet? Branch { get; init; }

    /// <summary>Globs for the full name of the checked-out ref (<c>refs/heads/main</c>), in pre-push also of the pushed ones.</summary>
    public GlobSet? Ref { get; init; }

    /// <summary>Whether a merge is in progress.</summary>
    public bool? Merge { get; init; }

    /// <summary>Whether a rebase is in progress.</summary>
    public bool? Rebase { get; init; }

    /// <summary>Whether the variable <c>CI</c> is set to anything but the empty text, <c>0</c> or <c>false</c>.</summary>
    public bool? Ci { get; init; }

    /// <summary>Variables of the caller that must be set; those with a value must have exactly it.</summary>
    public EquatableArray<EnvironmentRequirement> Env { get; init; }

    /// <summary>Any of these hooks started the run.</summary>
    public EquatableArray<string> Hook { get; init; }

    /// <summary>Some changed file matches, whatever the check's own files are.</summary>
    public GlobSet? Paths { get; init; }
}
