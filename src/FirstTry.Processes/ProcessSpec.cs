using System;
using System.Collections.Generic;

namespace FirstTry.Processes;

/// <summary>Everything needed to start one process. Nothing passes through a shell.</summary>
public sealed record ProcessSpec
{
    /// <summary>A name, looked up in <c>PATH</c> of <see cref="Environment"/>, or a path; a relative path counts from <see cref="WorkingDirectory"/>.</summary>
    public required NativePath Program { get; init; }

    /// <summary>The arguments as bytes, without the program's name.</summary>
    public IReadOnlyList<byte[]> Arguments { get; init; } = [];

    /// <summary>Where the process starts; the caller's own directory when empty.</summary>
    public NativePath WorkingDirectory { get; init; }

    /// <summary>All variables of the process; nothing is inherited besides.</summary>
    public required EnvironmentBlock Environment { get; init; }

    /// <summary>What the process reads from standard input; null is an input that ends at once.</summary>
    public byte[]? Input { get; init; }

    /// <summary>Says what the process reads from standard input while it answers, in the place of <see cref="Input"/>. POSIX systems only.</summary>
    public IDialogue? Dialogue { get; init; }

    /// <summary>Standard error goes where standard output goes, so that the order of writing is kept.</summary>
    public bool MergeOutput { get; init; }

    /// <summary>The process inherits the caller's standard streams, session and terminal; no output is captured.</summary>
    public bool Terminal { get; init; }

    /// <summary>After this long the process is ended with everything it started; null waits without limit.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>How long a process that is being ended may take to go by itself after the interrupt, before it is killed.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How much of each stream is kept; more is still read, and dropped. Null keeps everything.</summary>
    public int? MaxOutputBytes { get; init; }
}
