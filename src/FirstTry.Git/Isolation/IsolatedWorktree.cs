using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using FirstTry.Git.Isolation.Internal;
using FirstTry.Graph;

namespace FirstTry.Git.Isolation;

/// <summary>A working tree whose files hold what is staged, until their owner's versions are put back.</summary>
public sealed partial class IsolatedWorktree
{
    private readonly IsolationRequest _request;
    private readonly IsolationState _state;
    private readonly IsolationPlace _place;
    private readonly Disk _disk;
    private readonly BackupStore _backup;
    private readonly Journal _journal;
    private int _rounds;

    private IsolatedWorktree(IsolationRequest request, IsolationState state, IsolationPlace place, Disk disk)
    {
        _request = request;
        _state = state;
        _place = place;
        _disk = disk;
        _backup = new BackupStore(request.Worktree, request.Environment, disk);
        _journal = new Journal(place, disk);
        Hidden = [.. PathsOf(state.Files)];
    }

    /// <summary>Whether files can be hidden on this system: on Linux.</summary>
    public static bool IsSupported => OperatingSystem.IsLinux();

    /// <summary>The files that are hidden.</summary>
    public IReadOnlyList<RepoPath> Hidden { get; }

    /// <summary>Where the exact bytes of all of them are kept: <c>git cat-file blob REF:PATH</c>.</summary>
    public string BackupRef => _state.BackupRef;

    /// <summary>
    /// Hides everything that is not staged. Before the first file is touched, all bytes are in the object database and a journal is on the
    /// disk. Null when nothing differs after all.
    /// </summary>
    /// <exception cref="GitException">It cannot be done; every file is as it was.</exception>
    public static IsolatedWorktree? Enter(IsolationRequest request)
    {
        var disk = new Disk(request.Faults);
        var runId = RunId(request, disk);
        var place = new IsolationPlace(request.Worktree, runId);
        if (Disk.StatOf(place.Journal).Kind != FileKind.Absent)
        {
            throw new GitException("Files that another run has hidden are not put back yet. 'firsttry recover' does that.");
        }

        IsolatedWorktree? entered = null;
        try
        {
            var state = new Preparation(request, place, disk).Prepare(runId);
            if (state is not null)
            {
                entered = new IsolatedWorktree(request, state, place, disk);
                entered._journal.Begin(state);
                entered.Hide();
                return entered;
            }
        }
        catch (Exception exception) when (exception is GitException or IOException or UnauthorizedAccessException)
        {
            entered?.Undo();
            Discard(place, disk);
            throw new GitException($"Unstaged changes cannot be hidden, and everything is as it was: {exception.Message}");
        }

        Discard(place, disk);
        return null;
    }

    /// <summary>
    /// Says that a mutating check is about to start. Should the process be killed while it runs, what these files then hold is the check's,
    /// and their owner's versions come back; it is kept in a backup all the same.
    /// </summary>
    /// <param name="files">What it may change; null for all.</param>
    public void ExpectChanges(IReadOnlyList<RepoPath>? files)
    {
        var expected = FilesOf(files);
        if (expected.Count > 0)
        {
            Guarded(() => _journal.AddExpected(expected));
            expected.ForEach(file => file.IsExpected = true);
        }
    }

    private void Hide()
    {
        RestoredFiles.Note(_place, _disk, _state.Files);
        var swap = new Swap(_place, _disk, _state.RunId);
        foreach (var file in _state.Files)
        {
            var (slot, path) = (_place.SlotOf(file), _place.FileOf(file.Path));
            if (file.User is null)
            {
                swap.MakeFoldersAbove(file.Path);
                swap.Move(file, slot, path);
            }
            else if (file.Staged is null)
            {
                swap.Move(file, path, slot);
            }
            else
            {
                swap.Exchange(file, slot);
            }

            file.IsHidden = true;
            file.Placed = Disk.StatOf(path);
            NoteSaved(file, slot);
        }
    }

    // Saved after its bytes were kept and before it was hidden: the file itself is safe in its slot, and the journal must know it again.
    private void NoteSaved(HiddenFile file, byte[] slot)
    {
        if (file.User is not { } user)
        {
            return;
        }

        var held = Disk.StatOf(slot);
        if (held.Size != user.Stat.Size || held.ModifiedNanoseconds != user.Stat.ModifiedNanoseconds || held.Kind != user.Stat.Kind)
        {
            file.User = FileMark.Of(slot);
            _journal.AddUser(file);
        }
    }

    private List<HiddenFile> FilesOf(IReadOnlyList<RepoPath>? paths)
    {
        if (paths is null)
        {
            return [.. _state.Files];
        }

        var (wanted, files) = (new HashSet<RepoPath>(paths), new List<HiddenFile>());
        foreach (var file in _state.Files)
        {
            if (wanted.Contains(file.Path))
            {
                files.Add(file);
            }
        }

        return files;
    }

    private static IEnumerable<RepoPath> PathsOf(IReadOnlyList<HiddenFile> files)
    {
        foreach (var file in files)
        {
            yield return file.Path;
        }
    }

    private static void Guarded(Action action)
    {
        try
        {
            action();
        }
        catch (DiskException exception)
        {
            throw new GitException(exception.Message);
        }
    }

    // Begins with the time, so that old ones are known by their names alone.
    private static string RunId(IsolationRequest request, Disk disk) => string.Create(
        CultureInfo.InvariantCulture,
        $"{request.Clock.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}-{disk.ProcessId}-{Random.Shared.Next(0x10000):x4}");
}
