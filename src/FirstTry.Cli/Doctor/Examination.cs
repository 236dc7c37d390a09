using System.Collections.Generic;
using FirstTry.Git;

namespace FirstTry.Cli.Doctor;

/// <summary>Looks for everything in a repository that would let a commit go unchecked or weaken a promise.</summary>
internal static class Examination
{
    /// <summary>All findings, the most basic first.</summary>
    /// <exception cref="GitException">There is no working tree here.</exception>
    public static IReadOnlyList<Finding> Run(Invocation invocation)
    {
        var worktree = Worktree.Find(invocation.Directory, invocation.Environment);
        var findings = new List<Finding>();
        var graph = ConfigExamination.Run(worktree, findings);
        var patient = new Patient(invocation, worktree, graph);
        GitExamination.Run(patient, findings);
        VariableExamination.Run(invocation.Environment, findings);
        HookExamination.Run(patient, findings);
        ToolExamination.Run(patient, findings);
        CodeExamination.Run(patient, findings);
        KeptWorkExamination.Run(patient, findings);
        return findings;
    }
}
