using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Git.Isolation.Internal;

/// <summary>
/// Puts the owner's version of each file back. It asks the disk what is where, so that it can go on wherever a run was cut short, itself
/// included, and never writes over bytes that nobody has elsewhere.
/// </summary>
internal sealed class Restoration(IsolationState state, IsolationPlace place, Disk disk, BackupStore backup)
{
    private readonly Swap _swap = new(place, disk, state.RunId);

    /// <summary>Says whether the fix of a file is staged, so that the owner's version goes together with it.</summary>
    public required System.Func<HiddenFile, bool> IsFixStaged { get; init; }

    /// <summary>Puts one file back.</summary>
    /// <exception cref="GitException">The file system refuses, or what a check made of it could not be kept; the file stays hidden.</exception>
    public HiddenFileResult Restore(HiddenFile file)
    {
        HiddenFileResult result;
        try
        {
            result = Choose(file);
        }
        catch (DiskException exception)
        {
            throw new GitException($"'{file.Path}': {exception.Message}.");
        }

        file.IsHidden = false;
        return result;
    }

    private HiddenFileResult Choose(HiddenFile file) => (file.User, file.Staged) switch
    {
        (null, _) => RemovePlaced(file),
        (_, null) => GiveBackTaken(file),
        _ => GiveBackExchanged(file),
    };

    /// <summary>Removes the folders that only staged files needed, unless there is something in them.</summary>
    /// <param name="unfinished">Gets the one that could not be removed.</param>
    public void RemoveFolders(List<RepoPath> unfinished)
    {
        for (var i = state.MadeFolders.Count - 1; i >= 0; i--)
        {
            try
            {
                disk.RemoveFolder(place.FileOf(state.MadeFolders[i]));
            }
            catch (DiskException)
            {
                unfinished.Add(state.MadeFolders[i]);
                throw;
            }
        }
    }

    private HiddenFileResult GiveBackExchanged(HiddenFile file)
    {
        var (slot, path) = (place.SlotOf(file), place.FileOf(file.Path));
        if (!IsHeld(file, slot, path))
        {
            return new HiddenFileResult(file.Path, HiddenFileEnd.Restored);
        }

        if (MakeRoom(file, path) is { } aside)
        {
            _swap.Move(file, slot, path);
            return new HiddenFileResult(file.Path, HiddenFileEnd.MovedAside, aside.ToString());
        }

        var found = Disk.StatOf(path);
        if (found.Kind == FileKind.Absent)
        {
            _swap.Move(file, slot, path);
            return new HiddenFileResult(file.Path, file.IsExpected ? HiddenFileEnd.FixDropped : HiddenFileEnd.Restored);
        }

        // A folder, or a thing that is no file, is not in the backup whole: it comes back itself, and what is there now makes room.
        if (file.User!.Stat.Kind is FileKind.Directory or FileKind.Other && !IsUntouched(file, found, path))
        {
            var other = _swap.MoveAside(file.Path);
            _swap.Move(file, slot, path);
            return new HiddenFileResult(file.Path, HiddenFileEnd.MovedAside, other.ToString());
        }

        return file.Fix is { } fix && fix.IsAt(path) ? GiveBackWithFix(file, slot)
            : file.Merged is { } merged && merged.IsAt(path) ? new HiddenFileResult(file.Path, HiddenFileEnd.Merged)
            : IsUntouched(file, found, path) ? GiveBackUnlessWritten(file, slot, found)
            : file.IsExpected ? Drop(file, slot, path)
            : Keep(file, slot);
    }

    // Between the look and the exchange somebody may have written: then it is as if the look had found it.
    private HiddenFileResult GiveBackUnlessWritten(HiddenFile file, byte[] slot, FileStat found)
    {
        _swap.Exchange(file, slot);
        var displaced = Disk.StatOf(slot);
        if (displaced.Size == found.Size && displaced.ModifiedNanoseconds == found.ModifiedNanoseconds && displaced.Kind == found.Kind)
        {
            return new HiddenFileResult(file.Path, HiddenFileEnd.Restored);
        }

        _swap.Exchange(file, slot);
        return Keep(file, slot);
    }

    private HiddenFileResult GiveBackWithFix(HiddenFile file, byte[] slot)
    {
        var merged = place.MergedOf(file);
        if (Disk.StatOf(merged).Kind == FileKind.Absent || !IsFixStaged(file))
        {
            _swap.Exchange(file, slot);
            return new HiddenFileResult(file.Path, HiddenFileEnd.Restored);
        }

        EnsureKept(file, slot);
        _swap.Exchange(file, merged);
        return new HiddenFileResult(file.Path, HiddenFileEnd.Merged);
    }

