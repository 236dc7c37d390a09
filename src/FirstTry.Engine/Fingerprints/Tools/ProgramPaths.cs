using System;
using System.Collections.Generic;

namespace FirstTry.Engine.Fingerprints.Tools;

/// <summary>Where a check looks for programs: the folders of its <c>PATH</c>, and the folders that it is or changes into.</summary>
/// <param name="searchPath">The value of <c>PATH</c>; null when it is not set.</param>
/// <param name="home">The value of <c>HOME</c>; empty when it is not set.</param>
/// <param name="folders">Absolute paths of the folders that commands may run in.</param>
/// <param name="projectRoot">The absolute path of the working tree.</param>
internal sealed class ProgramPaths(string? searchPath, string home, IReadOnlyList<string> folders, string projectRoot)
{
    /// <summary>Where every folder of <c>PATH</c> is when none is given.</summary>
    private const string Usual = "/usr/local/bin:/usr/bin:/bin";

    /// <summary>The folders that commands may run in.</summary>
    internal IReadOnlyList<string> Folders => folders;

    /// <summary>The home of the user.</summary>
    internal string Home => home;

    /// <summary>True for a file of the working tree, but not of packages that were installed there.</summary>
    internal bool IsOfProject(string place) =>
        place.StartsWith(projectRoot + "/", StringComparison.Ordinal) && !place.Contains("/node_modules/", StringComparison.Ordinal)
        && !place.Contains("/.venv/", StringComparison.Ordinal);

    /// <summary>Where a program of this name may be, the first that counts first.</summary>
    internal IEnumerable<string> PlacesOf(string program)
    {
        if (program.StartsWith("~/", StringComparison.Ordinal))
        {
            yield return home + program[1..];
        }
        else if (program.StartsWith('/'))
        {
            yield return program;
        }
        else if (program.Contains('/', StringComparison.Ordinal))
        {
            for (var i = 0; i < folders.Count; i++)
            {
                yield return folders[i] + "/" + program;
            }
        }
        else
        {
            foreach (var folder in (searchPath ?? Usual).Split(OperatingSystem.IsWindows() ? ';' : ':'))
            {
                // An empty folder has always meant the one that the process runs in.
                if (folder.StartsWith('/') || OperatingSystem.IsWindows())
                {
                    yield return folder.TrimEnd('/') + "/" + program;
                }
                else
                {
                    for (var i = 0; i < folders.Count; i++)
                    {
                        yield return folder.Length == 0 ? folders[i] + "/" + program : $"{folders[i]}/{folder}/{program}";
                    }
                }
            }
        }
    }

    /// <summary>Where the environments of a project have a program of this name: packages of Node, virtual environments of Python.</summary>
    internal IEnumerable<string> ProjectPlacesOf(string program)
    {
        if (program.Contains('/', StringComparison.Ordinal))
        {
            yield break;
        }

        for (var i = 0; i < folders.Count; i++)
        {
            for (var above = folders[i]; !string.IsNullOrEmpty(above); above = System.IO.Path.GetDirectoryName(above))
            {
                yield return $"{above}/node_modules/.bin/{program}";
                yield return $"{above}/.venv/bin/{program}";
                yield return $"{above}/venv/bin/{program}";
            }
        }
    }

    /// <summary>True when a folder of <c>PATH</c> counts from the one that a process runs in.</summary>
    internal bool HasRelativeFolder
    {
        get
        {
            foreach (var folder in (searchPath ?? Usual).Split(':'))
            {
                if (!folder.StartsWith('/'))
                {
                    return !OperatingSystem.IsWindows();
                }
            }

            return false;
        }
    }
}
