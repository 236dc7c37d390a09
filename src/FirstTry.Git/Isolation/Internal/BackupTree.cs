using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace FirstTry.Git.Isolation.Internal;

/// <summary>Writes the folders of a backup, so that plain git lists its files under their own paths.</summary>
internal sealed class BackupTree(ObjectWriter objects)
{
    private const string FolderMode = "40000";

    /// <summary>Writes all folders and returns the id of the top.</summary>
    public byte[] Write(List<BackupEntry> entries)
    {
        var sorted = new List<BackupEntry>(entries);
        sorted.Sort(static (left, right) => left.Path.CompareTo(right.Path));
        return Write(sorted, 0, sorted.Count, start: 0);
    }

    // The entries from first to end lie in one folder, whose own path has "start" bytes.
    private byte[] Write(List<BackupEntry> entries, int first, int end, int start)
    {
        var lines = new List<(byte[] Name, byte[] Line)>();
        for (var i = first; i < end;)
        {
            var rest = entries[i].Path.Bytes.AsSpan(start);
            var slash = rest.IndexOf((byte)'/');
            var name = (slash < 0 ? rest : rest[..slash]).ToArray();
            var next = i + 1;
            while (slash >= 0 && next < end && entries[next].Path.Bytes.AsSpan(start).StartsWith(rest[..(slash + 1)]))
            {
                next++;
            }

            // Folders are sorted as if their names ended with a slash.
            lines.Add(slash < 0
                ? (name, LineOf(ModeOf(entries[i].Kind), name, entries[i].Id))
                : ([.. name, (byte)'/'], LineOf(FolderMode, name, Write(entries, i, next, start + slash + 1))));
            i = next;
        }

        lines.Sort(static (left, right) => left.Name.AsSpan().SequenceCompareTo(right.Name));
        using var content = new MemoryStream();
        lines.ForEach(line => content.Write(line.Line));
        return objects.Add("tree", content.ToArray());
    }

    private static string ModeOf(FileKind kind) => kind switch
    {
        FileKind.Executable => "100755",
        FileKind.Symlink => "120000",
        _ => "100644",
    };

    private static byte[] LineOf(string mode, byte[] name, byte[] id) => [.. Encoding.ASCII.GetBytes(mode + " "), .. name, 0, .. id];
}
