using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using FirstTry.Engine.Planning;
using FirstTry.Engine.Running;
using FirstTry.Graph;

namespace FirstTry.Engine.Tests.Reporting;

/// <summary>A run that never happened, told to a report: every time in it is fixed.</summary>
internal static class Told
{
    internal static CheckResult Result(string name, CheckStatus status, string? reason = null, string output = "", Func<Check, Check>? with = null)
    {
        var check = new Check(name) { Run = Command.Shell("x") };
        var hasRun = status is not CheckStatus.Skipped;
        return new CheckResult
        {
            Planned = new PlannedCheck { Check = with?.Invoke(check) ?? check, Bucket = Bucket.Fast, Files = [RepoPath.FromText("a"), RepoPath.FromText("b")] },
            Status = status,
            Reason = reason,
            ExitCode = !hasRun ? null : status is CheckStatus.Passed or CheckStatus.Fixed ? 0 : 1,
            Output = Encoding.UTF8.GetBytes(output),
            Queued = TimeSpan.FromMilliseconds(hasRun ? 0.25 : 0),
            Duration = TimeSpan.FromMilliseconds(hasRun ? 12.34 : 0),
            IsFailure = status is CheckStatus.Failed or CheckStatus.TimedOut or CheckStatus.Error,
        };
    }

    internal static RunResult Run(params CheckResult[] results) => new()
    {
        Plan = new Plan { Checks = [.. results.Select(result => result.Planned)], Hook = "pre-commit", Profile = "quick" },
        Checks = results,
        Duration = TimeSpan.FromMilliseconds(1234.56),
        IsInterrupted = false,
    };

    /// <summary>What a report writes when the checks finish in the given order.</summary>
    internal static byte[] To(Func<Stream, IRunListener> create, RunResult run, IEnumerable<CheckResult>? finishing = null)
    {
        using var output = new MemoryStream();
        var listener = create(output);
        listener.RunStarted(run.Plan);
        foreach (var result in finishing ?? run.Checks)
        {
            if (result.Status != CheckStatus.Skipped)
            {
                listener.CheckStarted(result.Planned);
            }

            listener.CheckFinished(result);
        }

        listener.RunFinished(run);
        return output.ToArray();
    }
}
