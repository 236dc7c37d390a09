using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using FirstTry.Engine.Fingerprints.Documents;
using FirstTry.Engine.Fingerprints.Hashing;
using FirstTry.Engine.Fingerprints.Inputs;
using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Engine.Fingerprints.Tools.Companions;

/// <summary>Files around a tool, by absolute paths that are text.</summary>
internal sealed class PlainFiles(SideFiles sides, HiddenContent hidden, FingerprintCounters counters)
{
    /// <summary>The digest of a file's content, links followed; null when there is no such file.</summary>
    internal Digest? DigestOf(string place)
    {
        var (root, path) = AbsolutePath.Split(hidden.Map(RealPlaceOf(place)));
        var stat = StatOf(root, path);
        return stat.Kind is FileKind.File or FileKind.Executable ? sides.DigestOf(root, path, stat) : null;
    }

    /// <summary>A digest worked out from a file's content; null when there is no such file.</summary>
    internal Digest? DigestOf(string place, string purpose, Func<byte[], Digest> digestOf)
    {
        var (root, path) = AbsolutePath.Split(hidden.Map(RealPlaceOf(place)));
        var stat = StatOf(root, path);
        return stat.Kind is FileKind.File or FileKind.Executable ? sides.DigestOf(root, path, stat, purpose, digestOf) : null;
    }

    /// <summary>Adds the content of a file to a list where there is one.</summary>
    internal void Add(DocumentWriter list, string name, string place)
    {
        if (DigestOf(place) is { } digest)
        {
            list.Item(Encoding.UTF8.GetBytes(name), digest.ToArray());
        }
    }

    /// <summary>One digest for the names and contents of everything below a folder that is taken.</summary>
    internal Digest DigestBelow(string folder, Predicate<string> isTaken)
    {
        var files = new List<SideFile>();
        sides.AddBelow(folder, path => isTaken(path.ToString()) ? path : null, files);
        files.Sort(static (left, right) => left.Name.CompareTo(right.Name));
        var list = new DocumentWriter();
        foreach (var file in files)
        {
            list.Item(file.Name.Bytes, [(byte)file.Kind, .. file.Digest.ToArray()]);
        }

        return Sha256.Of(list.Written);
    }

    /// <summary>The text of a file; empty when it cannot be read.</summary>
    internal string TextOf(string place)
    {
        place = hidden.Map(place);
        try
        {
            return File.Exists(place) ? File.ReadAllText(place) : "";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <summary>The names of what is in a folder, in byte order; empty when there is no such folder.</summary>
    internal static List<string> NamesIn(string folder)
    {
        var names = new List<string>();
        try
        {
            foreach (var entry in Directory.EnumerateFileSystemEntries(folder))
            {
                names.Add(Path.GetFileName(entry));
            }
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }

        names.Sort(StringComparer.Ordinal);
        return names;
    }

    /// <summary>A folder and all folders above it, the nearest first.</summary>
    internal static IEnumerable<string> Upwards(string folder)
    {
        for (var current = folder; !string.IsNullOrEmpty(current); current = Path.GetDirectoryName(current))
        {
            yield return current;
        }
    }

    private FileStat StatOf(string root, RepoPath path)
    {
        counters.AddStated();
        return WorktreeFiles.StatOf(root, path);
    }

    private static string RealPlaceOf(string place)
    {
        try
        {
            return new FileInfo(place).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? place;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return place;
        }
    }
}
