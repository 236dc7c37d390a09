using System;
using System.Collections.Generic;
using System.IO;
using FirstTry.Cli.Build;

namespace FirstTry.Cli.Doctor;

/// <summary>The checks written in C#, which a runner must have been compiled with.</summary>
internal static class CodeExamination
{
    public static void Run(Patient patient, List<Finding> findings)
    {
        if (patient.Graph is not { CodeSource: { } source } graph || HasRunner(patient, source))
        {
            return;
        }

        var names = new List<string>();
        foreach (var check in graph.Checks)
        {
            if (check.Uses is { IsCode: true })
            {
                names.Add($"'{check.Name}'");
            }
        }

        findings.Add(new Finding(
            "code-not-compiled",
            $"No runner was compiled from what is in 'checks' now: {string.Join(", ", names)} stops every commit that asks for it.",
            "Run 'firsttry build', which needs the .NET SDK, or leave it out with FIRSTTRY_SKIP."));
    }

    // The one that hooks start reads an edited config itself; for another it looks beside itself.
    private static bool HasRunner(Patient patient, string source)
    {
        var place = new RunnerPlace(patient.Worktree.CommonDirectory);
        try
        {
            var current = File.Exists(place.Current) ? File.ReadAllText(place.Current).Trim() : "";
            var isCompiled = current.EndsWith(RunnerOrigin.CodePart(source), StringComparison.Ordinal) && File.Exists(place.Executable(current));
            return isCompiled || (current.Length > 0 && patient.Invocation.Program is { } program
                && File.Exists(place.Executable(RunnerSource.Read(patient.Worktree.Root, program, usesCode: true).Origin.Name)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
