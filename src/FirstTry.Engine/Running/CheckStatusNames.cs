using System;

namespace FirstTry.Engine.Running;

/// <summary>The stable names of statuses in JSON.</summary>
public static class CheckStatusNames
{
    /// <summary>The name of a status, such as <c>timed_out</c>.</summary>
    public static string NameOf(CheckStatus status) => status switch
    {
        CheckStatus.Passed => "passed",
        CheckStatus.Failed => "failed",
        CheckStatus.Fixed => "fixed",
        CheckStatus.Skipped => "skipped",
        CheckStatus.TimedOut => "timed_out",
        CheckStatus.Cancelled => "cancelled",
        CheckStatus.Error => "error",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };
}
