using System.Collections.Generic;
using System.Text;
using FirstTry.Git.Internal.Native;
using FirstTry.Graph;

namespace FirstTry.Git.Isolation.Internal;

/// <summary>Keeps the files of a folder that stands where the index has a file. The folder itself is moved, never rewritten.</summary>
internal static class FolderBackup
{
    private const int MostFiles = 5_000;
    private const long MostBytes = 256L << 20;

    /// <summary>Adds every file below a path; a nested repository's own files are moved with the folder, but not kept.</summary>
    /// <exception cref="GitException">There is too much in it.</exception>
    public static void Add(BackupStore backup, IsolationPlace place, RepoPath top, FileKind kind, List<BackupEntry> kept)
    {
        if (kind != FileKind.Directory)
        {
            return;
        }

        var (files, bytes) = (0, 0L);
        var waiting = new Stack<RepoPath>([top]);
        while (waiting.TryPop(out var folder))
        {
            using var listing = FolderListing.TryOpen(LibC.CurrentDirectory, [.. place.FileOf(folder), 0])
                ?? throw new GitException($"The folder '{folder}' stands where a file is staged, and cannot be read. Stage what is meant, or move it.");
            while (listing.MoveNext())
            {
                var path = new RepoPath([.. folder.Bytes, (byte)'/', .. listing.Name]);
                if (listing.Kind == FileKind.Directory)
                {
                    if (!Encoding.UTF8.GetString(listing.Name).Equals(".git", System.StringComparison.OrdinalIgnoreCase))
                    {
                        waiting.Push(path);
                    }
                }
                else if (listing.Kind is FileKind.File or FileKind.Symlink)
                {
                    var stat = Disk.StatOf(place.FileOf(path));
                    bytes += stat.Size;
                    if (++files > MostFiles || bytes > MostBytes)
                    {
                        throw new GitException(
                            $"The folder '{top}' stands where a file is staged, and holds too much to be kept safe. Stage what is meant, or write 'isolate: none'.");
                    }

                    kept.Add(backup.Add(path, stat.Kind, Disk.Read(place.FileOf(path))));
                }
            }
        }
    }
}
