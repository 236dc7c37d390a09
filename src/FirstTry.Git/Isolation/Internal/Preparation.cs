using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using FirstTry.Git.Internal.Index;
using FirstTry.Graph;

namespace FirstTry.Git.Isolation.Internal;

/// <summary>Everything before the first file is touched: what differs, the owner's bytes in a backup, the staged content beside.</summary>
internal sealed class Preparation(IsolationRequest request, IsolationPlace place, Disk disk)
{
    private const int MostReads = 5;
    private const long NanosecondsPerSecond = 1_000_000_000;
    private readonly BackupStore _backup = new(request.Worktree, request.Environment, disk);
    private readonly List<BackupEntry> _kept = [];
    private readonly List<RepoPath> _present = [];
    private readonly List<RepoPath> _absent = [];

    /// <summary>Prepares everything; null when there is nothing to hide after all.</summary>
    public IsolationState? Prepare(string runId)
    {
        Sort();
        if (_present.Count == 0 && _absent.Count == 0)
        {
            return null;
        }

        Array.ForEach(place.Folders, folder => disk.MakeFolder(folder));
        var files = Keep(out var backupRef, runId);
        return files.Count == 0 ? null : new IsolationState(runId, RunningOwner.Current(), backupRef, files, FoldersFor(files));
    }

    private void Sort()
    {
        foreach (var file in StagedContent.StatesOf(request.Worktree, request.Environment, request.Hidden))
        {
            if (file.State == StagedState.Present)
            {
                _present.Add(file.Path);
                AddObstacles(file.Path);
            }
            else if (file.State == StagedState.Absent)
            {
                _absent.Add(file.Path);
            }
        }

        foreach (var path in request.Untracked)
        {
            if (path.Bytes is not [.., (byte)'/'] && !_absent.Contains(path))
            {
                _absent.Add(path);
            }
        }
    }

    // A file or a link in the place of a folder of the index.
    private void AddObstacles(RepoPath path)
    {
        var bytes = path.Bytes;
        for (var i = bytes.AsSpan().IndexOf((byte)'/'); i > 0;)
        {
            var above = new RepoPath(bytes[..i]);
            var kind = Disk.StatOf(place.FileOf(above)).Kind;
            if (kind != FileKind.Directory)
            {
                if (kind != FileKind.Absent && !_absent.Contains(above))
                {
                    _absent.Add(above);
                }

                return;
            }

            var next = bytes.AsSpan(i + 1).IndexOf((byte)'/');
            i = next < 0 ? -1 : i + 1 + next;
        }
    }

    // git writes the staged content while the owner's bytes are read and kept.
    private List<HiddenFile> Keep(out string backupRef, string runId)
    {
        Exception? failure = null;
        var writer = new Thread(() => failure = WriteStaged()) { IsBackground = true };
        writer.Start();
        Dictionary<RepoPath, FileMark?> users;
        try
        {
            users = KeepUsers();
            backupRef = _backup.Keep(runId, _kept);
        }
        finally
        {
            writer.Join();
        }

        return failure is null ? Differing(users) : throw new GitException($"The staged content cannot be written: {failure.Message}");
    }

    private Exception? WriteStaged()
    {
        try
        {
            disk.Faults.Step(
                "staged content",
                () => StagedContent.Write(request.Worktree, request.Environment, _present, DiskPath.ToText(place.Staged)));
            return null;
        }
        catch (Exception exception) when (exception is GitException or IOException or UnauthorizedAccessException)
        {
            return exception;
        }
    }

    private Dictionary<RepoPath, FileMark?> KeepUsers()
    {
        var users = new Dictionary<RepoPath, FileMark?>(_present.Count + _absent.Count);
        foreach (var path in _absent)
        {
            users[path] = KeepUser(path);
        }

        foreach (var path in _present)
        {
            users[path] = IsBehindObstacle(path) ? null : KeepUser(path);
        }

        return users;
    }

    private bool IsBehindObstacle(RepoPath path) => WorktreeFolders.HasLinkAbove(place, path);

    private FileMark? KeepUser(RepoPath path)
    {
        var file = place.FileOf(path);
        for (var i = 0; i < MostReads; i++)
        {
            var before = Disk.StatOf(file);
            if (before.Kind == FileKind.Absent)
            {
                return null;
            }

            if (before.Kind is FileKind.Directory or FileKind.Other)
            {
                FolderBackup.Add(_backup, place, path, before.Kind, _kept);
                return new FileMark(before, []);
            }

            var content = Disk.Read(file);
            if (Disk.StatOf(file) == before)
            {
                var entry = _backup.Add(path, before.Kind, content);
                _kept.Add(entry);
                return new FileMark(before, entry.Id.Length == Sha1.Length ? entry.Id : Sha1.OfBlob(content));
            }
        }

        throw new GitException($"'{path}' is being written all the time by another program, and cannot be kept safe. Stop it, or stage the file.");
    }

    // What is taken away comes first, for it may stand where staged files need a folder; what is only placed comes last.
    private List<HiddenFile> Differing(Dictionary<RepoPath, FileMark?> users)
    {
        var (files, placed) = (new List<HiddenFile>(), new List<(RepoPath Path, FileMark Staged)>());
        foreach (var path in _absent)
        {
            if (users[path] is { Stat.Kind: not FileKind.Directory } user)
            {
                files.Add(new HiddenFile(files.Count, path, user, staged: null));
            }
        }

        foreach (var path in _present)
        {
            var staged = FileMark.Of(DiskPath.Below(place.Staged, path.Bytes))
                ?? throw new GitException($"git did not write the staged content of '{path}'.");
            if (users[path] is not { } user)
            {
                placed.Add((path, staged));
            }
            else if (user.Stat.Kind != staged.Stat.Kind || !user.Digest.AsSpan().SequenceEqual(staged.Digest))
            {
                files.Add(new HiddenFile(files.Count, path, user, Newer(path, user, staged)));
            }
        }

        placed.ForEach(file => files.Add(new HiddenFile(files.Count, file.Path, user: null, file.Staged)));
        return files;
    }

    // Python takes what it compiled in the same second from a file of the same size for its bytecode, and make looks for what is newer.
    private FileMark Newer(RepoPath path, FileMark user, FileMark staged)
    {
        var next = ((user.Stat.ModifiedNanoseconds / NanosecondsPerSecond) + 1) * NanosecondsPerSecond;
        if (staged.Stat.ModifiedNanoseconds >= next || user.Stat.Kind is FileKind.Directory or FileKind.Other)
        {
            return staged;
        }

        var file = DiskPath.Below(place.Staged, path.Bytes);
        disk.SetModified(file, next);
        return new FileMark(Disk.StatOf(file), staged.Digest);
    }

    private List<RepoPath> FoldersFor(List<HiddenFile> files)
    {
        var (folders, known) = (new List<RepoPath>(), new HashSet<RepoPath>());
        foreach (var file in files)
        {
            if (file is { User: null })
            {
                WorktreeFolders.AddMissingAbove(place, file.Path, known, folders);
            }
        }

        return folders;
    }
}
