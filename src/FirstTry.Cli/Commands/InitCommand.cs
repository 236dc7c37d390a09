using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using FirstTry.Cli.Init;
using FirstTry.Cli.Init.Import;
using FirstTry.Config;
using FirstTry.Git;
using FirstTry.Graph;
using Command = System.CommandLine.Command;

namespace FirstTry.Cli.Commands;

/// <summary><c>firsttry init</c>: a config for what the repository is made of, the schema beside it, and the hooks.</summary>
internal static class InitCommand
{
    private const string ConfigName = "firsttry.yml";
    private const string SchemaName = "firsttry.schema.json";
    private const string LocalName = "firsttry.local.yml";

    public static Command Create(Invocation invocation)
    {
        var force = new Option<bool>("--force") { Description = "Overwrite a config that is there." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Print the config and write nothing." };
        var import = new Option<bool>("--import") { Description = "Start from .pre-commit-config.yaml, lefthook.yml, .husky/, lint-staged or task-runner.json." };
        var command = new Command("init", "Write firsttry.yml for this repository and install the hooks.") { force, dryRun, import };
        command.SetAction(result => Run(invocation, result.GetValue(import), result.GetValue(force), result.GetValue(dryRun)));
        return command;
    }

    private static int Run(Invocation invocation, bool import, bool force, bool dryRun)
    {
        var worktree = Worktree.Find(invocation.Directory, invocation.Environment);
        var root = worktree.Root;
        var (config, report, notes, nextSteps) = import ? Imported(root, invocation) : Proposed(worktree, invocation);
        if (dryRun)
        {
            invocation.Write(config);
            _ = import ? Comment(invocation, report) : 0;
            return ExitCode.Passed;
        }

        if (ConfigFiles.Find(root) is { } existing && (!force || existing != ConfigName))
        {
            throw new UsageException(force
                ? $"{existing} is there. Remove it first: one spelling is enough."
                : $"{existing} is there and stays as it is. 'firsttry init --force' overwrites it, 'firsttry install' installs its hooks.");
        }

        invocation.Write(report);
        OrRefuse(ConfigName, () => Write(invocation, root, ConfigName, config));
        foreach (var note in notes)
        {
            invocation.WriteLine(note);
        }

        OrRefuse(SchemaName, () => Write(invocation, root, SchemaName, Resources.Schema()));
        OrRefuse(".gitignore", () => IgnoreLocalConfig(invocation, root));
        var graph = ConfigParser.Parse(new ConfigSource(ConfigName, config)).Graph;
        var exitCode = InstallCommand.Install(invocation, InstallCommand.NamesOf(graph), force: false);
        foreach (var step in nextSteps)
        {
            invocation.WriteLine($"next: {step}");
        }

        return exitCode;
    }

    private static (string Config, string Report, IReadOnlyList<string> Notes, IReadOnlyList<string> NextSteps) Proposed(Worktree worktree, Invocation invocation)
    {
        var findings = RepositoryScan.Run(worktree, invocation.Environment);
        return (StarterConfig.Render(findings), findings.Kinds.Count == 0 ? "found no project that is known\n" : $"found {string.Join(", ", findings.Kinds)}\n", findings.Notes, []);
    }

    private static (string Config, string Report, IReadOnlyList<string> Notes, IReadOnlyList<string> NextSteps) Imported(string root, Invocation invocation)
    {
        var (config, text) = ImportRun.Of(root);
        var missing = MissingPrograms.Of(config, root, invocation.Environment);
        return (text, ImportTable.Render(config), missing.Count == 0 ? [] : [$"not found here: {string.Join(", ", missing)}. The comments in {ConfigName} say what brings them."], config.NextSteps);
    }

    // So that what is printed can be saved as it is.
    private static int Comment(Invocation invocation, string report)
    {
        var lines = report.TrimEnd('\n').Split('\n');
        foreach (var line in lines)
        {
            invocation.WriteLine($"# {line}");
        }

        return lines.Length;
    }

    private static void OrRefuse(string name, Action write)
    {
        try
        {
            write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{name} cannot be written: {exception.Message} Make way for it, then run 'firsttry init --force'.");
        }
    }

    private static void Write(Invocation invocation, string root, string name, string content)
    {
        var path = Path.Combine(root, name);
        var temporary = path + ".new";
        try
        {
            File.WriteAllText(temporary, content);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }

        invocation.WriteLine($"wrote {name}");
    }

    private static void IgnoreLocalConfig(Invocation invocation, string root)
    {
        var path = Path.Combine(root, ".gitignore");
        var content = File.Exists(path) ? File.ReadAllText(path) : "";
        foreach (var line in content.Split('\n'))
        {
            if (line.Trim() is LocalName or "/" + LocalName)
            {
                return;
            }
        }

        var separator = content.Length == 0 || content.EndsWith('\n') ? "" : "\n";
        File.AppendAllText(path, $"{separator}{LocalName}\n");
        invocation.WriteLine($"added {LocalName} to .gitignore");
    }
}
