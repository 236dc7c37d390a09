using System.Collections.Generic;
using System.IO;
using FirstTry.Engine.Fingerprints.Documents;
using FirstTry.Engine.Fingerprints.Tools.Companions;

namespace FirstTry.Engine.Fingerprints.Tools;

/// <summary>Describes one program: its file, the interpreters of a script, what is installed for them.</summary>
internal sealed class ToolDescription(ToolFiles files, Companion companion, PlainFiles plainFiles)
{
    private const int LongestChain = 8;
    private const UnixFileMode Execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Forgets what was seen.</summary>
    internal void LookAgain() => companion.LookAgain();

    /// <summary>Writes the program that is found at these places; returns how many files that are.</summary>
    /// <param name="isOne">False when all places count, not the first that anybody can execute.</param>
    internal int Write(
        string name,
        IEnumerable<string> places,
        ProgramPaths paths,
        IReadOnlyCollection<string> modules,
        DocumentWriter document,
        bool isOne = true,
        bool mustBeExecutable = true)
    {
        var found = 0;
        foreach (var place in places)
        {
            if (files.Find(place, mustBeExecutable) is not { } file)
            {
                continue;
            }

            var identity = new ToolIdentity();
            Add(identity, "", file, paths, depth: 0);
            companion.AddModules(identity, file, modules, paths);
            identity.Write(found++ == 0 ? name : $"{name} {found}", document);

            // What only some may execute may be passed over: then the next one counts too. A relative path counts in every folder.
            if (isOne && !name.Contains('/', System.StringComparison.Ordinal) && IsForAll(file))
            {
                break;
            }
        }

        return found;
    }

    private static bool IsForAll(ToolFile file) =>
        System.OperatingSystem.IsWindows() || (File.GetUnixFileMode(file.RealPlace) & Execute) == Execute;

    private void Add(ToolIdentity identity, string name, ToolFile file, ProgramPaths paths, int depth)
    {
        if (depth > LongestChain)
        {
            throw new ObstacleException($"the interpreters of '{file.Place}' name each other without end");
        }

        identity.Add(name, file.Digest);
        companion.Add(identity, name, file, paths);
        AddCommands(identity, name, file, paths, depth);
        AddInterpreters(identity, name, file, paths, depth);
        if (VersionShims.IsShim(file))
        {
            AddTargets(identity, name, file, paths, depth);
        }
    }

    private void AddInterpreters(ToolIdentity identity, string name, ToolFile file, ProgramPaths paths, int depth)
    {
        for (var i = 0; i < file.Interpreter.Count; i++)
        {
            var word = file.Interpreter[i];
            if (i > 0 && !IsAfterEnv(file.Interpreter, i))
            {
                identity.Add($"{name} argument {i}".TrimStart(), word);
                continue;
            }

            foreach (var place in paths.PlacesOf(word))
            {
                if (files.Find(place) is { } interpreter)
                {
                    Add(identity, $"{name} {Path.GetFileName(word)}".TrimStart(), interpreter, paths, depth + 1);
                    companion.AddImports(identity, name, file, interpreter, paths);
                    break;
                }
            }
        }
    }

    // A script of the repository runs programs of its own. What its text does not say is for 'tools' to name.
    private void AddCommands(ToolIdentity identity, string name, ToolFile file, ProgramPaths paths, int depth)
    {
        if (file.Interpreter.Count == 0 || !paths.IsOfProject(file.RealPlace) || !ShellReader.IsShell(file.Interpreter[^1]))
        {
            return;
        }

        var script = ShellReader.Read(plainFiles.TextOf(file.RealPlace));
        script.Programs.UnionWith(script.Candidates);
        foreach (var program in script.Programs)
        {
            foreach (var place in paths.PlacesOf(program))
            {
                if (files.Find(place) is { } found && identity.IsNew(found.RealPlace))
                {
                    Add(identity, $"{name} runs {program}".TrimStart(), found, paths, depth + 1);
                    break;
                }
            }
        }
    }

    private void AddTargets(ToolIdentity identity, string name, ToolFile shim, ProgramPaths paths, int depth)
    {
        var targets = VersionShims.TargetsOf(shim);
        if (targets.Count == 0)
        {
            throw new ObstacleException($"'{shim.Place}' stands in for a program that is not found: name the program in 'tools' by its path");
        }

        companion.AddChoice(identity, shim, paths);
        for (var i = 0; i < targets.Count; i++)
        {
            if (files.Find(targets[i]) is { } target)
            {
                Add(identity, $"{name} version {i}".TrimStart(), target, paths, depth + 1);
            }
        }

        identity.Add($"{name} shim".TrimStart(), plainFiles.DigestOf(shim.RealPlace) ?? default);
    }

    // #!/usr/bin/env [-S] [NAME=value] program
    private static bool IsAfterEnv(IReadOnlyList<string> words, int index)
    {
        if (Path.GetFileName(words[0]) != "env")
        {
            return false;
        }

        for (var i = 1; i < index; i++)
        {
            if (!IsOptionOrVariable(words[i]))
            {
                return false;
            }
        }

        return !IsOptionOrVariable(words[index]);
    }

    private static bool IsOptionOrVariable(string word) => word is ['-', ..] || word.Contains('=', System.StringComparison.Ordinal);
}
