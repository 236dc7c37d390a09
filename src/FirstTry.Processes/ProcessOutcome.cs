using System;

namespace FirstTry.Processes;

/// <summary>What a process left behind when it ended, or why it never began.</summary>
public sealed record ProcessOutcome
{
    /// <summary>How it ended.</summary>
    public required ProcessEnd End { get; init; }

    /// <summary>The exit code; 128 + n after signal n, as shells count; 127 for a process that was not started.</summary>
    public required int ExitCode { get; init; }

    /// <summary>Standard output, and standard error in the order written where the streams were merged.</summary>
    public byte[] Output { get; init; } = [];

    /// <summary>Standard error; empty where the streams were merged.</summary>
    public byte[] Error { get; init; } = [];

    /// <summary>True when more was written than <see cref="ProcessSpec.MaxOutputBytes"/> and the rest was dropped.</summary>
    public bool Truncated { get; init; }

    /// <summary>Why the process was not started, as a phrase to follow its name: "not found", "not executable". Null when it ran.</summary>
    public string? Failure { get; init; }

    /// <summary>From start to exit, to the clock's full resolution.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Processor time of the process and of the descendants that it waited for; zero where the system does not tell.</summary>
    public TimeSpan Cpu { get; init; }

    /// <summary>The most memory, in bytes, that one of them held; 0 where the system does not tell.</summary>
    public long PeakMemory { get; init; }

    /// <summary>How many descendants outlived the process holding its output open, and were ended for it.</summary>
    public int LeftBehind { get; init; }

    /// <summary>True when it ran to its own end with exit code 0.</summary>
    public bool Succeeded => End == ProcessEnd.Exited && ExitCode == 0;

    internal static ProcessOutcome NotStarted(string failure) =>
        new() { End = ProcessEnd.NotStarted, ExitCode = 127, Failure = failure };
}
