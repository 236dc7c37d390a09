namespace FirstTry.Benchmarks.Peers;

/// <summary>One who runs the checks of a workload.</summary>
/// <param name="Peer">The program and how it is asked.</param>
internal sealed record WorkRunner(Peer Peer)
{
    /// <summary>True when it may leave out what it remembers: then each turn begins with what it is meant to remember.</summary>
    public bool Remembers { get; init; }

    /// <summary>True when the tools begin without any cache of their own, whatever the case.</summary>
    public bool HasNoCaches { get; init; }

    /// <summary>True when it refuses a commit for which a check changed a file, so that its exit code has another meaning there.</summary>
    public bool RefusesFixes { get; init; }
}
