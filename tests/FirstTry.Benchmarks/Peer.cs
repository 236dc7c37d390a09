using System;
using System.Collections.Generic;
using FirstTry.Processes;

namespace FirstTry.Benchmarks;

/// <summary>A hook runner and how it is asked to run the pre-commit hook.</summary>
internal sealed record Peer(string Name, string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>When it is ended.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Runs the hook once, as a process of its own.</summary>
    public ProcessOutcome Run(string directory, EnvironmentBlock environment) => ProcessRunner.Run(new ProcessSpec
    {
        Program = Program,
        Arguments = ProcessArguments.Of([.. Arguments]),
        WorkingDirectory = directory,
        Environment = environment,
        MergeOutput = true,
        Timeout = Limit,
    });
}
