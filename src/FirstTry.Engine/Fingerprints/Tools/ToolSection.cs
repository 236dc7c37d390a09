using System;
using System.Collections.Generic;
using System.IO;
using FirstTry.Engine.Fingerprints.Documents;
using FirstTry.Engine.Fingerprints.Tools.Companions;
using FirstTry.Engine.Planning;
using FirstTry.Graph;
using FirstTry.Processes;

namespace FirstTry.Engine.Fingerprints.Tools;

/// <summary>Writes the programs that a check can run, as they would be found and executed.</summary>
internal sealed class ToolSection(FingerprintScene scene, ToolFiles files, PlainFiles plainFiles)
{
    private const int MostFolders = 256;
    private readonly ToolDescription _description = new(files, new Companion(scene, plainFiles), plainFiles);
    private readonly PackageScripts _packageScripts = new(plainFiles);

    // They run programs of a project's own environment, or of one that they make for the purpose.
    private static readonly string[] Managers = ["uv", "uvx", "poetry", "pipenv", "hatch", "pdm", "rye", "npx", "bunx", "pnpx"];

    /// <summary>Forgets what was seen: files may have changed.</summary>
    internal void LookAgain()
    {
        files.LookAgain();
        _description.LookAgain();
    }

    /// <summary>Writes the section of a check.</summary>
    /// <exception cref="ObstacleException">What it runs is not known.</exception>
    internal void Write(PlannedCheck planned, EnvironmentBlock environment, DocumentWriter document)
    {
        document.Begin(Ingredient.Tools);
        if (planned.KnownAs is not { } command)
        {
            WriteOwnProgram(document);
            return;
        }

        var script = ScriptOf(command);
        script.Programs.UnionWith(planned.Check.Tools);
        var home = environment["HOME"] ?? "";
        var start = planned.Check.Root == "." ? scene.Worktree.Root : scene.Worktree.Root + "/" + planned.Check.Root;
        AddWorkspaceFolders(script, planned, start);
        _packageScripts.AddTo(script, FoldersOf(start, home, script));
        var paths = new ProgramPaths(environment["PATH"], home, FoldersOf(start, home, script), scene.Worktree.Root);
        RequireKnownFolders(script, paths);
        Write(script, paths, planned.Check, document);
    }

    // The packages of a workspace in which a script runs are folders of it: what they say and what is installed there counts.
    private static void AddWorkspaceFolders(ShellScript script, PlannedCheck planned, string start)
    {
        if (planned.Check.Uses is not { Name: "npm-test" or "npm-script" } adapter)
        {
            return;
        }

        var name = adapter.Name == "npm-script" && adapter.With is var options && FirstOf(options, "script") is { } given ? given : "test";
        script.PackageScripts.UnionWith([name, "pre" + name, "post" + name]);
        foreach (var argument in planned.Command!.Arguments)
        {
            var folder = argument[(argument.IndexOf('=', StringComparison.Ordinal) + 1)..];
            if (File.Exists(Path.Combine(start, folder, "package.json")) && folder is not ("" or "." or "./"))
            {
                script.Folders.Add(folder);
            }
        }
    }

    private static string? FirstOf(EquatableArray<AdapterOption> options, string name)
    {
        foreach (var option in options)
        {
            if (option.Name == name && option.Values.Count > 0)
            {
                return option.Values[0];
            }
        }

        return null;
    }

    private static ShellScript ScriptOf(Command command)
    {
        if (command.Script is not { } text)
        {
            return ShellReader.Read(command.Arguments);
        }

        var script = ShellReader.Read(text
            .Replace(Placeholders.Files, "\"$@\"", StringComparison.Ordinal)
            .Replace(Placeholders.MessageFile, "\"$FIRSTTRY_MESSAGE_FILE\"", StringComparison.Ordinal));
        script.Programs.Add("sh");
        return script.Unreadable is { } why ? throw new ObstacleException($"what its script runs is not known: {why}") : script;
    }

    private void Write(ShellScript script, ProgramPaths paths, Check check, DocumentWriter document)
    {
        foreach (var program in script.Programs)
        {
            if (_description.Write(program, paths.PlacesOf(program), paths, script.Modules, document) == 0)
            {
                document.Item(program, "");
            }
        }

        var found = 0;
        foreach (var candidate in script.Candidates)
        {
            found += _description.Write(candidate + " of the project", paths.ProjectPlacesOf(candidate), paths, script.Modules, document, isOne: false);
            _description.Write(candidate, paths.PlacesOf(candidate), paths, script.Modules, document, mustBeExecutable: false);
        }

        if (found == 0 && check.Tools.Count == 0 && Array.Find(Managers, script.Programs.Contains) is { } manager)
        {
            throw new ObstacleException($"what '{manager}' runs is not found in the project: name the programs in 'tools'");
        }

        foreach (var name in script.Sourced)
        {
            throw new ObstacleException($"what its script runs is not known: it reads '{name}' into the shell");
        }
    }

    private void WriteOwnProgram(DocumentWriter document)
    {
        var own = files.Find(scene.Program, mustBeExecutable: false) ?? throw new ObstacleException("firsttry cannot find its own program");
        var identity = new ToolIdentity();
        identity.Add("", own.Digest);

        // Not compiled ahead of time, the program is only a start for its libraries.
        foreach (var library in PlainFiles.NamesIn(Path.GetDirectoryName(scene.Program)!))
        {
            if (library.EndsWith(".dll", StringComparison.Ordinal))
            {
                identity.Add(library, files.Find(Path.Combine(Path.GetDirectoryName(scene.Program)!, library), mustBeExecutable: false)?.Digest ?? default);
            }
        }

        identity.Write("firsttry", document);
    }

    private static void RequireKnownFolders(ShellScript script, ProgramPaths paths)
    {
        var isRelative = paths.HasRelativeFolder || Contains(script.Programs, IsRelative) || Contains(script.Candidates, IsRelative);
        if (script.HasUnknownFolder && isRelative)
        {
            throw new ObstacleException("what its script runs is not known: it names a program by a relative path after a 'cd' to a folder that is not plain text");
        }
    }

    private static bool IsRelative(string word) =>
        word.Contains('/', StringComparison.Ordinal) && !word.StartsWith('/') && !word.StartsWith("~/", StringComparison.Ordinal);

    private static bool Contains(SortedSet<string> words, Predicate<string> predicate)
    {
        foreach (var word in words)
        {
            if (predicate(word))
            {
                return true;
            }
        }

        return false;
    }

    // Which 'cd' comes after which is not followed: every folder that they can lead to together counts.
    private static List<string> FoldersOf(string start, string home, ShellScript script)
    {
        var folders = new List<string> { start };
        for (var i = 0; i < folders.Count; i++)
        {
            foreach (var target in script.Folders)
            {
                var folder = target == "~" || target.StartsWith("~/", StringComparison.Ordinal)
                    ? Path.GetFullPath(home + target[1..])
                    : Path.GetFullPath(target, folders[i]);
                if (!folders.Contains(folder) && (i == 0 || Directory.Exists(folder)))
                {
                    folders.Add(folder);
                }
            }

            if (folders.Count > MostFolders)
            {
                throw new ObstacleException("what its script runs is not known: it changes to too many folders");
            }
        }

        return folders;
    }
}
