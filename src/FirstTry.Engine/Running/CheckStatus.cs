namespace FirstTry.Engine.Running;

/// <summary>What came of a check.</summary>
public enum CheckStatus
{
    /// <summary>It ran and has no objection.</summary>
    Passed,

    /// <summary>It objects.</summary>
    Failed,

    /// <summary>A mutating check changed files and has no objection left.</summary>
    Fixed,

    /// <summary>It was not run; the reason says why.</summary>
    Skipped,

    /// <summary>Its time was up; everything that it had started was ended.</summary>
    TimedOut,

    /// <summary>It was ended, or not begun, because the run was.</summary>
    Cancelled,

    /// <summary>It could not be started.</summary>
    Error,
}
