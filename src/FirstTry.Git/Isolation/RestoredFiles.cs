using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using FirstTry.Git.Isolation.Internal;
using FirstTry.Graph;

namespace FirstTry.Git.Isolation;

/// <summary>
/// Files that came back with their own times after checks had seen what was staged in their place. make, MSBuild and cargo, which go by times,
/// would take what they built of the other content for what these files give: before checks see them again they become new.
/// </summary>
public static class RestoredFiles
{
    private const uint OwnerOnly = 0x180;
    private const string Name = "restored";

    /// <summary>Makes files new whose time is still the one that they came back with; returns those where the system refuses that.</summary>
    /// <param name="worktree">The worktree, whose lock the caller has.</param>
    /// <param name="faults">Numbers the writing steps.</param>
    /// <param name="hidden">What checks do not see now either.</param>
    /// <param name="renewed">Gets the files that were made new, with their new time in nanoseconds since 1970.</param>
    public static IReadOnlyList<RepoPath> Renew(
        Worktree worktree, FaultPoints faults, IReadOnlyList<RepoPath> hidden, IDictionary<RepoPath, long> renewed)
    {
        var (refused, place) = (new List<RepoPath>(), new IsolationPlace(worktree));
        var list = DiskPath.Below(place.Home, Name);
        if (!OperatingSystem.IsLinux() || Disk.StatOf(list).Kind != FileKind.File)
        {
            return refused;
        }

        var (disk, still, left) = (new Disk(faults), new HashSet<RepoPath>(hidden), new SortedDictionary<RepoPath, long>());
        var now = (DateTimeOffset.UtcNow - DateTimeOffset.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick;
        foreach (var (path, time) in Read(list))
        {
            if (still.Contains(path))
            {
                left[path] = time;
            }
            else if (Disk.StatOf(place.FileOf(path)) is { Kind: FileKind.File or FileKind.Executable } stat && stat.ModifiedNanoseconds == time)
            {
                if (TryRenew(disk, place.FileOf(path), now))
                {
                    renewed[path] = now;
                }
                else
                {
                    refused.Add(path);
                }
            }
        }

        Replace(disk, list, left);
        return refused;
    }

    /// <summary>What is different each time that something is hidden.</summary>
    internal static FileStat Stamp(IsolationPlace place) =>
        OperatingSystem.IsLinux() ? Disk.StatOf(DiskPath.Below(place.Home, Name)) : default;

    /// <summary>Notes what is about to be hidden.</summary>
    /// <exception cref="DiskException">It cannot be written.</exception>
    internal static void Note(IsolationPlace place, Disk disk, IReadOnlyList<HiddenFile> files)
    {
        var entries = new List<byte[]>();
        foreach (var file in files)
        {
            entries.Add(Entry(file.Path, file.User?.Stat.ModifiedNanoseconds ?? 0));
        }

        var (list, content) = (DiskPath.Below(place.Home, Name), Netstrings.Join(entries));
        if (entries.Count > 0 && Disk.StatOf(list).Kind == FileKind.File)
        {
            disk.Append(list, content, isFlushed: false);
        }
        else if (entries.Count > 0)
        {
            disk.Create(list, content, OwnerOnly, isFlushed: false);
        }
    }

    private static bool TryRenew(Disk disk, byte[] file, long now)
    {
        try
        {
            disk.SetModified(file, now);
            return true;
        }
        catch (DiskException)
        {
            return false;
        }
    }

    private static void Replace(Disk disk, byte[] list, SortedDictionary<RepoPath, long> left)
    {
        try
        {
            disk.Remove(list);
            if (left.Count > 0)
            {
                disk.Create(list, Netstrings.Join([.. Entries(left)]), OwnerOnly, isFlushed: false);
            }
        }
        catch (DiskException exception)
        {
            throw new GitException($"What was hidden earlier cannot be noted: {exception.Message}");
        }
    }

    private static IEnumerable<byte[]> Entries(SortedDictionary<RepoPath, long> files)
    {
        foreach (var (path, time) in files)
        {
            yield return Entry(path, time);
        }
    }

    private static byte[] Entry(RepoPath path, long time) =>
        Netstrings.Join(path.Bytes, Encoding.ASCII.GetBytes(time.ToString(CultureInfo.InvariantCulture)));

    // The last entry may have been cut short; it was for a run that never began.
    private static List<(RepoPath Path, long Time)> Read(byte[] list)
    {
        var files = new List<(RepoPath, long)>();
        ReadOnlySpan<byte> rest = Disk.Read(list);
        while (Netstrings.TryTake(ref rest, out var entry))
        {
            if (Netstrings.TrySplit(entry) is [var path, var text]
                && long.TryParse(Encoding.ASCII.GetString(text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var time))
            {
                files.Add((new RepoPath(path), time));
            }
        }

        return files;
    }
}
