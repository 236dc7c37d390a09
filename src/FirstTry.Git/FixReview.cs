using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using FirstTry.Git.Isolation;
using FirstTry.Git.Isolation.Internal;
using FirstTry.Graph;
using FirstTry.Processes;

namespace FirstTry.Git;

/// <summary>
/// Shows what a check changed and gives the files back as they were, as on a build server, where nobody takes a fix along. Both versions
/// are on disk, in the git directory, until the earlier one is back in its place.
/// </summary>
public sealed class FixReview(Worktree worktree, EnvironmentBlock environment)
{
    private const uint PlainMode = 0x1A4;
    private const uint ExecutableMode = 0x1ED;
    private const uint PermissionBits = 0xFFF;
    private readonly Disk _disk = new(FaultPoints.None);

    /// <summary>Compares these files with what they were, and puts that back where it is still what the check left there.</summary>
    /// <exception cref="GitException">git or the disk failed; the message says where both versions are.</exception>
    public ReviewedFixes TakeBack(IReadOnlyList<OriginalFile> originals)
    {
        var folder = Path.Combine(worktree.GitDirectory, "firsttry", $"review-{Guid.NewGuid():n}");
        try
        {
            var (before, after) = (Directory.CreateDirectory(Path.Combine(folder, "a")).FullName, Directory.CreateDirectory(Path.Combine(folder, "b")).FullName);
            WriteOriginals(originals, before);
            var paths = new List<RepoPath>();
            foreach (var original in originals)
            {
                paths.Add(original.Path);
                Copy(worktree.Root, after, original.Path);
            }

            var reviewed = new ReviewedFixes(Compare(folder), PutBack(paths, before, after));
            Clear(folder);
            return reviewed;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or GitException)
        {
            throw new GitException($"what a check changed could not be taken back: {exception.Message} What is there of the files as they were, and of the fixes, lies in '{folder}'.");
        }
    }

    private void WriteOriginals(IReadOnlyList<OriginalFile> originals, string folder)
    {
        var staged = new List<RepoPath>();
        foreach (var original in originals)
        {
            if (original.Kind is null)
            {
                staged.Add(original.Path);
            }
        }

        if (staged.Count > 0)
        {
            StagedContent.Materialize(worktree, environment, staged, folder);
        }

        foreach (var original in originals)
        {
            if (original is { Kind: { } kind, Content: { } content })
            {
                Write(folder, original.Path, kind, content, kind == FileKind.Executable ? ExecutableMode : PlainMode);
            }
        }
    }

    private void Copy(string from, string to, RepoPath path)
    {
        var kind = WorktreeFiles.KindOf(from, path);
        if (kind is FileKind.File or FileKind.Executable or FileKind.Symlink)
        {
            Write(to, path, kind, WorktreeFiles.Read(from, path), kind == FileKind.Executable ? ExecutableMode : PlainMode);
        }
    }

    private void Write(string folder, RepoPath path, FileKind kind, byte[] content, uint mode)
    {
        var root = DiskPath.Of(folder);
        foreach (var above in WorktreeFolders.Above(path))
        {
            _disk.MakeFolder(DiskPath.Below(root, above.Bytes));
        }

        var target = DiskPath.Below(root, path.Bytes);
        if (kind == FileKind.Symlink)
        {
            _disk.MakeLink(content, target);
        }
        else
        {
            _disk.Create(target, content, mode, isFlushed: false);
        }
    }

    // By git, so that it looks like every other diff; with nothing of the user's own settings that would make it something else.
    private byte[] Compare(string folder)
    {
        string[] arguments = ["diff", "--no-index", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames", "--no-prefix", "a", "b"];
        using var process = RunningProcess.Start(new ProcessSpec
        {
            Program = "git",
            Arguments = ProcessArguments.Of(arguments),
            WorkingDirectory = folder,
            Environment = environment.Without("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS", "GIT_PREFIX"),
        });
        var outcome = process.Wait();
        return outcome is { End: ProcessEnd.Exited, ExitCode: 0 or 1 }
            ? outcome.Output
            : throw new GitException(outcome.Failure ?? Encoding.UTF8.GetString(outcome.Error).TrimEnd());
    }

    private List<RepoPath> PutBack(List<RepoPath> paths, string before, string after)
    {
        var left = new List<RepoPath>();
        foreach (var path in paths)
        {
            var kind = WorktreeFiles.KindOf(before, path);
            if (kind == FileKind.Absent || !IsSame(path, after))
            {
                // A new file may be somebody's work; one that changed again certainly is.
                left.Add(path);
                continue;
            }

            var stat = WorktreeFiles.StatOf(worktree.Root, path);
            var mode = stat.Kind == kind ? stat.Mode & PermissionBits : kind == FileKind.Executable ? ExecutableMode : PlainMode;
            var beside = new RepoPath([.. path.Bytes, .. Encoding.ASCII.GetBytes($".{Guid.NewGuid():n}")]);
            Write(worktree.Root, beside, kind, WorktreeFiles.Read(before, path), mode);
            var root = DiskPath.Of(worktree.Root);
            _disk.Rename(DiskPath.Below(root, beside.Bytes), DiskPath.Below(root, path.Bytes));
        }

        return left;
    }

    private bool IsSame(RepoPath path, string copies)
    {
        var kind = WorktreeFiles.KindOf(worktree.Root, path);
        return kind == WorktreeFiles.KindOf(copies, path)
            && (kind == FileKind.Absent || WorktreeFiles.Read(worktree.Root, path).AsSpan().SequenceEqual(WorktreeFiles.Read(copies, path)));
    }

    private static void Clear(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // A name that is no text stays; everything is back already.
        }
    }
}
