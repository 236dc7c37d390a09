using System;
using System.Collections.Generic;
using FirstTry.Cli.Init.Import.Reading;
using FirstTry.Graph;

namespace FirstTry.Cli.Init.Import.Husky;

/// <summary>Imports Husky, in both of its kinds: the scripts in <c>.husky</c>, what lint-staged runs, and the tasks of Husky.Net.</summary>
internal static class HuskyImport
{
    /// <summary>Imports what is there and returns the paths of it.</summary>
    public static List<string> Run(SourceFiles files, ImportedConfig config)
    {
        var sources = new List<string>();
        var staged = LintStaged.Find(files, config);
        var tasks = HuskyTasks.Find(files, config);
        var (scripts, called) = (ScriptsOf(files, config), config.Scripts);
        foreach (var (path, hook, text) in scripts)
        {
            sources.Add(path);
            new HuskyScript(path, hook, config, staged, tasks, called).Import(text);
            config.Hook(hook).Settle(FailFast.Now);
        }

        if (staged is not null)
        {
            sources.Add(staged.Path);
            staged.ImportOnce("pre-commit", []);
        }

        if (tasks is not null)
        {
            sources.Add(tasks.Path);
            tasks.ImportRest();
        }

        if (scripts.Count > 0)
        {
            config.NextSteps.Add("Husky set core.hooksPath to its own folder: 'git config --unset core.hooksPath' and then 'firsttry install' let the hooks of firsttry run; " + (tasks is null ? "take 'husky' out of the script 'prepare'." : "take 'husky install' out of the project file or build script that calls it."));
        }

        return sources;
    }

    private static List<(string Path, string Hook, string Text)> ScriptsOf(SourceFiles files, ImportedConfig config)
    {
        var scripts = new List<(string, string, string)>();
        foreach (var name in files.NamesIn(".husky"))
        {
            if (HookNames.IsKnown(name))
            {
                scripts.Add((".husky/" + name, name, files.TextOf(".husky/" + name)));
            }
            else if (!name.Contains('.', StringComparison.Ordinal))
            {
                config.Note(".husky/" + name, name, ImportOutcome.LeftOut, "git has no hook of this name, so it never ran by itself");
            }
        }

        if (files.FindFirst("package.json") is { } package)
        {
            foreach (var (hook, command) in files.Read(package)["husky"]["hooks"].Entries)
            {
                if (HookNames.IsKnown(hook) && command.Text is { } text)
                {
                    scripts.Add((package, hook, text.Replace(" && ", "\n", StringComparison.Ordinal)));
                }
            }
        }

        return scripts;
    }
}
