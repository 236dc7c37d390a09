using System;
using System.Collections.Generic;
using System.IO;
using FirstTry.Cli.Screens;
using FirstTry.Engine.Store;
using FirstTry.Git;
using FirstTry.Git.Isolation;

namespace FirstTry.Cli.Doctor;

/// <summary>What runs have hidden or kept, and the store of what passed.</summary>
internal static class KeptWorkExamination
{
    public static void Run(Patient patient, List<Finding> findings)
    {
        try
        {
            ExamineHidden(patient, findings);
        }
        catch (GitException exception)
        {
            findings.Add(new Finding("recovery-needed", exception.Message, "'firsttry recover --list' shows what is hidden; nothing of it is lost."));
        }

        ExamineStore(patient.Invocation, findings);
    }

    private static void ExamineHidden(Patient patient, List<Finding> findings)
    {
        if (Recovery.Find(patient.Worktree) is { } hidden)
        {
            findings.Add(new Finding(
                "run-under-way", $"Process {hidden.OwnerId} hides unstaged changes here while its checks run.", "Wait for it; it puts back everything itself.")
            {
                IsProblem = false,
            });
        }

        if (Backups.List(patient.Worktree, patient.Invocation.Environment).Count is var count and > 0)
        {
            findings.Add(new Finding(
                "backups-kept", $"{Words.Count(count, "backup")} of unstaged changes that runs have hidden {(count == 1 ? "is" : "are")} kept for 14 days.",
                "'firsttry recover --list' names them.")
            {
                IsProblem = false,
            });
        }
    }

    // Without it every check runs each time: slower, but nothing is let through.
    private static void ExamineStore(Invocation invocation, List<Finding> findings)
    {
        if (StorePlace.Find(invocation.Environment, invocation.Directory) is not { } place)
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(place);
            var probe = Path.Combine(place, $".firsttry-{Guid.NewGuid():n}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            findings.Add(new Finding(
                "store-not-writable", $"What passed cannot be remembered in '{place}': {exception.Message}", "Make it writable, or set FIRSTTRY_CACHE_DIR to another folder."));
        }
    }
}
