namespace FirstTry.Git.Hooks;

/// <summary>What lies at the place of one hook, looked at without touching it.</summary>
/// <param name="Name">The hook as git calls it.</param>
/// <param name="Path">Where git looks for it.</param>
/// <param name="State">What is there.</param>
/// <param name="Earlier">The hook that ours runs first; null when there is none.</param>
/// <param name="IsExecutable">True when git would run what is there.</param>
public sealed record HookStatus(string Name, string Path, HookState State, string? Earlier, bool IsExecutable)
{
    /// <summary>True when it is our script, untouched, as an earlier version of firsttry wrote it.</summary>
    public bool IsOutdated { get; init; }

    /// <summary>Where the script looks for firsttry first, absolute; null when it relies on PATH.</summary>
    public string? Binary { get; init; }
}
