using System;
using System.IO;
using FirstTry.Git.Internal;
using FirstTry.Processes;

namespace FirstTry.Git;

/// <summary>An index that holds what a commit holds, apart from the one that its owner works with: what is staged there is not in it.</summary>
public sealed class CommittedIndex : IDisposable
{
    private readonly string _path;

    private CommittedIndex(string path, EnvironmentBlock environment)
    {
        _path = path;
        Environment = environment;
    }

    /// <summary>The variables under which git takes it for the index.</summary>
    public EnvironmentBlock Environment { get; }

    /// <summary>Writes one into the git directory of the worktree.</summary>
    /// <exception cref="GitException">git failed, or the place cannot be written.</exception>
    public static CommittedIndex Create(Worktree worktree, EnvironmentBlock environment, string commit)
    {
        var path = Path.Combine(worktree.GitDirectory, "firsttry", "index-of-commit");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new GitException($"'{path}' cannot be written: {exception.Message}");
        }

        var index = new CommittedIndex(path, environment.With("GIT_INDEX_FILE", path));
        _ = new GitCommand(worktree, index.Environment).Run("read-tree", commit);
        return index;
    }

    /// <summary>Removes it.</summary>
    public void Dispose()
    {
        try
        {
            File.Delete(_path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next one is written over it.
            return;
        }
    }
}
