namespace FirstTry.Benchmarks.Workloads;

/// <summary>What was checked before a change is measured.</summary>
internal enum Remembered
{
    /// <summary>Nothing, and no tool has a cache of its own: a fresh clone, whose files are all looked at.</summary>
    Nothing,

    /// <summary>The commit that the change starts from.</summary>
    TheCommit,

    /// <summary>This very change.</summary>
    TheSame,
}
