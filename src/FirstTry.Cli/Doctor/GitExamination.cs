using System.Collections.Generic;
using FirstTry.Git;

namespace FirstTry.Cli.Doctor;

/// <summary>git itself, what it was told to overlook, and the places that are written.</summary>
internal static class GitExamination
{
    private const int MostNamed = 3;

    public static void Run(Patient patient, List<Finding> findings)
    {
        var health = new RepositoryHealth(patient.Worktree, patient.Invocation.Environment);
        try
        {
            ExamineVersion(health, findings);
            ExamineOverlooked(health, findings);
            ExamineSettings(health, findings);
        }
        catch (GitException exception)
        {
            findings.Add(new Finding("git-refuses", exception.Message, "Mend that first: nothing can be checked without git."));
        }

        if (health.FindObstacle() is { } obstacle)
        {
            findings.Add(new Finding(
                "not-writable", $"Unstaged work cannot be kept safe during a run: {obstacle}.", "Make it writable, or move the repository to another file system."));
        }
    }

    private static void ExamineVersion(RepositoryHealth health, List<Finding> findings)
    {
        if (health.GitVersion() is { } version && version < RepositoryHealth.OldestGit)
        {
            findings.Add(new Finding("git-old", $"This is git {version}, and {RepositoryHealth.OldestGit} is the oldest that does what is needed.", "Install a newer git."));
        }
    }

    private static void ExamineOverlooked(RepositoryHealth health, List<Finding> findings)
    {
        var (assumed, skipped) = (new List<string>(), new List<string>());
        foreach (var file in health.FindOverlooked())
        {
            (file.IsSkipped ? skipped : assumed).Add(file.Path.ToString());
        }

        Add(findings, assumed, "assume-unchanged");
        Add(findings, skipped, "skip-worktree");
    }

    private static void Add(List<Finding> findings, List<string> paths, string flag)
    {
        if (paths.Count > 0)
        {
            var names = string.Join(", ", paths.GetRange(0, int.Min(paths.Count, MostNamed))) + (paths.Count > MostNamed ? $" and {paths.Count - MostNamed} more" : "");
            findings.Add(new Finding(
                flag, $"git was told not to look at {names} ({flag}): what is there may be something else than what is checked or committed.",
                $"Run 'git update-index --no-{flag} FILE'."));
        }
    }

    private static void ExamineSettings(RepositoryHealth health, List<Finding> findings)
    {
        if (System.OperatingSystem.IsWindows())
        {
            return;
        }

        if (health.Setting("core.fileMode") == false)
        {
            findings.Add(new Finding(
                "file-mode", "core.fileMode is off: git does not see whether a file may be executed, so checks may see another mode than what is committed.",
                "Run 'git config core.fileMode true' where the file system keeps modes."));
        }

        if (health.Setting("core.symlinks") == false)
        {
            findings.Add(new Finding(
                "symlinks", "core.symlinks is off: symbolic links are checked out as files with the target in them, and checked as such.",
                "Run 'git config core.symlinks true' where the file system has links, then check the files out again."));
        }
    }
}
