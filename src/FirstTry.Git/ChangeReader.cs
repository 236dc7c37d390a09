using System;
using System.Collections.Generic;
using System.Text;
using FirstTry.Git.Internal;
using FirstTry.Git.Internal.Staged;
using FirstTry.Graph;
using FirstTry.Processes;

namespace FirstTry.Git;

/// <summary>Asks git which files changed. Paths are bytes, and never patterns.</summary>
public sealed partial class ChangeReader(Worktree worktree, EnvironmentBlock environment)
{
    private readonly GitCommand _git = new(worktree, environment);

    /// <summary>What else can be asked of the repository.</summary>
    public RepositoryFacts Facts { get; } = new(worktree, environment);

    /// <summary>
    /// What is staged: in the index in use (<c>GIT_INDEX_FILE</c>) and different from HEAD. One git process, which is already running when
    /// this returns. Files that the index has count also where they are absent on disk, for the commit will contain them; a file that is only
    /// announced (<c>add --intent-to-add</c>) or in conflict has no staged content and does not count, and neither do submodules.
    /// </summary>
    /// <param name="look">Reads the same index, which git then need not do: it only gives HEAD's trees, one or two of them most often.</param>
    public PendingChangeSet StartStaged(WorktreeLook? look = null)
    {
        if (look is null || !OperatingSystem.IsLinux() || !Facts.HasCommit())
        {
            return new PendingChangeSet(FileSelection.Staged, CompareIndex);
        }

        var comparison = new StagedComparison(look.Index);
        return new PendingChangeSet(FileSelection.Staged, comparison, _git.Start(ProcessArguments.Of("cat-file", "--batch"), comparison), CompareIndex);
    }

    /// <inheritdoc cref="StartStaged"/>
    /// <exception cref="GitException">git failed.</exception>
    public ChangeSet Staged()
    {
        using var pending = StartStaged();
        return pending.Wait();
    }

    /// <summary>What differs from HEAD in the index or the working tree, untracked files that are not ignored included.</summary>
    /// <exception cref="GitException">git failed.</exception>
    public ChangeSet WorkingTree()
    {
        var (files, deleted) = (new List<RepoPath>(), new List<RepoPath>());
        foreach (var entry in StatusOutput.Parse(_git.Run(StatusOutput.Question(untracked: "all"))))
        {
            if (WorktreeFiles.HasFile(worktree.Root, entry.Path))
            {
                files.Add(entry.Path);
            }
            else if (entry is { IsUntracked: false, IsSubmodule: false } && entry.Staged != 'A')
            {
                deleted.Add(entry.Path);
            }
        }

        return new ChangeSet(FileSelection.Changed, NulList.Sorted(files), NulList.Sorted(deleted));
    }

    /// <summary>Every tracked and every untracked file that is not ignored and exists.</summary>
    /// <exception cref="GitException">git failed.</exception>
    public ChangeSet All() => new(
        FileSelection.All,
        NulList.Sorted(Existing(_git.Run("ls-files", "-z", "--cached", "--others", "--exclude-standard"))),
        []);

    /// <summary>What changed from one commit to another; files that exist in the second.</summary>
    /// <exception cref="GitException">A name is not that of a commit.</exception>
    public ChangeSet Between(string from, string to) => Compare(Commit(from), Commit(to));

    /// <summary>What the last commit changed: against its first parent, or everything when it is the first.</summary>
    /// <exception cref="GitException">Nothing has been committed yet.</exception>
    public ChangeSet LastCommit()
    {
        if (!Facts.HasCommit())
        {
            throw new GitException("Nothing has been committed yet. Commit something first, or take '--all-files'.");
        }

        var head = Commit("HEAD");
        var parent = _git.Try("rev-parse", "--verify", "--quiet", head + "^1");
        return Compare(parent.Succeeded ? Text(parent.Output) : EmptyTree(), head);
    }

    /// <summary>The id of the commit that a name stands for.</summary>
    /// <exception cref="GitException">There is none.</exception>
    public string Commit(string name)
    {
        var outcome = _git.Try("rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}");
        if (outcome.Succeeded)
        {
            return Text(outcome.Output);
        }

        _git.EnsureRepository();
        throw new GitException($"'{name}' is not a commit of this repository. Name a branch, a tag or a commit; 'git fetch' brings those of the remote.");
    }

    // For people's commands and what follows a commit; the hooks before a commit and a push ask git and never load libgit2.
    private ChangeSet Compare(string from, string to)
    {
        var changes = LibGit2Comparison.TryCompare(worktree, FileSelection.Changed, from == EmptyTree() ? null : from, to)
            ?? Diff(FileSelection.Changed, from, to);
        return changes.In(worktree);
    }

    private ChangeSet Diff(FileSelection selection, string from, string to) =>
        RawDiff.Parse(selection, _git.Run("diff-tree", "-r", "--raw", "-z", "--no-renames", from, to, "--"));

    private List<RepoPath> Existing(byte[] output)
    {
        var paths = new List<RepoPath>();
        foreach (var bytes in NulList.Split(output))
        {
            var path = new RepoPath(bytes);
            if (WorktreeFiles.HasFile(worktree.Root, path))
            {
                paths.Add(path);
            }
        }

        return paths;
    }

    private RunningProcess CompareIndex() => _git.Start(ProcessArguments.Of(
        "diff-index", "--cached", "--raw", "-z", "--no-renames", "--ita-invisible-in-index", HeadOrNothing(), "--"));

    private string HeadOrNothing() => Facts.HasCommit() ? "HEAD" : EmptyTree();

    private string EmptyTree() => ObjectFormat.Of(worktree).EmptyTree;

    private static string Text(byte[] output) => Encoding.UTF8.GetString(output).TrimEnd('\n');
}
