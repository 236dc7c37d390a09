using System;
using System.Collections.Generic;

namespace FirstTry.Engine.Running;

/// <summary>
/// What <c>needs</c> means once the needed checks have their verdict. A check that had nothing to do, or was left out, objects to
/// nothing and keeps nobody from running; one that did not run because of a failure keeps others from running too.
/// </summary>
internal static class Gate
{
    /// <summary>"needs ruff, which failed"; null when nothing stands in the way.</summary>
    internal static string? WhyClosed(IReadOnlyList<CheckRun> needs)
    {
        for (var i = 0; i < needs.Count; i++)
        {
            if (needs[i].Result is { IsGateClosed: true } result)
            {
                return $"needs {result.Name}, which {Describe(result)}";
            }
        }

        return null;
    }

    /// <summary>Whether every needed check has its verdict.</summary>
    internal static bool IsDecided(IReadOnlyList<CheckRun> needs)
    {
        for (var i = 0; i < needs.Count; i++)
        {
            if (needs[i].Result is null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What came of a check that stands in the way, as the end of a sentence: "failed", "timed out".</summary>
    internal static string Describe(CheckResult result) => result.Status switch
    {
        CheckStatus.Failed => "failed",
        CheckStatus.Fixed => "changed files",
        CheckStatus.TimedOut => "timed out",
        CheckStatus.Cancelled => "was cancelled",
        CheckStatus.Error => "could not be started",
        _ => result.Reason is not { } reason ? "was skipped" : reason.StartsWith("needs ", StringComparison.Ordinal) ? reason : "was skipped: " + reason,
    };
}
