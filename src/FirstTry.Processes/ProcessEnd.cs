namespace FirstTry.Processes;

/// <summary>How a process came to its end.</summary>
public enum ProcessEnd
{
    /// <summary>It returned an exit code.</summary>
    Exited,

    /// <summary>A signal that was not ours ended it.</summary>
    Signalled,

    /// <summary>Its time was up: it was ended with everything it had started.</summary>
    TimedOut,

    /// <summary>It was cancelled: it was ended with everything it had started.</summary>
    Cancelled,

    /// <summary>It never ran; <see cref="ProcessOutcome.Failure"/> says why.</summary>
    NotStarted,
}
