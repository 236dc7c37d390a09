using System;
using System.Globalization;
using System.IO;
using System.Threading;
using FirstTry.Git.Internal;
using FirstTry.Git.Isolation.Internal;
using FirstTry.Processes;

namespace FirstTry.Git;

/// <summary>
/// A worktree of its own for a commit that is not checked out, in the git directory. It has what the commit has and nothing else: no ignored
/// files such as installed packages, no submodules. Removed afterwards, by the next command also after a kill.
/// </summary>
public sealed class PushedWorktree : IDisposable
{
    private static int _last;
    private readonly Worktree _home;
    private readonly EnvironmentBlock _environment;

    private PushedWorktree(Worktree home, EnvironmentBlock environment, Worktree worktree)
    {
        _home = home;
        _environment = environment;
        Worktree = worktree;
    }

    /// <summary>The worktree of the commit.</summary>
    public Worktree Worktree { get; }

    /// <summary>Checks a commit out.</summary>
    /// <param name="environment">Without the variables by which git tells a hook about the repository.</param>
    /// <exception cref="GitException">git failed; nothing is left.</exception>
    public static PushedWorktree Create(Worktree home, EnvironmentBlock environment, string commit)
    {
        var owner = RunningOwner.Current();
        var name = string.Create(CultureInfo.InvariantCulture, $"{owner.ProcessId}-{owner.Start}-{Interlocked.Increment(ref _last)}");
        var path = Path.Combine(FolderOf(home), name);
        try
        {
            Directory.CreateDirectory(FolderOf(home));

            // Hooks that follow a checkout are for people's worktrees.
            _ = new GitCommand(home, environment).Run(
                "-c", "core.hooksPath=/dev/null", "worktree", "add", "--quiet", "--force", "--detach", path, commit);
            return new PushedWorktree(home, environment, Worktree.Find(path, environment));
        }
        catch (Exception exception) when (exception is GitException or IOException or UnauthorizedAccessException)
        {
            Remove(home, environment, path);
            throw new GitException($"The pushed commit cannot be checked out beside the working tree: {exception.Message}");
        }
    }

    /// <summary>Removes what runs have left that were killed; costs one system call where there is nothing.</summary>
    public static void RemoveAbandoned(Worktree home, EnvironmentBlock environment)
    {
        var folder = FolderOf(home);
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var path in Directory.GetDirectories(folder))
        {
            if (!IsOwned(Path.GetFileName(path)))
            {
                Remove(home, environment, path);
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => Remove(_home, _environment, Worktree.Root);

    private static string FolderOf(Worktree home) => Path.Combine(home.CommonDirectory, "firsttry", "pushed");

    private static bool IsOwned(string name) =>
        name.Split('-') is [var id, var start, _]
        && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var process)
        && new RunningOwner(process, start, RunningOwner.Current().Boot).IsAlive();

    private static void Remove(Worktree home, EnvironmentBlock environment, string path)
    {
        var git = new GitCommand(home, environment);
        try
        {
            // Twice: also when it is dirty, also when it is locked. What git does not know as a worktree is a folder left over.
            if (!git.Try("worktree", "remove", "--force", "--force", path).Succeeded && Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
                _ = git.Try("worktree", "prune");
            }

            var folder = FolderOf(home);
            if (Directory.Exists(folder) && Directory.GetFileSystemEntries(folder).Length == 0)
            {
                Directory.Delete(folder);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next command tries again.
            return;
        }
    }
}
