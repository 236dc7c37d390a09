using System;
using System.Collections.Generic;
using FirstTry.Engine.Planning;

namespace FirstTry.Engine.Running;

/// <summary>What came of a run.</summary>
public sealed record RunResult
{
    /// <summary>The plan that was run.</summary>
    public required Plan Plan { get; init; }

    /// <summary>One result a check, in the order of the plan.</summary>
    public required IReadOnlyList<CheckResult> Checks { get; init; }

    /// <summary>From the first check's turn to the last one's end.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Whether the caller ended the run.</summary>
    public required bool IsInterrupted { get; init; }

    /// <summary>The verdict over all checks.</summary>
    public Verdict Verdict
    {
        get
        {
            if (IsInterrupted)
            {
                return Verdict.Interrupted;
            }

            for (var i = 0; i < Checks.Count; i++)
            {
                if (Checks[i].IsFailure)
                {
                    return Verdict.Failed;
                }
            }

            return Verdict.Passed;
        }
    }

    /// <summary>The exit code that stands for the verdict: the only place that decides it.</summary>
    public int ExitCode => Verdict switch
    {
        Verdict.Passed => 0,
        Verdict.Failed => 1,
        Verdict.Interrupted => 130,
        _ => 2,
    };
}
