using System;
using System.Collections.Generic;
using System.IO;
using FirstTry.Git;
using FirstTry.Git.Isolation;
using FirstTry.Graph;
using FirstTry.Processes;

namespace FirstTry.Cli.Composition;

/// <summary>
/// The staged content of files that differ on disk, written out once to be hashed as a check would read it: what hits everywhere leaves the
/// working tree alone.
/// </summary>
internal sealed class StagedFolder
{
    private string? _path;

    /// <summary>Writes the content and returns the absolute path of the folder.</summary>
    /// <exception cref="GitException">git cannot write it.</exception>
    public string Write(Worktree worktree, EnvironmentBlock environment, IReadOnlyList<RepoPath> paths)
    {
        _path = Path.Combine(worktree.GitDirectory, "firsttry", $"staged-{Guid.NewGuid():n}");
        Directory.CreateDirectory(_path);
        StagedContent.Materialize(worktree, environment, paths, _path);
        return _path;
    }

    /// <summary>Removes the folder, if there is one.</summary>
    public void Remove()
    {
        try
        {
            if (_path is not null)
            {
                Directory.Delete(_path, recursive: true);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It lies in the git directory, out of everybody's way.
        }
    }
}
