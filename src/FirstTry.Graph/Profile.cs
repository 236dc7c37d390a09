namespace FirstTry.Graph;

/// <summary>A named choice of checks and how they are run; <c>extends</c> and <c>tag:</c> are resolved.</summary>
/// <param name="Name">The key below <c>profiles</c>; null for the inline profile of a hook.</param>
public sealed record Profile(string? Name)
{
    /// <summary>The checks in the order of the profile, those of extended profiles first, each once.</summary>
    public CheckReferences Checks { get; init; }

    /// <summary>What happens to the rest after a failure.</summary>
    public FailFast FailFast { get; init; } = FailFast.Bucket;

    /// <summary>Which files count as changed; null when what started the run decides.</summary>
    public FileSelection? Files { get; init; }

    /// <summary>What is hidden from the checks in pre-commit.</summary>
    public Isolation Isolate { get; init; } = Isolation.Tracked;

    /// <summary>How many checks run at once; null when the graph decides.</summary>
    public int? Workers { get; init; }

    /// <summary>Variables for every check of the profile, on top of those of the graph.</summary>
    public EquatableArray<EnvironmentVariable> Env { get; init; }
}
