using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using FirstTry.Engine.Fingerprints.Hashing;
using FirstTry.Engine.Fingerprints.Inputs;
using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Engine.Fingerprints.Tools;

/// <summary>Reads files that are executed; each once for all checks, until told to look again.</summary>
internal sealed class ToolFiles(SideFiles sides, HiddenContent hidden)
{
    private const int LongestFirstLine = 4096;
    private readonly Dictionary<string, ToolFile?> _known = new(StringComparer.Ordinal);

    /// <summary>Forgets what was seen: files may have changed.</summary>
    internal void LookAgain() => _known.Clear();

    /// <summary>The file at a path, links followed; null when there is no file that anybody may execute.</summary>
    /// <exception cref="ObstacleException">It cannot be read.</exception>
    internal ToolFile? Find(string place, bool mustBeExecutable = true)
    {
        var key = mustBeExecutable ? place : place + "\0";
        if (!_known.TryGetValue(key, out var file))
        {
            file = Look(place, mustBeExecutable);
            _known[key] = file;
        }

        return file;
    }

    private ToolFile? Look(string place, bool mustBeExecutable)
    {
        var real = RealPlaceOf(place);
        if (real is null)
        {
            return null;
        }

        var (root, path) = AbsolutePath.Split(hidden.Map(real));
        var stat = WorktreeFiles.StatOf(root, path);
        if (stat.Kind is not (FileKind.File or FileKind.Executable) || (mustBeExecutable && !OperatingSystem.IsWindows() && (stat.Mode & 0x49) == 0))
        {
            return null;
        }

        var line = FirstLineOf(root, path);
        return line is null
            ? new ToolFile(place, real, sides.DigestOf(root, path, stat), [])
            : new ToolFile(place, real, DigestWithoutLine(root, path, stat, line.Length), WordsOf(Encoding.UTF8.GetString(line.AsSpan(2))));
    }

    private static string? RealPlaceOf(string place)
    {
        try
        {
            var real = Path.GetFullPath(place);
            for (var hops = 0; hops < 40; hops++)
            {
                if (new FileInfo(real).LinkTarget is not { } target)
                {
                    return real;
                }

                real = Path.GetFullPath(target, Path.GetDirectoryName(real)!);
            }

            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // The bytes of the first line without its end; null when the file is no script.
    private static byte[]? FirstLineOf(string root, RepoPath path)
    {
        try
        {
            using var file = WorktreeFiles.OpenRead(root, path);
            Span<byte> start = stackalloc byte[LongestFirstLine];
            start = start[..RandomAccess.Read(file, start, 0)];
            if (!start.StartsWith("#!"u8))
            {
                return null;
            }

            var end = start.IndexOf((byte)'\n');
            return (end < 0 ? start : start[..end]).ToArray();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ObstacleException($"the tool '{root}/{path}' cannot be read");
        }
    }

    private Digest DigestWithoutLine(string root, RepoPath path, FileStat stat, int length) =>
        sides.DigestOf(root, path, stat, "script", content => Sha256.Of(content.AsSpan(length)));

    private static string[] WordsOf(string line) => line.Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
