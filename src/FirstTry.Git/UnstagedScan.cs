using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using FirstTry.Git.Internal;
using FirstTry.Git.Internal.Index;
using FirstTry.Graph;
using FirstTry.Processes;

namespace FirstTry.Git;

/// <summary>
/// Finds tracked files whose content in the working tree differs from what is staged, while the caller does something else. The index is read
/// here and every file is looked at once, on threads of their own; git is asked only about files that really look different, or when the index is
/// of a kind that only git reads. What stays in doubt counts as changed.
/// </summary>
public sealed class UnstagedScan
{
    private const int MostNamedBytes = 64 * 1024;
    private readonly Worktree _worktree;
    private readonly EnvironmentBlock _environment;
    private readonly int _threads;
    private readonly Thread _thread;
    private IReadOnlyList<RepoPath> _changed = [];
    private Exception? _failure;

    private UnstagedScan(Worktree worktree, EnvironmentBlock environment, int threads)
    {
        _worktree = worktree;
        _environment = environment;
        _threads = threads;
        _thread = new Thread(Scan, maxStackSize: 256 * 1024) { IsBackground = true };
    }

    /// <summary>Begins to look.</summary>
    /// <param name="processors">How many threads a large repository may take.</param>
    public static UnstagedScan Start(Worktree worktree, EnvironmentBlock environment, int processors)
    {
        var scan = new UnstagedScan(worktree, environment, processors);
        scan._thread.Start();
        return scan;
    }

    /// <summary>Waits for the end and returns the files in byte order.</summary>
    /// <exception cref="GitException">git had to be asked and failed.</exception>
    public IReadOnlyList<RepoPath> Wait()
    {
        _thread.Join();
        return _failure is null ? _changed : throw new GitException(_failure.Message);
    }

    private void Scan()
    {
        try
        {
            _changed = NulList.Sorted(Look());
        }
        catch (Exception exception) when (exception is GitException or IOException or UnauthorizedAccessException)
        {
            _failure = exception;
        }
    }

    private List<RepoPath> Look()
    {
        var path = IndexPath();
        if (!File.Exists(path))
        {
            return [];
        }

        // The time is taken first: an index that is replaced in between looks older than it is, which only means more comparing.
        var written = File.GetLastWriteTimeUtc(path);
        var isReadable = OperatingSystem.IsLinux() && new FileInfo(path).Length <= Array.MaxLength;
        var index = isReadable ? IndexFile.TryParse(File.ReadAllBytes(path), ObjectFormat.Of(_worktree).IdLength) : null;
        if (index is null)
        {
            return AskGit([]);
        }

        var comparison = new IndexComparison(_worktree, index, written, _threads);
        comparison.Run();
        List<RepoPath> changed = comparison.Doubtful.Count == 0 ? [] : AskGit(comparison.Doubtful);
        changed.AddRange(comparison.Overlooked);
        return changed;
    }

    private string IndexPath() => _environment["GIT_INDEX_FILE"] is { Length: > 0 } given
        ? Path.GetFullPath(given, _worktree.Root)
        : Path.Combine(_worktree.GitDirectory, "index");

    // Filters and line ends decide whether bytes that differ are a difference: that is git's to say. `status` compares the content of a file
    // whose times changed, where `diff-files` only reports it, and obeys GIT_OPTIONAL_LOCKS, where `diff` rewrites the index.
    private List<RepoPath> AskGit(List<RepoPath> paths)
    {
        var question = StatusOutput.Question(untracked: "no");
        var arguments = new List<byte[]>(ProcessArguments.Of(question));
        var length = 0;
        foreach (var path in paths)
        {
            arguments.Add(path.Bytes);
            length += path.Bytes.Length;
        }

        if (length > MostNamedBytes)
        {
            arguments.RemoveRange(question.Length, paths.Count);
        }

        using var process = new GitCommand(_worktree, _environment).Start(arguments);
        var changed = new List<RepoPath>();
        foreach (var entry in StatusOutput.Parse(GitCommand.OutputOf(["status"], process.Wait())))
        {
            if (entry is { Unstaged: not '.', IsUntracked: false })
            {
                changed.Add(entry.Path);
            }
        }

        return changed;
    }
}
