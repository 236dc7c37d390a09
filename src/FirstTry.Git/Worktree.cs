using System;
using System.IO;
using FirstTry.Git.Internal;
using FirstTry.Processes;

namespace FirstTry.Git;

/// <summary>A working tree and the directories that belong to it; absolute paths without a trailing slash.</summary>
/// <param name="Root">The top of the working tree.</param>
/// <param name="GitDirectory">What is this worktree's own: HEAD, index, state of a merge.</param>
/// <param name="CommonDirectory">What all worktrees of the repository share; equal to <paramref name="GitDirectory"/> in the main one.</param>
public sealed record Worktree(string Root, string GitDirectory, string CommonDirectory)
{
    /// <summary>True when git would not find these directories from <see cref="Root"/> by itself, because variables or <c>core.worktree</c> name them.</summary>
    public bool IsNamed { get; init; }

    /// <summary>
    /// Finds the working tree around a directory as git does, by walking up and by <c>GIT_DIR</c>, <c>GIT_WORK_TREE</c> and
    /// <c>core.worktree</c>, without starting a process: a run costs this before anything else. Only where the files lie elsewhere than
    /// around the git directory, and git was not told so by <c>GIT_DIR</c>, is git asked whether it trusts the repository.
    /// </summary>
    /// <exception cref="GitException">There is no repository, it cannot be read, or it has no working tree.</exception>
    public static Worktree Find(string startDirectory, EnvironmentBlock environment)
    {
        try
        {
            return environment["GIT_DIR"] is { Length: > 0 } given
                ? Named(Path.GetFullPath(given, startDirectory), startDirectory, environment)
                : Around(startDirectory, environment);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new GitException($"The repository of '{startDirectory}' cannot be read: {exception.Message} Check who owns it.");
        }
    }

    internal static RepositoryConfig SharedConfig(string commonDirectory) => RepositoryConfig.Read(Path.Combine(commonDirectory, "config"));

    private static Worktree Named(string path, string startDirectory, EnvironmentBlock environment)
    {
        var gitDirectory = File.Exists(path) ? ReadLink(path, Path.GetDirectoryName(path)!) : path;
        return FromGitDirectory(gitDirectory, startDirectory, startDirectory, environment) with { IsNamed = true };
    }

    private static Worktree Around(string startDirectory, EnvironmentBlock environment)
    {
        for (var directory = startDirectory; directory is not null; directory = Path.GetDirectoryName(directory))
        {
            var dotGit = Path.Combine(directory, ".git");
            var gitDirectory = Directory.Exists(dotGit) && IsGitDirectory(dotGit) ? dotGit
                : File.Exists(dotGit) ? ReadLink(dotGit, directory)
                : null;
            if (gitDirectory is not null)
            {
                return Trusted(FromGitDirectory(gitDirectory, directory, startDirectory, environment), directory, startDirectory, environment);
            }

            if (IsGitDirectory(directory))
            {
                throw Bare(directory);
            }

            if (Path.GetDirectoryName(directory) is { } parent && IsCeiling(parent, environment))
            {
                break;
            }
        }

        if (startDirectory.Contains('\uFFFD', StringComparison.Ordinal) && !Directory.Exists(startDirectory))
        {
            throw new GitException($"The path of the current directory, '{startDirectory}', is not UTF-8, and firsttry cannot go there. Rename the folder.");
        }

        throw new GitException($"'{startDirectory}' is not in a git repository. Run 'git init' there, or change to a repository.");
    }

