using System.Collections.Generic;
using System.IO;
using FirstTry.Engine.Adapters;
using FirstTry.Graph;
using FirstTry.Processes;

namespace FirstTry.Cli.Doctor;

/// <summary>The programs that the checks start.</summary>
internal static class ToolExamination
{
    public static void Run(Patient patient, List<Finding> findings)
    {
        foreach (var check in patient.Graph?.Checks ?? [])
        {
            Examine(patient, check, findings);
        }
    }

    private static void Examine(Patient patient, Check check, List<Finding> findings)
    {
        var root = patient.Worktree.Root;
        try
        {
            var expanded = AdapterRecipes.Expand(check, root, patient.Invocation.Environment["PATH"]);
            var directory = check.Root == "." ? root : Path.Combine(root, check.Root);
            if (!Directory.Exists(directory))
            {
                findings.Add(new Finding("folder-missing", $"Check '{check.Name}' runs in '{check.Root}', which is no folder.", "Create it, or change 'root'."));
                return;
            }

            ExamineCommands(patient, expanded, directory, findings);
        }
        catch (UsageException exception)
        {
            findings.Add(new Finding("adapter-unusable", exception.Message, "Mend that: until then the check stops every commit."));
        }
    }

    private static void ExamineCommands(Patient patient, Check check, string directory, List<Finding> findings)
    {
        var environment = EnvironmentOf(patient, check);
        var seen = new HashSet<string>();
        foreach (var program in ProgramsOf(check))
        {
            if (seen.Add(program) && Programs.WhyMissing(program, directory, environment) is { } failure)
            {
                findings.Add(new Finding("tool-missing", $"Check '{check.Name}' starts '{program}', which is {failure}.", "Install it, or change the command of the check."));
            }
        }
    }

    private static EnvironmentBlock EnvironmentOf(Patient patient, Check check)
    {
        var environment = patient.Invocation.Environment;
        foreach (var variable in patient.Graph!.Env)
        {
            environment = environment.With(variable.Name, variable.Value);
        }

        foreach (var variable in check.Env)
        {
            environment = environment.With(variable.Name, variable.Value);
        }

        return environment;
    }

    private static List<string> ProgramsOf(Check check)
    {
        var programs = new List<string>();
        foreach (var command in (Command?[])[check.Run, check.Fix])
        {
            if (command?.Script is { } script)
            {
                programs.AddRange(ScriptPrograms.Of(script));
            }
            else if (command is not null)
            {
                programs.Add(command.Arguments[0]);
            }
        }

        programs.AddRange(check.Tools);
        return programs;
    }
}
