using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using FirstTry.Graph;

namespace FirstTry.Engine.Adapters.Node;

/// <summary>The program that installs packages and runs their scripts.</summary>
/// <param name="Name"><c>npm</c>, <c>yarn</c>, <c>pnpm</c> or <c>bun</c>.</param>
internal sealed record PackageManager(string Name)
{
    // The names are arguments of the shell: what a repository calls its folders is never read as text of a script.
    private const string OneAfterTheOther = "script=$1; shift; code=0; for folder do yarn --cwd \"$folder\" run \"$script\" || code=1; done; exit $code";

    private static readonly (string Lock, string Manager)[] Locks =
    [
        ("pnpm-lock.yaml", "pnpm"), ("yarn.lock", "yarn"), ("bun.lock", "bun"), ("bun.lockb", "bun"), ("package-lock.json", "npm"), ("npm-shrinkwrap.json", "npm"),
    ];

    /// <summary>The manager of a project: the nearest <c>packageManager</c> that names one, else the nearest lock file, else npm.</summary>
    internal static PackageManager Of(AdapterScene scene) => new(Named(scene) ?? FromLock(scene) ?? "npm");

    /// <summary>The command that runs a script of the package in the working directory.</summary>
    internal Command Run(string script, IReadOnlyList<string> arguments) => arguments.Count == 0
        ? Command.Exec(Name, "run", script)
        : Command.Exec([Name, "run", script, .. Passed(arguments)]);

    /// <summary>The command that runs a script in packages of the workspace in the working directory, in all of them also after one failed.</summary>
    internal Command RunIn(IReadOnlyList<string> folders, string script, IReadOnlyList<string> arguments)
    {
        var command = new List<string> { Name };
        switch (Name)
        {
            case "npm":
                command.AddRange(["run", script]);
                command.AddRange(Each(folders, "--workspace="));
                break;
            case "pnpm":
                command.AddRange(Each(folders, "--filter=./"));
                command.AddRange(["--no-bail", "run", script]);
                break;
            case "bun":
                command.Add("run");
                command.AddRange(Each(folders, "--filter=./"));
                command.Add(script);
                break;
            case "yarn" when folders.Count == 1:
                command.AddRange(["--cwd", folders[0], "run", script]);
                break;
            default:
                return arguments.Count == 0
                    ? Command.Exec(["sh", "-c", OneAfterTheOther, "sh", script, .. folders])
                    : Command.Exec(["sh", "-c", OneAfterTheOther.Replace("\"$script\"", "\"$script\" " + Quoted(arguments), StringComparison.Ordinal), "sh", script, .. folders]);
        }

        return Command.Exec([.. command, .. Passed(arguments)]);
    }

    // Arguments are of the config, whose commands are text for a shell anyway.
    private static string Quoted(IReadOnlyList<string> arguments)
    {
        var quoted = new List<string>();
        foreach (var argument in arguments)
        {
            quoted.Add("'" + argument.Replace("'", "'\\''", StringComparison.Ordinal) + "'");
        }

        return string.Join(' ', quoted);
    }

    // npm keeps arguments to itself that do not follow "--"; the others hand all of them on.
    private IReadOnlyList<string> Passed(IReadOnlyList<string> arguments) => arguments.Count > 0 && Name == "npm" ? ["--", .. arguments] : arguments;

    private static List<string> Each(IReadOnlyList<string> folders, string option)
    {
        var options = new List<string>();
        foreach (var folder in folders)
        {
            options.Add(option + folder);
        }

        return options;
    }

    private static string? FromLock(AdapterScene scene)
    {
        (string Path, string Manager)? nearest = null;
        foreach (var (file, manager) in Locks)
        {
            if (scene.FindUpwards(file) is { } found && (nearest is null || Depth(found) < Depth(nearest.Value.Path)))
            {
                nearest = (found, manager);
            }
        }

        return nearest?.Manager;
    }

    private static int Depth(string path) => path.Split("../").Length;

    // A workspace's packages leave it to the folder above them.
    private static string? Named(AdapterScene scene)
    {
        foreach (var file in scene.AllUpwards("package.json"))
        {
            try
            {
                if (PackageManifest.Parse(File.ReadAllText(Path.Combine(scene.Folder, file))).Manager is { } manager)
                {
                    return manager;
                }
            }
            catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
            {
                // What is no manifest names no manager; the one that the script is in is read again, and its problems are told.
            }
        }

        return null;
    }
}
