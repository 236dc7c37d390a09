using System;
using System.Collections.Generic;
using System.IO;
using FirstTry.Git;
using FirstTry.Git.Hooks;
using FirstTry.Processes;

namespace FirstTry.Cli.Doctor;

/// <summary>The hooks that git runs, against those that the config names.</summary>
internal static class HookExamination
{
    private const string Install = "Run 'firsttry install'.";

    public static void Run(Patient patient, List<Finding> findings)
    {
        try
        {
            var inspection = new HookInstaller(patient.Invocation.Directory, patient.Invocation.Environment).Inspect();
            ExamineSetting(inspection, findings);
            foreach (var hook in patient.Graph?.Hooks ?? [])
            {
                ExamineHook(patient, inspection, hook.Name, findings);
            }
        }
        catch (Exception exception) when (exception is GitException or IOException or UnauthorizedAccessException)
        {
            findings.Add(new Finding("hooks-unreadable", exception.Message, "Mend that, then run 'firsttry install'."));
        }
    }

    private static void ExamineSetting(HookInspection inspection, List<Finding> findings)
    {
        switch (inspection.HooksPath)
        {
            case { IsShared: true } shared:
                findings.Add(new Finding(
                    "hooks-path-shared", $"core.hooksPath is set in {shared.Origin} for more than this repository: git looks for hooks in '{inspection.Directory}'.",
                    "'firsttry install --force' writes there; 'git config --local core.hooksPath' gives this repository a place of its own.")
                {
                    IsProblem = false,
                });
                break;
            case { IsPassing: true }:
                findings.Add(new Finding(
                    "hooks-path-passing", $"core.hooksPath comes from the command line or the environment: git looks for hooks in '{inspection.Directory}' only where that is set.",
                    "Leave it out to see what other commits go through.")
                {
                    IsProblem = false,
                });
                break;
        }
    }

    private static void ExamineHook(Patient patient, HookInspection inspection, string name, List<Finding> findings)
    {
        HookStatus? found = null;
        foreach (var candidate in inspection.Hooks)
        {
            found = candidate.Name == name ? candidate : found;
        }

        var cause = inspection.HooksPath is { } setting ? $" (core.hooksPath, set in {setting.Origin})" : "";
        if (found is not { } hook)
        {
            findings.Add(new Finding("hook-missing", $"The config has checks for {name}, and there is no such hook in '{inspection.Directory}'{cause}.", Install));
        }
        else if (hook.State == HookState.Foreign)
        {
            findings.Add(new Finding("hook-foreign", $"'{hook.Path}' is not firsttry's: the checks for {name} do not run.", "Run 'firsttry install': it keeps that hook and runs it first."));
        }
        else
        {
            ExamineScript(patient, hook, findings);
        }
    }

    private static void ExamineScript(Patient patient, HookStatus hook, List<Finding> findings)
    {
        if (hook.State == HookState.Edited)
        {
            findings.Add(new Finding(
                "hook-edited", $"'{hook.Path}' was edited after 'firsttry install' wrote it: nobody knows what it still checks.",
                "Run 'firsttry install': it keeps the edited one beside and does not run it."));
        }
        else if (hook.IsOutdated)
        {
            findings.Add(new Finding("hook-outdated", $"'{hook.Path}' was written by another version of firsttry.", Install));
        }

        if (!hook.IsExecutable)
        {
            findings.Add(new Finding("hook-not-executable", $"'{hook.Path}' is not executable, so git does not run it.", Install));
        }

        ExamineBinary(patient, hook, findings);
    }

    private static void ExamineBinary(Patient patient, HookStatus hook, List<Finding> findings)
    {
        var (root, environment) = (patient.Worktree.Root, patient.Invocation.Environment);
        var isOnPath = Programs.WhyMissing("firsttry", root, environment) is null;
        if (hook.Binary is { } binary && Programs.WhyMissing(binary, root, environment) is { } failure)
        {
            findings.Add(new Finding(
                "binary-missing", $"'{binary}', which {hook.Name} calls, is {failure}" + (isOnPath ? "; the firsttry on PATH takes its place." : ": commits are stopped."), Install)
            {
                IsProblem = !isOnPath,
            });
        }
        else if (hook.Binary is null && !isOnPath)
        {
            findings.Add(new Finding("binary-missing", $"{hook.Name} looks for firsttry on PATH, which does not have it: commits are stopped.", Install));
        }
    }
}
