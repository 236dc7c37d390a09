namespace FirstTry.Processes.Internal.Posix;

/// <summary>How the end of a process is noticed.</summary>
internal enum ExitWatchKind
{
    /// <summary>A descriptor of the process (Linux 5.3 and later).</summary>
    Descriptor,

    /// <summary>A thread that waits for it and then writes to a pipe (everywhere).</summary>
    Thread,
}
