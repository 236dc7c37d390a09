using System;
using System.Collections.Generic;
using System.IO;
using FirstTry.Git.Internal.Index;
using FirstTry.Git.Internal.Native;
using FirstTry.Graph;
using FirstTry.Processes;

namespace FirstTry.Git.Internal;

/// <summary>The steps of a look at a working tree, and what git is asked.</summary>
internal sealed class WorktreeScan(Worktree worktree, EnvironmentBlock environment, int threads)
{
    private const int MostNamedBytes = 64 * 1024;

    // Where the index and the state of the files fill the memory that a hook may take.
    private const int ManyFiles = 50_000;
    private IndexComparison? _comparison;
    private bool _isLeftToGit;
    private List<RepoPath>? _unknown;

    /// <summary>The index; null when there is none, or when only git can read it.</summary>
    public IndexFile? ReadIndex()
    {
        var path = IndexPath();
        if (!File.Exists(path))
        {
            return null;
        }

        // The time is taken first: an index that is replaced in between looks older than it is, which only means more comparing.
        var written = File.GetLastWriteTimeUtc(path);
        var isReadable = OperatingSystem.IsLinux() && new FileInfo(path).Length <= Array.MaxLength;
        var index = isReadable ? Read(path) : null;
        _isLeftToGit = index is null;
        _comparison = index is null ? null : new IndexComparison(worktree.Root, index, written);
        if (index is { Count: > ManyFiles })
        {
            ProgramPages.GiveBack();
        }

        return index;
    }

    /// <summary>A pass over all files, which several threads may share.</summary>
    public TreePass PassOver(IndexFile index) => new(worktree.Root, index, _comparison, threads);

    /// <summary>Whether a file is as the index says, or not in the index at all.</summary>
    public bool IsAsInIndex(IndexFile index, RepoPath path) =>
        index.Find(path.Bytes) is var place && (place < 0 || _comparison!.IsSame(place, WorktreeFiles.StatOf(worktree.Root, path)));

    /// <summary>Reads the folders of all entries now and not when untracked files are asked for.</summary>
    public void ReadFolders(IndexFile index, KnownFolders? known) => _unknown = new FolderComparison(worktree.Root, index, known).Find();

    /// <summary>Brings the pass to its end and asks git what it left in doubt.</summary>
    public WorktreeState Finish(TreePass? pass)
    {
        pass?.Run();
        var unstaged = _isLeftToGit ? AskGit([])
            : _comparison is { Doubtful.Count: > 0 } ? AskGit(_comparison.Doubtful)
            : [];
        unstaged.AddRange(_comparison?.Overlooked ?? []);
        return new WorktreeState(
            NulList.Sorted(unstaged),
            () => pass is null ? ListedByGit() : new TrackedEntries(pass.Index, pass.Statuses),
            tracked => new UntrackedFiles(worktree, environment).Find(tracked, _unknown));
    }

    private IndexFile? Read(string path)
    {
        var (content, idLength) = (IndexBytes.OfFile(path), ObjectFormat.Of(worktree).IdLength);
        var index = IndexFile.TryParse(content, idLength);
        return index is not null || DamagedIndex.HasChecksum(content.Span, idLength)
            ? index
            : throw DamagedIndex.Exception("its checksum is wrong");
    }

    /// <summary>The index, from git where only git can read it; empty where there is none.</summary>
    public IndexFile Listing() => ReadIndex() ?? AskForListing();

    private IndexFile AskForListing()
    {
        var listing = _isLeftToGit ? new GitCommand(worktree, environment).Run("ls-files", "-z", "--cached", "--stage") : [];
        return IndexFile.FromListing(listing, ObjectFormat.Of(worktree).IdLength);
    }

    private TrackedEntries ListedByGit()
    {
        var index = AskForListing();
        var pass = new TreePass(worktree.Root, index, comparison: null, threads);
        pass.Run();
        return new TrackedEntries(index, pass.Statuses);
    }

    private string IndexPath() => environment["GIT_INDEX_FILE"] is { Length: > 0 } given
        ? Path.GetFullPath(given, worktree.Root)
        : Path.Combine(worktree.GitDirectory, "index");

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

        using var process = new GitCommand(worktree, environment).Start(arguments);
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
