using System;
using System.Collections.Generic;
using System.IO;
using FirstTry.Engine.Fingerprints.Documents;
using FirstTry.Engine.Planning;
using FirstTry.Graph;
using FirstTry.Processes;

namespace FirstTry.Engine.Fingerprints.Tools;

/// <summary>Writes the programs that a check can run, as they would be found and executed.</summary>
internal sealed class ToolSection(FingerprintScene scene, ToolFiles files)
{
    private const int MostFolders = 16;
    private const int LongestChain = 8;

    /// <summary>Writes the section of a check.</summary>
    /// <exception cref="ObstacleException">What it runs is not known.</exception>
    internal void Write(PlannedCheck planned, EnvironmentBlock environment, DocumentWriter document)
    {
        document.Begin(Ingredient.Tools);
        if (planned.Command is not { } command)
        {
            WriteOwnProgram(document);
            return;
        }

        var script = command.Script is { } text ? ShellReader.Read(WithFiles(text)) : ShellReader.Read(command.Arguments);
        if (script.Unreadable is { } why)
        {
            throw new ObstacleException($"what its script runs is not known: {why}");
        }

        if (command.Script is not null)
        {
            script.Programs.Add("sh");
        }

        foreach (var tool in planned.Check.Tools)
        {
            script.Programs.Add(tool);
        }

        var paths = PathsOf(planned.Check, script, environment);
        foreach (var program in script.Programs)
        {
            Write(program, paths, isCandidate: false, document);
        }

        foreach (var candidate in script.Candidates)
        {
            Write(candidate, paths, isCandidate: true, document);
        }

        WriteSourced(script, paths, document);
    }

    private void WriteOwnProgram(DocumentWriter document)
    {
        var own = files.Find(scene.Program, mustBeExecutable: false) ?? throw new ObstacleException("firsttry cannot find its own program");
        var identity = new ToolIdentity();
        identity.Add("", own.Digest);
        foreach (var library in OwnLibraries())
        {
            identity.Add(Path.GetFileName(library), files.Find(library, mustBeExecutable: false)?.Digest ?? default);
        }

        identity.Write("firsttry", document);
    }

    // Not compiled ahead of time, the program is only a start for its libraries.
    private string[] OwnLibraries()
    {
        var libraries = Directory.GetFiles(Path.GetDirectoryName(scene.Program)!, "*.dll");
        Array.Sort(libraries, StringComparer.Ordinal);
        return libraries;
    }

    private static string WithFiles(string script) => script
        .Replace(Placeholders.Files, "\"$@\"", StringComparison.Ordinal)
        .Replace(Placeholders.MessageFile, "\"$FIRSTTRY_MESSAGE_FILE\"", StringComparison.Ordinal);

    private ProgramPaths PathsOf(Check check, ShellScript script, EnvironmentBlock environment)
    {
        var home = environment["HOME"] ?? "";
        var start = check.Root == "." ? scene.Worktree.Root : scene.Worktree.Root + "/" + check.Root;
        var paths = new ProgramPaths(environment["PATH"], home, FoldersOf(start, home, script));
        var isRelative = paths.HasRelativeFolder || Contains(script.Programs, IsRelative) || Contains(script.Candidates, IsRelative)
            || Contains(script.Sourced, IsRelative);
        return script.HasUnknownFolder && isRelative
            ? throw new ObstacleException("what its script runs is not known: it names a program by a relative path after a 'cd' to a folder that is not plain text")
            : paths;
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

    private void Write(string program, ProgramPaths paths, bool isCandidate, DocumentWriter document)
    {
        var found = 0;
        foreach (var file in FilesOf(program, paths, !isCandidate))
        {
            var identity = new ToolIdentity();
            AddFile(identity, "", file, paths, depth: 0);
            identity.Write(found++ == 0 ? program : $"{program} {found}", document);
        }

        if (found == 0 && !isCandidate)
        {
            document.Item(program, "");
        }
    }

    private IEnumerable<ToolFile> FilesOf(string program, ProgramPaths paths, bool mustBeExecutable)
    {
        var isEveryPlace = program.Contains('/', StringComparison.Ordinal);
        foreach (var place in paths.PlacesOf(program))
        {
            if (files.Find(place, mustBeExecutable) is { } file)
            {
                yield return file;

                // What only some may execute may be passed over: then the next one counts too.
                if (!isEveryPlace && IsForAll(file))
                {
                    yield break;
                }
            }
        }
    }

    private static bool IsForAll(ToolFile file) => OperatingSystem.IsWindows()
        || (File.GetUnixFileMode(file.RealPlace) & Execute) == Execute;

    private const UnixFileMode Execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private void AddFile(ToolIdentity identity, string name, ToolFile file, ProgramPaths paths, int depth)
    {
        identity.Add(name, file.Digest);
        if (depth > LongestChain)
        {
            throw new ObstacleException($"the interpreters of '{file.Place}' name each other without end");
        }

        var words = new List<string>(file.Interpreter);
        for (var i = 0; i < words.Count; i++)
        {
            var isProgram = i == 0 || IsAfterEnv(words, i);
            if (!isProgram)
            {
                identity.Add($"{name} argument {i}".TrimStart(), words[i]);
                continue;
            }

            foreach (var interpreter in FilesOf(words[i], paths, mustBeExecutable: true))
            {
                AddFile(identity, $"{name} {Path.GetFileName(words[i])}".TrimStart(), interpreter, paths, depth + 1);
            }
        }
    }

    // #!/usr/bin/env [-S] [NAME=value] program
    private static bool IsAfterEnv(List<string> words, int index)
    {
        if (Path.GetFileName(words[0]) != "env")
        {
            return false;
        }

        for (var i = 1; i < index; i++)
        {
            if (words[i] is not ['-', ..] && !words[i].Contains('=', StringComparison.Ordinal))
            {
                return false;
            }
        }

        return words[index] is not ['-', ..] && !words[index].Contains('=', StringComparison.Ordinal);
    }

    private void WriteSourced(ShellScript script, ProgramPaths paths, DocumentWriter document)
    {
        foreach (var name in script.Sourced)
        {
            var found = 0;
            foreach (var file in FilesOf(name, paths, mustBeExecutable: false))
            {
                found++;
                throw new ObstacleException($"what its script runs is not known: it reads '{name}' into the shell");
            }

            document.Item("." + name, found.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