    private HiddenFileResult GiveBackTaken(HiddenFile file)
    {
        var (slot, path) = (place.SlotOf(file), place.FileOf(file.Path));
        if (Disk.StatOf(slot).Kind == FileKind.Absent)
        {
            return new HiddenFileResult(file.Path, HiddenFileEnd.Restored);
        }

        var aside = MakeRoom(file, path);
        if (Disk.StatOf(path).Kind == FileKind.Absent)
        {
            _swap.Move(file, slot, path);
            return aside is { } name
                ? new HiddenFileResult(file.Path, HiddenFileEnd.MovedAside, name.ToString())
                : new HiddenFileResult(file.Path, HiddenFileEnd.Restored);
        }

        if (file.User!.IsAt(path))
        {
            if (!file.User.IsPlaceOf(Disk.StatOf(path)))
            {
                _swap.Exchange(file, slot);
            }

            return new HiddenFileResult(file.Path, HiddenFileEnd.Restored);
        }

        return file.IsExpected ? Drop(file, slot, path) : Keep(file, slot);
    }

    // The owner had deleted the file.
    private HiddenFileResult RemovePlaced(HiddenFile file)
    {
        var (slot, path) = (place.SlotOf(file), place.FileOf(file.Path));
        var found = Disk.StatOf(path);
        if (found.Kind == FileKind.Absent || WorktreeFolders.HasLinkAbove(place, file.Path) || IsStillBeside(file, slot))
        {
            return new HiddenFileResult(file.Path, HiddenFileEnd.Restored);
        }

        if (IsUntouched(file, found, path) || (file.Fix is { } fix && fix.IsAt(path)))
        {
            var end = file.Fix is null ? HiddenFileEnd.Restored : HiddenFileEnd.Merged;
            disk.RemoveIfThere(slot);
            _swap.Move(file, path, slot);
            return new HiddenFileResult(file.Path, end);
        }

        if (!file.IsExpected || found.Kind is FileKind.Directory or FileKind.Other)
        {
            return new HiddenFileResult(file.Path, HiddenFileEnd.KeptForeign);
        }

        var where = Preserve(file, path);
        disk.Remove(path);
        return new HiddenFileResult(file.Path, HiddenFileEnd.FixDropped, where);
    }

    // Killed before it was placed: what lies at the path now is its owner's.
    private static bool IsStillBeside(HiddenFile file, byte[] slot) => !file.IsHidden && Disk.StatOf(slot).Kind != FileKind.Absent;

    // A check's change to a file that nobody has brought together with the owner's.
    private HiddenFileResult Drop(HiddenFile file, byte[] slot, byte[] path)
    {
        var where = Preserve(file, path);
        _swap.Exchange(file, slot);
        return new HiddenFileResult(file.Path, HiddenFileEnd.FixDropped, where);
    }

    private HiddenFileResult Keep(HiddenFile file, byte[] slot) =>
        new(file.Path, HiddenFileEnd.KeptForeign, EnsureKept(file, slot));

    // What the owner wrote in the very moment of hiding is not in the first backup.
    private string EnsureKept(HiddenFile file, byte[] slot) =>
        file.User!.Stat.Kind is FileKind.Directory || file.User.IsAt(slot) ? $"{state.BackupRef}:{file.Path}" : Preserve(file, slot);

    private string Preserve(HiddenFile file, byte[] source)
    {
        var kept = new List<BackupEntry> { backup.Add(file.Path, Disk.StatOf(source).Kind, Disk.Read(source)) };
        return $"{backup.Keep($"{state.RunId}-{file.Number}", kept)}:{file.Path}";
    }

    // Folders above that a check removed are made again; a folder in the file's own place is moved aside.
    private RepoPath? MakeRoom(HiddenFile file, byte[] path)
    {
        var aside = _swap.MakeFoldersAbove(file.Path);
        return Disk.StatOf(path).Kind is FileKind.Directory or FileKind.Other ? _swap.MoveAside(file.Path) : aside;
    }

    // After a loss of power a file that was not yet on the disk is empty: there is nothing in it to lose.
    private static bool IsUntouched(HiddenFile file, FileStat found, byte[] path) =>
        found == file.Placed || file.Staged!.IsAt(path) || (!file.IsHidden && found is { Size: 0, Kind: FileKind.File or FileKind.Executable });

    // A process that takes over from a killed one knows only what it finds.
    private static bool IsHeld(HiddenFile file, byte[] slot, byte[] path)
    {
        if (file.IsHidden)
        {
            return true;
        }

        var stored = Disk.StatOf(slot);
        if (stored.Kind == FileKind.Absent || file.User!.IsPlaceOf(Disk.StatOf(path)))
        {
            return false;
        }

        return file.User.IsPlaceOf(stored)
            || (!file.Staged!.IsAt(slot) && !(file.Fix is { } fix && fix.IsAt(slot)) && (file.User.IsAt(slot) || !file.User.IsAt(path)));
    }
}
