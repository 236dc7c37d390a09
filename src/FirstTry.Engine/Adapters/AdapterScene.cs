using System;
using System.Collections.Generic;
using System.IO;
using FirstTry.Graph;

namespace FirstTry.Engine.Adapters;

/// <summary>Where an adapter is used: the check, its working directory and what lies around it.</summary>
internal sealed class AdapterScene(Check check, string worktreeRoot, string? searchPath, AdapterChanges? changes = null)
{
    /// <summary>The check.</summary>
    public Check Check => check;

    /// <summary>What changed; null when unknown.</summary>
    public AdapterChanges? Changes => changes;

    /// <summary>The absolute path of the working tree.</summary>
    public string WorktreeRoot => worktreeRoot;

    /// <summary>The working directory of the check.</summary>
    public string Folder { get; } = check.Root == "." ? worktreeRoot : Path.Combine(worktreeRoot, check.Root);

    /// <summary>The option <c>args</c>.</summary>
    public EquatableArray<string> Args => ValuesOf("args");

    /// <summary>The option <c>paths</c>.</summary>
    public EquatableArray<string> Paths => ValuesOf("paths");

    /// <summary>The value of an option that is one of these; the first when the check was not given it.</summary>
    /// <exception cref="UsageException">It is none of them.</exception>
    public string ChoiceOf(string option, params string[] choices)
    {
        var values = ValuesOf(option);
        if (values.Count == 0)
        {
            return choices[0];
        }

        return values.Count == 1 && Array.IndexOf(choices, values[0]) >= 0
            ? values[0]
            : throw new UsageException($"Check '{check.Name}': '{option}' is '{string.Join(", ", values)}'. It is one of: {string.Join(", ", choices)}.");
    }

    /// <summary>The same check seen from another folder of the repository.</summary>
    public AdapterScene At(string root) => new(check with { Root = root }, worktreeRoot, searchPath, changes);

    /// <summary>The values of an option; empty when the check was not given it.</summary>
    public EquatableArray<string> ValuesOf(string option)
    {
        foreach (var candidate in check.Uses!.With)
        {
            if (string.Equals(candidate.Name, option, StringComparison.Ordinal))
            {
                return candidate.Values;
            }
        }

        return [];
    }

    /// <summary>The only value of <c>paths</c>, as an argument list; empty when not given.</summary>
    /// <exception cref="UsageException">There is more than one.</exception>
    public EquatableArray<string> SinglePath(string tool) => Paths.Count <= 1
        ? Paths
        : throw new UsageException($"Check '{check.Name}': {tool} takes one path at a time, 'paths' has {Paths.Count}. Make one check of each.");

    /// <summary>True when the working directory has this file.</summary>
    public bool HasFile(string relative) => File.Exists(Path.Combine(Folder, relative));

    /// <summary>The path of a file in the working directory or the nearest folder above it within the repository, as seen from the working directory; null when there is none.</summary>
    public string? FindUpwards(string relative)
    {
        foreach (var found in AllUpwards(relative))
        {
            return found;
        }

        return null;
    }

    /// <summary>The paths of all files of this name in the working directory and above it within the repository, the nearest first.</summary>
    public IEnumerable<string> AllUpwards(string relative)
    {
        var path = relative;
        for (var folder = Folder; folder.Length >= worktreeRoot.Length; folder = Path.GetDirectoryName(folder)!)
        {
            if (File.Exists(Path.Combine(folder, relative)))
            {
                yield return path;
            }

            path = "../" + path;
            if (folder.Length == worktreeRoot.Length)
            {
                yield break;
            }
        }
    }

    /// <summary>The text of what <see cref="FindUpwards"/> finds; null when there is none, or it cannot be read.</summary>
    public string? ReadUpwards(string relative)
    {
        try
        {
            return FindUpwards(relative) is { } found ? File.ReadAllText(Path.Combine(Folder, found)) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>True when a program of this name is in one of the folders of <c>PATH</c>.</summary>
    public bool IsInstalled(string program) => FindInstalled(program) is not null;

    /// <summary>The absolute path of the first program of this name in the folders of <c>PATH</c>; null when there is none.</summary>
    public string? FindInstalled(string program)
    {
        var name = OperatingSystem.IsWindows() ? program + ".exe" : program;
        foreach (var folder in (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            var place = Path.Combine(folder, name);
            if (Path.IsPathRooted(folder) && File.Exists(place))
            {
                return place;
            }
        }

        return null;
    }
}
