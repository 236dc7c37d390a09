using System.Collections.Generic;
using FirstTry.Git.Isolation.Internal;
using FirstTry.Graph;

namespace FirstTry.Git.Isolation;

/// <content>Fixes of hidden files.</content>
public sealed partial class IsolatedWorktree
{
    /// <summary>
    /// Takes what a mutating check, which has ended, changed in hidden files; called before its fixes are staged. Where a fix goes together
    /// with what the owner has changed, the result is laid ready for <see cref="Leave"/>; where it does not, the file holds the staged
    /// content again and the fix is kept in a backup.
    /// </summary>
    /// <param name="changed">The files that the check changed; others, and files that are not hidden, are passed over.</param>
    /// <param name="isComplete">Whether the check came to its own end; half a fix is none.</param>
    /// <param name="isKept">Whether what lies there now is kept in a backup in any case: it may be somebody's work.</param>
    /// <exception cref="GitException">It cannot be done; no fix of these files may be staged.</exception>
    public IReadOnlyList<FixMerge> MergeFixes(IReadOnlyList<RepoPath> changed, bool isComplete = true, bool isKept = false)
    {
        var files = FilesOf(changed);
        files.RemoveAll(file => Disk.StatOf(_place.FileOf(file.Path)) == file.Placed && file.Placed != default);
        var merges = new List<FixMerge>();
        Guarded(() =>
        {
            if (files.Count > 0)
            {
                // Should this fail halfway, they are still a check's.
                files.ForEach(static file => file.IsExpected = true);
                Merge(files, isComplete, isKept, merges);
            }

            Settle();
        });
        return merges;
    }

    private void Merge(List<HiddenFile> files, bool isComplete, bool isKept, List<FixMerge> merges)
    {
        var merger = new FixMerger(_request.Worktree, _request.Environment, _place, _disk, _state.RunId);
        var staged = files.FindAll(file => file.Staged is not null).ConvertAll(file => file.Path);
        var folder = merger.WriteBase(staged, _rounds++);
        foreach (var file in files)
        {
            if (isKept && Disk.StatOf(_place.FileOf(file.Path)).Kind is FileKind.File or FileKind.Executable or FileKind.Symlink)
            {
                Preserve(file, _place.FileOf(file.Path));
            }

            var original = file.Staged is null ? null : DiskPath.Below(folder, file.Path.Bytes);
            var conflict = !isComplete ? "the check did not come to its end" : ConflictOf(merger, file, original);
            if (conflict is null)
            {
                AcceptFix(file);
            }
            else
            {
                merger.PutBack(file, original, isKept ? static _ => { } : fix => Preserve(file, fix));
            }

            merges.Add(new FixMerge(file.Path, conflict));
        }
    }

    private string? ConflictOf(FixMerger merger, HiddenFile file, byte[]? original) => (file.User, original) switch
    {
        // The owner has deleted the file and keeps it so; what is committed is mended.
        (null, _) => Disk.StatOf(_place.FileOf(file.Path)).Kind is FileKind.Directory or FileKind.Other ? "the check put something else in its place" : null,
        (_, null) => Disk.StatOf(_place.FileOf(file.Path)).Kind == FileKind.Absent ? null : "the check made a file where an unstaged one is hidden",
        _ => merger.TryMerge(file, original),
    };

    private void AcceptFix(HiddenFile file)
    {
        var path = _place.FileOf(file.Path);
        file.Fix = FileMark.Of(path);
        file.Merged = file.User is null || file.Staged is null ? null : FileMark.Of(_place.MergedOf(file));
        file.Placed = Disk.StatOf(path);
        if (file.Fix is not null)
        {
            _journal.AddFix(file);
        }
    }

    private void Preserve(HiddenFile file, byte[] path)
    {
        var kept = new List<BackupEntry> { _backup.Add(file.Path, Disk.StatOf(path).Kind, Disk.Read(path)) };
        _backup.Keep($"{_state.RunId}-dropped-{_rounds}-{file.Number}", kept);
    }

    private void Settle()
    {
        var isExpecting = false;
        foreach (var file in _state.Files)
        {
            isExpecting |= file.IsExpected;
            file.IsExpected = false;
        }

        if (isExpecting)
        {
            _journal.AddSettled();
        }
    }
}
