using System;
using FirstTry.Engine.History;
using FirstTry.Engine.Running;
using FirstTry.Engine.Store;
using FirstTry.Git;

namespace FirstTry.Cli.Composition;

/// <summary>Puts a run into the history.</summary>
internal static class RunRecord
{
    /// <summary>Adds the line of a run; nothing happens to a run that had no checks.</summary>
    /// <param name="commit">What HEAD was when the run began; null where that is not known.</param>
    public static void Append(PreparedRun run, string? commit, RunResult result, CacheMode mode, DateTimeOffset started)
    {
        if (result.Checks.Count == 0)
        {
            return;
        }

        new RunHistory(run.Worktree.CommonDirectory).Append(new PastRun
        {
            Started = started,
            Commit = commit,
            Worktree = NameOf(run.Worktree),
            Hook = run.Plan.Hook,
            Profile = run.Plan.Profile,
            Cache = CacheModeNames.NameOf(mode),
            Verdict = VerdictNames.NameOf(result.Verdict),
            ExitCode = result.ExitCode,
            Duration = result.Duration,
            Checks = ChecksOf(result),
        });
    }

    /// <summary>The name of a linked worktree, as git has it; empty for the main one.</summary>
    public static string NameOf(Worktree worktree) =>
        worktree.GitDirectory == worktree.CommonDirectory ? "" : System.IO.Path.GetFileName(worktree.GitDirectory);

    private static PastCheck[] ChecksOf(RunResult result)
    {
        var checks = new PastCheck[result.Checks.Count];
        for (var i = 0; i < checks.Length; i++)
        {
            checks[i] = Of(result.Checks[i]);
        }

        return checks;
    }

    private static PastCheck Of(CheckResult check) => new()
    {
        Name = check.Name,
        Bucket = Screens.Words.Of(check.Bucket),
        Status = CheckStatusNames.NameOf(check.Status),
        IsCached = check.IsCached,
        Reason = check.Reason ?? check.MissReason ?? "",
        Queued = check.Queued,
        Duration = check.Duration,
        Cpu = check.Cpu,
        PeakMemory = check.PeakMemory,
        Saved = check.Saved,
        Files = check.FileCount,
        ExitCode = check.ExitCode,
        Fingerprint = check.Fingerprint,
    };
}