    // What git itself does not look into, such as folders on a slow network.
    private static bool IsCeiling(string directory, EnvironmentBlock environment)
    {
        foreach (var ceiling in (environment["GIT_CEILING_DIRECTORIES"] ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            if (Trim(ceiling) == Trim(directory))
            {
                return true;
            }
        }

        return false;
    }

    private static Worktree FromGitDirectory(string gitDirectory, string around, string startDirectory, EnvironmentBlock environment)
    {
        if (!IsGitDirectory(gitDirectory))
        {
            throw new GitException($"'{gitDirectory}' is not a git directory: it has no HEAD. Check GIT_DIR and the file '.git'.");
        }

        var common = CommonDirectoryOf(gitDirectory, startDirectory, environment);
        var root = environment["GIT_WORK_TREE"] is { Length: > 0 } given
            ? Path.GetFullPath(given, startDirectory)
            : ConfiguredRoot(Trim(gitDirectory), Trim(common), around);
        return IsInside(root, gitDirectory) ? throw Bare(gitDirectory) : new Worktree(Trim(root), Trim(gitDirectory), Trim(common));
    }

    // What all worktrees share says nothing about where one that is linked lies, nor whether it has files.
    private static string ConfiguredRoot(string gitDirectory, string common, string around)
    {
        var shared = SharedConfig(common);
        var own = RepositoryConfig.Read(shared.IsTrue("extensions.worktreeConfig") ? Path.Combine(gitDirectory, "config.worktree") : "");
        var isLinked = common != gitDirectory;
        if ((own["core.worktree"] ?? (isLinked ? null : shared["core.worktree"])) is { Length: > 0 } configured)
        {
            return Path.GetFullPath(configured, gitDirectory);
        }

        var isBare = own["core.bare"] is not null ? own.IsTrue("core.bare") : !isLinked && shared.IsTrue("core.bare");
        return isBare ? throw Bare(gitDirectory) : around;
    }

    // Naming a repository to git tells it that its owner is trusted (safe.directory). That is not ours to say: git is asked from where we started.
    private static Worktree Trusted(Worktree worktree, string around, string startDirectory, EnvironmentBlock environment)
    {
        if (worktree.Root == Trim(around))
        {
            return worktree;
        }

        string[] question = ["rev-parse", "--git-dir"];
        var outcome = ProcessRunner.Run(new ProcessSpec
        {
            Program = "git",
            Arguments = ProcessArguments.Of(question),
            WorkingDirectory = startDirectory,
            Environment = environment,
        });
        _ = GitCommand.OutputOf(question, outcome);
        return worktree with { IsNamed = true };
    }

    private static string CommonDirectoryOf(string gitDirectory, string startDirectory, EnvironmentBlock environment)
    {
        if (environment["GIT_COMMON_DIR"] is { Length: > 0 } given)
        {
            return Path.GetFullPath(given, startDirectory);
        }

        var file = Path.Combine(gitDirectory, "commondir");
        return File.Exists(file) ? Path.GetFullPath(PlainText.Read(file).TrimEnd('\n', '\r'), gitDirectory) : gitDirectory;
    }

    // A linked worktree or a submodule: a file ".git" with "gitdir: <path>", relative to the folder it lies in.
    private static string ReadLink(string file, string directory)
    {
        const string Prefix = "gitdir: ";
        var text = PlainText.Read(file).TrimEnd('\n', '\r');
        return text.StartsWith(Prefix, StringComparison.Ordinal)
            ? Path.GetFullPath(text[Prefix.Length..], directory)
            : throw new GitException($"'{file}' does not begin with 'gitdir: '. Restore it, or remove it and run 'git init'.");
    }

    // HEAD may be a symbolic link to a branch that has no commit yet (core.preferSymlinkRefs).
    private static bool IsGitDirectory(string directory)
    {
        var head = new FileInfo(Path.Combine(directory, "HEAD"));
        return (head.Exists || head.LinkTarget is not null)
            && (Directory.Exists(Path.Combine(directory, "objects")) || File.Exists(Path.Combine(directory, "commondir")));
    }

    private static bool IsInside(string directory, string container) =>
        (Trim(directory) + Path.DirectorySeparatorChar).StartsWith(Trim(container) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string Trim(string path) => Path.TrimEndingDirectorySeparator(path);

    private static GitException Bare(string directory) =>
        new($"'{directory}' has no working tree. Run firsttry where files are checked out.");
}
