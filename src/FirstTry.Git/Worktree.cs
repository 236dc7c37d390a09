using System;
using System.IO;
using FirstTry.Processes;

namespace FirstTry.Git;

/// <summary>A working tree and the directories that belong to it; absolute paths without a trailing slash.</summary>
/// <param name="Root">The top of the working tree.</param>
/// <param name="GitDirectory">What is this worktree's own: HEAD, index, state of a merge.</param>
/// <param name="CommonDirectory">What all worktrees of the repository share; equal to <paramref name="GitDirectory"/> in the main one.</param>
public sealed record Worktree(string Root, string GitDirectory, string CommonDirectory)
{
    /// <summary>
    /// Finds the working tree around a directory as git does, by walking up and by <c>GIT_DIR</c> and <c>GIT_WORK_TREE</c>, without starting
    /// a process. A run costs this before anything else.
    /// </summary>
    /// <exception cref="GitException">There is no repository, or it has no working tree.</exception>
    public static Worktree Find(string startDirectory, EnvironmentBlock environment)
    {
        try
        {
            return Locate(startDirectory, environment);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new GitException($"The repository of '{startDirectory}' cannot be read: {exception.Message} Check who owns it.");
        }
    }

    private static Worktree Locate(string startDirectory, EnvironmentBlock environment)
    {
        var workTree = environment["GIT_WORK_TREE"] is { Length: > 0 } tree ? Path.GetFullPath(tree, startDirectory) : null;
        if (environment["GIT_DIR"] is { Length: > 0 } given)
        {
            return FromGitDirectory(Path.GetFullPath(given, startDirectory), workTree ?? startDirectory);
        }

        for (var directory = startDirectory; directory is not null; directory = Path.GetDirectoryName(directory))
        {
            var dotGit = Path.Combine(directory, ".git");
            if (Directory.Exists(dotGit) && IsGitDirectory(dotGit))
            {
                return FromGitDirectory(dotGit, workTree ?? directory);
            }

            if (File.Exists(dotGit))
            {
                return FromGitDirectory(ReadLink(dotGit, directory), workTree ?? directory);
            }

            if (IsGitDirectory(directory))
            {
                throw Bare(directory);
            }
        }

        throw new GitException($"'{startDirectory}' is not in a git repository. Run 'git init' there, or change to a repository.");
    }

    private static Worktree FromGitDirectory(string gitDirectory, string workTree)
    {
        if (!IsGitDirectory(gitDirectory))
        {
            throw new GitException($"'{gitDirectory}' is not a git directory: it has no HEAD. Check GIT_DIR and the file '.git'.");
        }

        if (IsInside(workTree, gitDirectory))
        {
            throw Bare(gitDirectory);
        }

        return new Worktree(Trim(workTree), Trim(gitDirectory), Trim(CommonDirectoryOf(gitDirectory)));
    }

    private static string CommonDirectoryOf(string gitDirectory)
    {
        var file = Path.Combine(gitDirectory, "commondir");
        return File.Exists(file) ? Path.GetFullPath(File.ReadAllText(file).TrimEnd('\n', '\r'), gitDirectory) : gitDirectory;
    }

    // A linked worktree or a submodule: a file ".git" with "gitdir: <path>", relative to the folder it lies in.
    private static string ReadLink(string file, string directory)
    {
        const string Prefix = "gitdir: ";
        var text = File.ReadAllText(file).TrimEnd('\n', '\r');
        return text.StartsWith(Prefix, StringComparison.Ordinal)
            ? Path.GetFullPath(text[Prefix.Length..], directory)
            : throw new GitException($"'{file}' does not begin with 'gitdir: '. Restore it, or remove it and run 'git init'.");
    }

    private static bool IsGitDirectory(string directory) =>
        File.Exists(Path.Combine(directory, "HEAD"))
        && (Directory.Exists(Path.Combine(directory, "objects")) || File.Exists(Path.Combine(directory, "commondir")));

    private static bool IsInside(string directory, string container) =>
        (Trim(directory) + Path.DirectorySeparatorChar).StartsWith(Trim(container) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string Trim(string path) => Path.TrimEndingDirectorySeparator(path);

    private static GitException Bare(string directory) =>
        new($"'{directory}' has no working tree. Run firsttry where files are checked out.");
}
